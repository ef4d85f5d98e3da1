/** A replacement at short notice may be refused afterwards, with a reason: the table anew, since its states are checked. */

import type { Migration } from './step.ts';

export const refusedReplacementsSchema: Migration = {
  number: 26,
  name: 'refused-replacements',
  statements: [
    'ALTER TABLE replacement RENAME TO replacement_before',
    'DROP INDEX replacement_waiting',
    `CREATE TABLE replacement (
      id          TEXT NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      period_id   TEXT NOT NULL,
      version     INTEGER NOT NULL,
      shift_id    TEXT NOT NULL,
      place       INTEGER NOT NULL,
      from_id     TEXT NOT NULL,
      to_id       TEXT NOT NULL,
      replaced_by TEXT NOT NULL,
      replaced_at INTEGER NOT NULL,
      approval    TEXT CHECK (approval IN ('waiting', 'approved', 'refused')),
      decided_by  TEXT,
      decided_at  INTEGER,
      reason      TEXT,
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
    ) STRICT`,
    `INSERT INTO replacement
      (id, unit_id, period_id, version, shift_id, place, from_id, to_id, replaced_by, replaced_at, approval, decided_by, decided_at)
      SELECT id, unit_id, period_id, version, shift_id, place, from_id, to_id, replaced_by, replaced_at, approval, approved_by, approved_at
      FROM replacement_before`,
    'DROP TABLE replacement_before',
    "CREATE INDEX replacement_open ON replacement (unit_id, approval) WHERE approval IN ('waiting', 'refused')",
  ],
};
