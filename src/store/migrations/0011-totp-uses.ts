/** Codes that were taken, each by its step, in place of the last step alone: a clock set ahead uses up no step of today. */

import type { Migration } from './step.ts';

export const totpUsesSchema: Migration = {
  number: 11,
  name: 'totp-uses',
  statements: [
    `CREATE TABLE totp_use (
      id         INTEGER NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id),
      step       INTEGER NOT NULL,
      UNIQUE (account_id, step)
    ) STRICT`,
    'INSERT INTO totp_use (account_id, step) SELECT id, totp_step FROM account WHERE totp_step > 0',
    'ALTER TABLE account DROP COLUMN totp_step',
  ],
};
