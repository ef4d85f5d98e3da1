/** Periods whose end moves on until someone lifts them. */

import type { Migration } from './step.ts';

export const untilLiftedSchema: Migration = {
  number: 21,
  name: 'until-lifted',
  statements: [
    'ALTER TABLE period ADD COLUMN until_lifted INTEGER NOT NULL DEFAULT 0 CHECK (until_lifted IN (0, 1))',
  ],
};
