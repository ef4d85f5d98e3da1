/** The audit trail proves itself: each entry carries a code made with a key that is not in the database. */

import type { Migration } from './step.ts';

export const auditChainSchema: Migration = {
  number: 27,
  name: 'audit-chain',
  statements: [
    // Empty in entries made before.
    'ALTER TABLE audit_entry ADD COLUMN link TEXT',
    // What the link holds of subject and details: these two may be rewritten when a person is erased, with a proof.
    'ALTER TABLE audit_entry ADD COLUMN told TEXT',
    'ALTER TABLE audit_entry ADD COLUMN retold TEXT',
    // Where the chain begins: its first entry follows this number and link, also after old ones were let go of.
    `CREATE TABLE audit_start (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      link   TEXT NOT NULL,
      proof  TEXT NOT NULL
    ) STRICT`,
  ],
};
