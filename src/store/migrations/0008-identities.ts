/** Accounts that are signed in by an organisation's own identity provider. */

import type { Migration } from './step.ts';

export const identitiesSchema: Migration = {
  number: 8,
  name: 'identities',
  statements: [
    `CREATE TABLE account_identity (
      issuer     TEXT NOT NULL,
      subject    TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES account (id),
      linked_at  INTEGER NOT NULL,
      PRIMARY KEY (issuer, subject)
    ) STRICT`,
    'CREATE UNIQUE INDEX account_identity_by_account ON account_identity (account_id, issuer)',
  ],
};
