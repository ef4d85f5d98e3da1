/** What people are told, how it goes out, who has said “đã nhận lịch”, and how each unit wants it. */

import type { Migration } from './step.ts';

const TOLD = [
  // Written in the transaction that makes what is told. `number` is the order in which a person is told.
  `CREATE TABLE notice (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    unit_id    TEXT NOT NULL,
    staff_id   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    period_id  TEXT NOT NULL,
    version    INTEGER,
    facts      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    read_at    INTEGER,
    spread_at  INTEGER,
    UNIQUE (unit_id, staff_id, kind, subject),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX notice_unspread ON notice (number) WHERE spread_at IS NULL',
  'CREATE INDEX notice_unread ON notice (unit_id, staff_id) WHERE read_at IS NULL',
  'CREATE INDEX notice_by_period ON notice (unit_id, period_id)',
];

const SENT = [
  // One way out of one notice. `next_at` is null once it was sent or given up; `outcome` says why it was not sent.
  `CREATE TABLE notice_delivery (
    number   INTEGER NOT NULL REFERENCES notice (number) ON DELETE CASCADE,
    channel  TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at  INTEGER,
    sent_at  INTEGER,
    outcome  TEXT NOT NULL,
    PRIMARY KEY (number, channel)
  ) STRICT`,
  'CREATE INDEX notice_delivery_due ON notice_delivery (next_at) WHERE next_at IS NOT NULL',
  `CREATE INDEX notice_delivery_line ON notice_delivery (unit_id, staff_id, channel, number)
     WHERE next_at IS NOT NULL`,
  'CREATE INDEX notice_delivery_by_unit ON notice_delivery (unit_id, number)',
];

const RECEIVED = [
  `CREATE TABLE roster_receipt (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    way       TEXT NOT NULL,
    actor     TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, staff_id, version),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
];

const WANTED = [
  // The secret and the header are sealed with the key that is not in the database.
  `CREATE TABLE notice_setting (
    unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    told          INTEGER NOT NULL,
    mail          INTEGER NOT NULL,
    hook_address  TEXT,
    hook_secret   TEXT,
    hook_header   TEXT,
    hook_template TEXT
  ) STRICT`,
];

export const noticesSchema: Migration = {
  number: 28,
  name: 'notices',
  statements: ['DROP TABLE notices_seen', ...TOLD, ...SENT, ...RECEIVED, ...WANTED],
};
