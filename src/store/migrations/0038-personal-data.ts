/** What people ask of the data kept about them, and breaches that were found. */

import type { Migration } from './step.ts';

export const personalDataSchema: Migration = {
  number: 38,
  name: 'personal-data',
  statements: [
    `CREATE TABLE data_request (
      id          TEXT NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('see', 'correct', 'restrict', 'complain', 'erase')),
      words       TEXT NOT NULL,
      asked_at    INTEGER NOT NULL,
      answered_at INTEGER,
      done_at     INTEGER,
      answer      TEXT NOT NULL,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
    'CREATE INDEX data_request_by_unit ON data_request (unit_id, asked_at)',
    `CREATE TABLE data_breach (
      id       TEXT NOT NULL PRIMARY KEY,
      unit_id  TEXT NOT NULL REFERENCES unit (id),
      found_at INTEGER NOT NULL,
      words    TEXT NOT NULL,
      told_at  INTEGER
    ) STRICT`,
  ],
};
