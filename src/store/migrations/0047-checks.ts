/** What each post looks at while it watches. */

import type { Migration } from './step.ts';

export const checksSchema: Migration = {
  number: 47,
  name: 'checks',
  statements: [
    // Times, what is asked and phrases as JSON; `position` is the order on the page.
    `CREATE TABLE watch_check (
      unit_id        TEXT NOT NULL,
      id             TEXT NOT NULL,
      post_id        TEXT NOT NULL,
      position       INTEGER NOT NULL,
      system         TEXT NOT NULL,
      name           TEXT NOT NULL,
      times          TEXT NOT NULL,
      asks           TEXT NOT NULL,
      phrases        TEXT NOT NULL,
      severity       TEXT NOT NULL CHECK (severity IN ('warning', 'serious')),
      within_minutes INTEGER NOT NULL CHECK (within_minutes > 0),
      since          INTEGER NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
  ],
};
