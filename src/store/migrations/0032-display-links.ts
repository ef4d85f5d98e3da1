/** Links by which a screen on a wall shows who is on duty, without an account. */

import type { Migration } from './step.ts';

export const displayLinksSchema: Migration = {
  number: 32,
  name: 'display links',
  statements: [
    `CREATE TABLE display_link (
      id           TEXT NOT NULL PRIMARY KEY,
      unit_id      TEXT NOT NULL REFERENCES unit (id),
      token_hash   TEXT NOT NULL UNIQUE,
      name         TEXT NOT NULL,
      phones       INTEGER NOT NULL,
      dims         INTEGER NOT NULL,
      created_at   INTEGER NOT NULL,
      last_used_at INTEGER,
      last_client  TEXT,
      revoked_at   INTEGER,
      ends_at      INTEGER
    ) STRICT`,
    'CREATE INDEX display_link_by_unit ON display_link (unit_id)',
  ],
};
