/** A screen in an operation room shows who is on duty in the units below, not the unit's own roster. */

import type { Migration } from './step.ts';

export const displayBelowSchema: Migration = {
  number: 53,
  name: 'display below',
  statements: ['ALTER TABLE display_link ADD COLUMN below INTEGER NOT NULL DEFAULT 0'],
};
