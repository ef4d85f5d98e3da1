/** What words of a roster mean is remembered as columns of lists are: the table anew, since its lists are checked. */

import type { Migration } from './step.ts';

export const rosterColumnsSchema: Migration = {
  number: 34,
  name: 'roster-columns',
  statements: [
    'ALTER TABLE list_column RENAME TO list_column_before',
    // Of rosters, a heading is a word that names a post, shift or code, and the field the post and shift it means.
    `CREATE TABLE list_column (
      unit_id TEXT NOT NULL REFERENCES unit (id),
      list    TEXT NOT NULL CHECK (list IN ('staff', 'leave', 'roster')),
      heading TEXT NOT NULL,
      field   TEXT NOT NULL,
      PRIMARY KEY (unit_id, list, heading)
    ) STRICT, WITHOUT ROWID`,
    'INSERT INTO list_column SELECT unit_id, list, heading, field FROM list_column_before',
    'DROP TABLE list_column_before',
  ],
};
