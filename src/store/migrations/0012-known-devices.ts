/** Browsers that accounts have signed in from. */

import type { Migration } from './step.ts';

export const knownDevicesSchema: Migration = {
  number: 12,
  name: 'known-devices',
  statements: [
    // A hash of chance that the browser keeps, whose it is, and nothing else: neither address nor name of the browser.
    `CREATE TABLE known_device (
      account_id TEXT NOT NULL REFERENCES account (id),
      token_hash TEXT NOT NULL,
      used_at    INTEGER NOT NULL,
      PRIMARY KEY (account_id, token_hash)
    ) STRICT`,
    'CREATE INDEX known_device_by_token ON known_device (token_hash)',
  ],
};
