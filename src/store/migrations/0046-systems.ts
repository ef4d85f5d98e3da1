/** What a unit says of the systems its posts watch. */

import type { Migration } from './step.ts';

export const systemsSchema: Migration = {
  number: 46,
  name: 'systems',
  statements: [
    // `level` by decree, null while nobody said it; `former` names as JSON: rosters of then call it so.
    `CREATE TABLE watched_system (
      unit_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      id      TEXT NOT NULL,
      name    TEXT NOT NULL,
      level   INTEGER CHECK (level BETWEEN 1 AND 5),
      owner   TEXT NOT NULL,
      phone   TEXT NOT NULL,
      email   TEXT NOT NULL,
      note    TEXT NOT NULL,
      former  TEXT NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
    // Skills that count as a certificate, as JSON.
    `CREATE TABLE system_setting (
      unit_id      TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      certificates TEXT NOT NULL
    ) STRICT`,
  ],
};
