/** Hours a period leaves to another, and single seats replaced at short notice. */

import type { Migration } from './step.ts';

export const takingBackSchema: Migration = {
  number: 23,
  name: 'taking-back',
  statements: [
    // [{ postId, span, to }]: read whole, with the period.
    'ALTER TABLE period ADD COLUMN ceded TEXT',
    // 1 lets one seat be replaced at once where publishing asks for approval, to be approved afterwards.
    'ALTER TABLE duty_flow ADD COLUMN replace_at_once INTEGER NOT NULL DEFAULT 1 CHECK (replace_at_once IN (0, 1))',
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
      approval    TEXT CHECK (approval IN ('waiting', 'approved')),
      approved_by TEXT,
      approved_at INTEGER,
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
    ) STRICT`,
    "CREATE INDEX replacement_waiting ON replacement (unit_id) WHERE approval = 'waiting'",
  ],
};
