/** When a person's name or numbers changed between two publishings: what calendars must be made to notice. */

import type { Migration } from './step.ts';

export const contactChangesSchema: Migration = {
  number: 25,
  name: 'contact-changes',
  statements: [
    // Moments alone: what the name and numbers were is nobody's business any more.
    `CREATE TABLE contact_change (
      unit_id    TEXT NOT NULL,
      staff_id   TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (unit_id, staff_id, changed_at),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
    ) STRICT, WITHOUT ROWID`,
  ],
};
