/** Searches that processes on one database share: each is asked for by a row, and whoever is free to solve takes it up. */

import type { Migration } from './step.ts';

export const sharedRuns: Migration = {
  number: 57,
  name: 'shared-runs',
  statements: [
    // What a program of before writes is its own, and nobody takes it up.
    `ALTER TABLE kept_run ADD COLUMN state TEXT NOT NULL DEFAULT 'own'
      CHECK (state IN ('own', 'waiting', 'running', 'ended', 'taken', 'failed'))`,
    'ALTER TABLE kept_run ADD COLUMN stopping INTEGER NOT NULL DEFAULT 0 CHECK (stopping IN (0, 1))',
    'ALTER TABLE kept_run ADD COLUMN claims INTEGER NOT NULL DEFAULT 0',
    // Which process has it, by a name nobody else has.
    'ALTER TABLE kept_run ADD COLUMN claimed_by TEXT',
    // By the database's clock: when it was asked for, when whoever has it counts as dead, or when it was over.
    'ALTER TABLE kept_run ADD COLUMN free_at INTEGER',
    // Of searches for few changes.
    'ALTER TABLE kept_run ADD COLUMN mend_from INTEGER',
    "ALTER TABLE kept_run ADD COLUMN near TEXT CHECK (near IN ('even', 'usual', 'dear'))",
    // What it told on its way, as JSON, and a mark of the problem it told it of.
    'ALTER TABLE kept_run ADD COLUMN history TEXT',
    'ALTER TABLE kept_run ADD COLUMN problem TEXT',
    `CREATE INDEX kept_run_going ON kept_run (started_at, id) WHERE state IN ('waiting', 'running')`,
    'CREATE INDEX kept_run_id ON kept_run (id)',
  ],
};
