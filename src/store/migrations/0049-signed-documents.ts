/** Documents given out to be signed digitally, and the signed files that came back. */

import type { Migration } from './step.ts';

export const signedDocumentsSchema: Migration = {
  number: 49,
  name: 'signed-documents',
  statements: [
    // By period id and number, not by version: a signed file outlives what it was drawn from. `content` is base64 and null
    // while the file is out, as are the other columns of the signed file.
    `CREATE TABLE signed_document (
      unit_id      TEXT NOT NULL REFERENCES unit (id),
      id           TEXT NOT NULL,
      period_id    TEXT NOT NULL,
      version      INTEGER NOT NULL,
      part         TEXT NOT NULL,
      issued_at    INTEGER NOT NULL,
      issued_bytes INTEGER NOT NULL,
      sha256       TEXT NOT NULL,
      signed_at    INTEGER,
      signed_bytes INTEGER,
      signatures   TEXT,
      content      TEXT,
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
    'CREATE INDEX signed_document_of_version ON signed_document (unit_id, period_id, version)',
  ],
};
