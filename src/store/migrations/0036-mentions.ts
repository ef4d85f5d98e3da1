/** Where texts may still speak of someone erased: places, not words, so that the list itself tells no name. */

import type { Migration } from './step.ts';

export const mentionsSchema: Migration = {
  number: 36,
  name: 'mentions',
  statements: [
    // `place` is a table and column, `row_key` the row's key as JSON, `seal` a keyed code of the text as it was looked at.
    `CREATE TABLE mention (
      number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      ghost_id  TEXT NOT NULL,
      place     TEXT NOT NULL,
      row_key   TEXT NOT NULL,
      starts_at INTEGER NOT NULL,
      stops_at  INTEGER NOT NULL CHECK (stops_at > starts_at),
      seal      TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX mention_by_person ON mention (unit_id, ghost_id)',
  ],
};
