/** How far the audit trail has been sent to a log server. */

import type { Migration } from './step.ts';

export const auditForwardSchema: Migration = {
  number: 37,
  name: 'audit-forward',
  statements: [
    `CREATE TABLE audit_forward (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL
    ) STRICT`,
  ],
};
