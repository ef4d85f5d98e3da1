/** Reminders of shifts, shifts taken (“nhận ca”), and how each person wants to be told. */

import type { Migration } from './step.ts';

export const checkInsSchema: Migration = {
  number: 35,
  name: 'check-ins',
  statements: [
    'ALTER TABLE notice_setting ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE notice_setting ADD COLUMN check_in INTEGER NOT NULL DEFAULT 0',
    `CREATE TABLE check_in (
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      shift_id  TEXT NOT NULL,
      staff_id  TEXT NOT NULL,
      at        INTEGER NOT NULL,
      way       TEXT NOT NULL CHECK (way IN ('page', 'link', 'wall', 'told')),
      actor     TEXT NOT NULL,
      PRIMARY KEY (unit_id, period_id, shift_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
    // Times of day as HH:MM; channels switched off as "kind channel", one a line.
    `CREATE TABLE notice_choice (
      unit_id    TEXT NOT NULL,
      staff_id   TEXT NOT NULL,
      quiet_from TEXT,
      quiet_to   TEXT,
      evening    INTEGER NOT NULL,
      hour       INTEGER NOT NULL,
      off        TEXT NOT NULL,
      PRIMARY KEY (unit_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
  ],
};
