/** Answers between installations, mails about orders beside reminders, and how long phones of answers are shown. */

import type { Migration } from './step.ts';

export const upwardSchema: Migration = {
  number: 54,
  name: 'upward',
  statements: [
    // `secret`: the superior's token, sealed. `superior_name`, `unit_name`: as the superior said when it was last asked.
    `CREATE TABLE upward_link (
      unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      address       TEXT NOT NULL,
      secret        TEXT NOT NULL,
      superior_name TEXT NOT NULL,
      unit_name     TEXT NOT NULL,
      saved_at      INTEGER NOT NULL,
      asked_at      INTEGER,
      read_at       INTEGER,
      outcome       TEXT NOT NULL
    ) STRICT`,
    // next_at null: received, given up, or another took its place. `receipt` is JSON, what the superior judged.
    `CREATE TABLE answer_upload (
      answer_id   INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      upload_key  TEXT NOT NULL UNIQUE,
      created_at  INTEGER NOT NULL,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      received_at INTEGER,
      outcome     TEXT NOT NULL,
      receipt     TEXT
    ) STRICT`,
    'CREATE INDEX answer_upload_due ON answer_upload (next_at) WHERE next_at IS NOT NULL',
    // The same key once more is the same answer: it is not taken twice.
    `CREATE TABLE answer_receipt (
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      receipt_key TEXT NOT NULL,
      body_hash   TEXT NOT NULL,
      answer_id   INTEGER NOT NULL REFERENCES answer (id),
      receipt     TEXT NOT NULL,
      PRIMARY KEY (order_id, unit_id, receipt_key)
    ) STRICT`,
    // What a mail or text was about: a reminder by hand, or what became of the order.
    "ALTER TABLE order_reminder ADD COLUMN about TEXT NOT NULL DEFAULT 'remind'",
    `CREATE TABLE order_setting (
      unit_id     TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      phones_days INTEGER NOT NULL CHECK (phones_days BETWEEN 0 AND 3650)
    ) STRICT`,
  ],
};
