/** What was typed and could not be taken yet, where every server finds it; and whom the directory made members of one unit. */

import type { Migration } from './step.ts';

export const heldFormsSchema: Migration = {
  number: 60,
  name: 'held-forms',
  oldest: 59,
  statements: [
    // Sealed for the account; by the hash of an id that only its sender is told.
    `CREATE TABLE held_form (
      id_hash    TEXT NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      until      INTEGER NOT NULL,
      sealed     TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX held_form_by_account ON held_form (account_id, until)',
    'CREATE INDEX held_form_by_end ON held_form (until)',
    'CREATE INDEX directory_membership_by_unit ON directory_membership (unit_id)',
  ],
};
