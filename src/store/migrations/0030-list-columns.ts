/** What a unit said a column of its lists is, by its heading: the next list of theirs is read so. */

import type { Migration } from './step.ts';

export const listColumnsSchema: Migration = {
  number: 30,
  name: 'list-columns',
  statements: [
    // An empty field is a column that is left out.
    `CREATE TABLE list_column (
      unit_id TEXT NOT NULL REFERENCES unit (id),
      list    TEXT NOT NULL CHECK (list IN ('staff', 'leave')),
      heading TEXT NOT NULL,
      field   TEXT NOT NULL,
      PRIMARY KEY (unit_id, list, heading)
    ) STRICT, WITHOUT ROWID`,
  ],
};
