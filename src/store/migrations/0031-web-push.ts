/** Devices that are told by web push, and whether a unit wants it. */

import type { Migration } from './step.ts';

const DEVICES = [
  // Where and by which keys a device is told is sealed with the key that is not in the database.
  `CREATE TABLE push_subscription (
    id            TEXT NOT NULL PRIMARY KEY,
    unit_id       TEXT NOT NULL,
    staff_id      TEXT NOT NULL,
    link_id       TEXT,
    endpoint_hash TEXT NOT NULL,
    sealed        TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    UNIQUE (unit_id, endpoint_hash),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX push_subscription_by_person ON push_subscription (unit_id, staff_id)',
];

export const webPushSchema: Migration = {
  number: 31,
  name: 'web push',
  statements: [...DEVICES, 'ALTER TABLE notice_setting ADD COLUMN push INTEGER NOT NULL DEFAULT 1'],
};
