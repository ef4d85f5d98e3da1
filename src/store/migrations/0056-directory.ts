/** What came from an organisation's directory, and goes when the directory no longer says it. */

import type { Migration } from './step.ts';

export const directorySchema: Migration = {
  number: 56,
  name: 'directory',
  statements: [
    // Memberships by a group; those given here by hand stay out of it.
    `CREATE TABLE directory_membership (
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      unit_id    TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      PRIMARY KEY (account_id, unit_id)
    ) STRICT`,
    // Shut out because the directory shut them out; let in again when it does.
    `CREATE TABLE directory_leaver (
      account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE
    ) STRICT`,
  ],
};
