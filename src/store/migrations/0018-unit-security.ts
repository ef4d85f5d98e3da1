/** What a unit asks of its members' accounts. */

import type { Migration } from './step.ts';

export const unitSecuritySchema: Migration = {
  number: 18,
  name: 'unit-security',
  statements: [
    `CREATE TABLE unit_security (
      unit_id        TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
      long_passwords INTEGER NOT NULL CHECK (long_passwords IN (0, 1))
    ) STRICT`,
  ],
};
