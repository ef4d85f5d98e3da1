/** Searches going on, and the best roster of each so far: what is told of one that the server did not outlive. */

import type { Migration } from './step.ts';

export const keptRunsSchema: Migration = {
  number: 10,
  name: 'kept-runs',
  statements: [
    // One a period, as there is one search. Gone once its roster is the draft, or someone dropped it.
    `CREATE TABLE kept_run (
      unit_id     TEXT NOT NULL,
      period_id   TEXT NOT NULL,
      id          TEXT NOT NULL,
      purpose     TEXT NOT NULL CHECK (purpose IN ('solve', 'mend')),
      started_at  INTEGER NOT NULL,
      seconds     INTEGER NOT NULL,
      elapsed_ms  INTEGER NOT NULL,
      seed        INTEGER NOT NULL,
      revision    INTEGER NOT NULL,
      actor       TEXT NOT NULL,
      ended       INTEGER NOT NULL CHECK (ended IN (0, 1)),
      assignments TEXT,
      PRIMARY KEY (unit_id, period_id),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
  ],
};
