/** The count that the list of revocations, kept outside the database, goes by. */

import type { Migration } from './step.ts';

export const revocationCountSchema: Migration = {
  number: 14,
  name: 'revocation-count',
  statements: [
    `CREATE TABLE revocation_count (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL
    ) STRICT`,
  ],
};
