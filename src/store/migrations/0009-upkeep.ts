/** What a unit keeps up by hand: days a shift is for, corrections of the ledger with their reasons, its own contacts. */

import type { Migration } from './step.ts';

export const upkeepSchema: Migration = {
  number: 9,
  name: 'upkeep',
  statements: [
    // Null: every day of the recurrence.
    'ALTER TABLE shift_pattern ADD COLUMN days TEXT',
    // Why and by whom; what it comes to stands in `ledger_entry` with the source `*`, as no period may be called.
    `CREATE TABLE ledger_edit (
      id       INTEGER NOT NULL PRIMARY KEY,
      unit_id  TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      year     INTEGER NOT NULL,
      kind     TEXT NOT NULL,
      change   INTEGER NOT NULL,
      reason   TEXT NOT NULL,
      actor    TEXT NOT NULL,
      made_at  INTEGER NOT NULL,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
    ) STRICT`,
    'CREATE INDEX ledger_edit_by_person ON ledger_edit (unit_id, staff_id)',
    // `replaces` is the shipped entry it stands for, by the directory's id.
    `CREATE TABLE contact_entry (
      unit_id  TEXT NOT NULL REFERENCES unit (id),
      id       TEXT NOT NULL,
      name     TEXT NOT NULL,
      role     TEXT NOT NULL,
      phone    TEXT NOT NULL,
      email    TEXT NOT NULL,
      note     TEXT NOT NULL,
      as_of    TEXT NOT NULL,
      source   TEXT NOT NULL,
      replaces TEXT,
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
  ],
};
