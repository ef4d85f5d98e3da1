/** Whom to call when nobody on duty has a number: one of each unit. */

import type { Migration } from './step.ts';

export const lastResortSchema: Migration = {
  number: 40,
  name: 'last-resort',
  statements: ['ALTER TABLE unit ADD COLUMN last_resort TEXT'],
};
