/** Reports under orders between installations: those on their way up, and those that came, each taken once. */

import type { Migration } from './step.ts';

export const reportUploadsSchema: Migration = {
  number: 58,
  name: 'report-uploads',
  statements: [
    // next_at null: received, or given up.
    `CREATE TABLE report_upload (
      report_id   INTEGER NOT NULL PRIMARY KEY REFERENCES duty_report (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      upload_key  TEXT NOT NULL UNIQUE,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      received_at INTEGER,
      outcome     TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX report_upload_due ON report_upload (next_at) WHERE next_at IS NOT NULL',
    // The same key once more is the same report: it is not taken twice.
    `CREATE TABLE report_receipt (
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      receipt_key TEXT NOT NULL,
      body_hash   TEXT NOT NULL,
      report_id   INTEGER NOT NULL REFERENCES duty_report (id),
      PRIMARY KEY (order_id, unit_id, receipt_key)
    ) STRICT`,
  ],
};
