/** What other machines use: tokens of the JSON API, web hooks and what is still to be sent to them, busy calendars; what feeds notice. */

import type { Migration } from './step.ts';

const ASKED_BY_MACHINES = [
  // The token itself is nowhere, as with feeds.
  `CREATE TABLE api_token (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    name         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER
  ) STRICT`,
  'CREATE INDEX api_token_by_unit ON api_token (unit_id)',
];

const TOLD_TO_MACHINES = [
  // The secret is sealed with the key that is not in the database.
  `CREATE TABLE web_hook (
    id         TEXT NOT NULL PRIMARY KEY,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    address    TEXT NOT NULL,
    secret     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER
  ) STRICT`,
  'CREATE INDEX web_hook_by_unit ON web_hook (unit_id)',
  // Written in the transaction that publishes, so nothing is told that did not happen and nothing that did is not.
  // `next_at` is null once it was delivered or given up.
  `CREATE TABLE web_hook_message (
    id           TEXT NOT NULL PRIMARY KEY,
    hook_id      TEXT NOT NULL REFERENCES web_hook (id),
    body         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    next_at      INTEGER,
    delivered_at INTEGER,
    outcome      TEXT
  ) STRICT`,
  'CREATE INDEX web_hook_message_due ON web_hook_message (next_at)',
  'CREATE INDEX web_hook_message_by_hook ON web_hook_message (hook_id, created_at)',
];

const READ_FROM_MACHINES = [
  // One calendar a person; its address is a secret of that person, and sealed.
  `CREATE TABLE busy_calendar (
    unit_id    TEXT NOT NULL,
    staff_id   TEXT NOT NULL,
    address    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    asked_at   INTEGER,
    read_at    INTEGER,
    outcome    TEXT,
    PRIMARY KEY (unit_id, staff_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  // Only when the person is busy: titles and places of private events are not kept.
  `CREATE TABLE leave_proposal (
    unit_id   TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (unit_id, staff_id, starts_at),
    FOREIGN KEY (unit_id, staff_id) REFERENCES busy_calendar (unit_id, staff_id) ON DELETE CASCADE
  ) STRICT`,
];

const WATCHED_BY_FEEDS = [
  // An erasure rewrites published versions in place: feeds rendered before must notice.
  'ALTER TABLE version ADD COLUMN rewrites INTEGER NOT NULL DEFAULT 0',
];

export const machinesSchema: Migration = {
  number: 4,
  name: 'machines',
  statements: [...ASKED_BY_MACHINES, ...TOLD_TO_MACHINES, ...READ_FROM_MACHINES, ...WATCHED_BY_FEEDS],
};
