/** What units keep to make documents with: the fields of each period's letters, the numbers they took, Word forms of their own. */

import type { Migration } from './step.ts';

export const documentsSchema: Migration = {
  number: 6,
  name: 'documents',
  statements: [
    // By period id and not by period: a period that is loaded anew keeps its letterhead.
    `CREATE TABLE document_fields (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      fields    TEXT NOT NULL,
      saved_at  INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id)
    ) STRICT`,
    // Stays when the period's letter changes its type: the number was taken all the same. One that is put right
    // replaces itself.
    `CREATE TABLE document_number (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      type      TEXT NOT NULL,
      year      INTEGER NOT NULL,
      number    INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id, type, year)
    ) STRICT`,
    // `content` is base64: a form is small and seldom read.
    `CREATE TABLE word_form (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      id        TEXT NOT NULL,
      name      TEXT NOT NULL,
      file_name TEXT NOT NULL,
      bytes     INTEGER NOT NULL,
      content   TEXT NOT NULL,
      saved_at  INTEGER NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
  ],
};
