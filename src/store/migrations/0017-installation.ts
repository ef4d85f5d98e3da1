/** Which installation sends a feed, so that no two send the same UID. */

import type { Migration } from './step.ts';

export const installationSchema: Migration = {
  number: 17,
  name: 'installation',
  statements: [
    `CREATE TABLE installation (
      id      TEXT NOT NULL PRIMARY KEY,
      made_at INTEGER NOT NULL
    ) STRICT`,
    // Null for periods first published before: calendars out there hold their UIDs without it.
    'ALTER TABLE version ADD COLUMN uid_scope TEXT',
  ],
};
