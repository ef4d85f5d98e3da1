/** What was done to a draft, step by step, so that it can be undone after a reload and by someone else. */

import type { Migration } from './step.ts';

export const draftSteps: Migration = {
  number: 3,
  name: 'draft-steps',
  statements: [
    // `change` holds what the step took and gave, not whole rosters; `undone` steps are the newest ones.
    `CREATE TABLE draft_step (
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      number    INTEGER NOT NULL,
      kind      TEXT NOT NULL,
      params    TEXT NOT NULL,
      change    TEXT NOT NULL,
      made_at   INTEGER NOT NULL,
      actor     TEXT NOT NULL,
      undone    INTEGER NOT NULL CHECK (undone IN (0, 1)),
      PRIMARY KEY (unit_id, period_id, number),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
  ],
};
