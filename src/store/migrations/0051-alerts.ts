/** What other programs say happened, who was told of it, when each program last spoke; tokens that may say it. */

import type { Migration } from './step.ts';

export const alertsSchema: Migration = {
  number: 51,
  name: 'alerts',
  statements: [
    // `read` or `alert`: what the token is for.
    "ALTER TABLE api_token ADD COLUMN may TEXT NOT NULL DEFAULT 'read'",
    // `entry`: number of its line in the log.
    `CREATE TABLE alert (
      unit_id     TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      number      INTEGER NOT NULL CHECK (number > 0),
      source      TEXT NOT NULL,
      alert_key   TEXT NOT NULL,
      title       TEXT NOT NULL,
      severity    TEXT NOT NULL,
      system      TEXT NOT NULL,
      fired_at    INTEGER NOT NULL,
      entry       INTEGER NOT NULL,
      times       INTEGER NOT NULL,
      taken_at    INTEGER,
      resolved_at INTEGER,
      PRIMARY KEY (unit_id, number)
    ) STRICT`,
    // One that lasts stands once.
    'CREATE UNIQUE INDEX alert_open ON alert (unit_id, source, alert_key) WHERE resolved_at IS NULL',
    `CREATE TABLE alert_told (
      unit_id  TEXT NOT NULL,
      alert    INTEGER NOT NULL,
      staff_id TEXT NOT NULL,
      at       INTEGER NOT NULL,
      took     INTEGER NOT NULL CHECK (took IN (0, 1)),
      PRIMARY KEY (unit_id, alert, staff_id),
      FOREIGN KEY (unit_id, alert) REFERENCES alert (unit_id, number) ON DELETE CASCADE,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT`,
    `CREATE TABLE alert_source (
      unit_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      name    TEXT NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (unit_id, name)
    ) STRICT`,
    `CREATE TABLE alert_setting (
      unit_id        TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      next_minutes   INTEGER NOT NULL CHECK (next_minutes > 0),
      silent_minutes INTEGER NOT NULL CHECK (silent_minutes > 0)
    ) STRICT`,
  ],
};
