/** Which key the secrets in the database are sealed with, so that no node goes on with another. */

import type { Migration } from './step.ts';

export const keyProofSchema: Migration = {
  number: 52,
  name: 'key-proof',
  statements: [
    // A keyed code that tells nothing of the key.
    `CREATE TABLE key_proof (
      id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      proof TEXT NOT NULL
    ) STRICT`,
  ],
};
