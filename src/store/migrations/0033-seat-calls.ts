/** Someone is sought for a published seat: who was asked, who answered what, who took it. */

import type { Migration } from './step.ts';

export const seatCallsSchema: Migration = {
  number: 33,
  name: 'seat calls',
  statements: [
    `CREATE TABLE seat_call (
      id        TEXT NOT NULL PRIMARY KEY,
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      shift_id  TEXT NOT NULL,
      place     INTEGER NOT NULL,
      from_id   TEXT NOT NULL,
      called_by TEXT NOT NULL,
      called_at INTEGER NOT NULL,
      ends_at   INTEGER NOT NULL,
      taken_by  TEXT,
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
    ) STRICT`,
    'CREATE INDEX seat_call_by_period ON seat_call (unit_id, period_id)',
    `CREATE TABLE seat_call_person (
      call_id     TEXT NOT NULL REFERENCES seat_call (id) ON DELETE CASCADE,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      answer      TEXT CHECK (answer IN ('yes', 'no')),
      answered_at INTEGER,
      PRIMARY KEY (call_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
    'CREATE INDEX seat_call_of_person ON seat_call_person (unit_id, staff_id)',
  ],
};
