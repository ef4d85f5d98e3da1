/** Passkeys of accounts, challenges that were answered, the network browsers were last seen from, and what the installation asks of accounts. */

import type { Migration } from './step.ts';

export const passkeysSchema: Migration = {
  number: 41,
  name: 'passkeys',
  statements: [
    // `id` and `public_key` as the authenticator gave them, in base64url; `counter` never goes back, or is always 0.
    `CREATE TABLE passkey (
      id         TEXT NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      public_key TEXT NOT NULL,
      counter    INTEGER NOT NULL,
      transports TEXT NOT NULL,
      name       TEXT NOT NULL,
      added_at   INTEGER NOT NULL,
      used_at    INTEGER
    ) STRICT`,
    'CREATE INDEX passkey_by_account ON passkey (account_id)',
    `CREATE TABLE passkey_answer (
      challenge_hash TEXT NOT NULL PRIMARY KEY,
      at             INTEGER NOT NULL
    ) STRICT`,
    // A hash; empty for browsers seen before it was kept.
    "ALTER TABLE known_device ADD COLUMN network TEXT NOT NULL DEFAULT ''",
    // One row once somebody has said the level; `chosen` is what differs from what the level asks, as JSON.
    `CREATE TABLE safety (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      level  INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      since  INTEGER NOT NULL,
      chosen TEXT NOT NULL
    ) STRICT`,
  ],
};
