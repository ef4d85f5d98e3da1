/** Codes for the day the authenticator app is lost. */

import type { Migration } from './step.ts';

export const recoveryCodesSchema: Migration = {
  number: 16,
  name: 'recovery-codes',
  statements: [
    // Hashed with the key that is not in the database: ten letters alone could be tried one after the other.
    `CREATE TABLE recovery_code (
      account_id TEXT NOT NULL REFERENCES account (id),
      code_hash  TEXT NOT NULL,
      PRIMARY KEY (account_id, code_hash)
    ) STRICT`,
  ],
};
