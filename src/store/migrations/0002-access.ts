/** Holiday entries of a unit's own; accounts, what they are in units, their sessions; where a change came from. */

import type { Migration } from './step.ts';

const HOLIDAYS = [
  `CREATE TABLE holiday_entry (
    unit_id TEXT NOT NULL REFERENCES unit (id),
    year    INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    entry   TEXT NOT NULL,
    PRIMARY KEY (unit_id, year, kind)
  ) STRICT`,
];

const ROLE = `role IN ('administrator', 'manager', 'approver', 'technician', 'reader')`;

const ACCOUNTS = [
  // The password is kept as a slow, salted hash; the secrets of authenticator apps are sealed with a key that is not
  // in the database. `totp_step` is the last code's, so that none is good twice.
  `CREATE TABLE account (
    id              TEXT NOT NULL PRIMARY KEY,
    sign_in_name    TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    language        TEXT NOT NULL,
    operator        INTEGER NOT NULL CHECK (operator IN (0, 1)),
    password_hash   TEXT,
    totp_secret     TEXT,
    totp_proposed   TEXT,
    totp_step       INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    disabled_at     INTEGER
  ) STRICT`,
  `CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES account (id),
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    role       TEXT NOT NULL CHECK (${ROLE}),
    staff_id   TEXT,
    PRIMARY KEY (account_id, unit_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT`,
  // One account a person; accounts of nobody on the staff list are not counted, since NULLs differ.
  'CREATE UNIQUE INDEX membership_by_person ON membership (unit_id, staff_id)',
  `CREATE TABLE invitation (
    id         TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    role       TEXT NOT NULL CHECK (${ROLE}),
    staff_id   TEXT,
    account_id TEXT REFERENCES account (id),
    invited_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER,
    revoked_at INTEGER,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT`,
  'CREATE INDEX invitation_by_unit ON invitation (unit_id)',
  `CREATE TABLE session (
    id         TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id),
    opened_at  INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,
    proved_at  INTEGER NOT NULL,
    address    TEXT NOT NULL,
    client     TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX session_by_account ON session (account_id)',
  // Keys are hashes: who reads this table learns neither names tried nor addresses.
  `CREATE TABLE throttle (
    key      TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX throttle_by_age ON throttle (last_at)',
  `CREATE TABLE setup_code (
    id        INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    code_hash TEXT NOT NULL,
    made_at   INTEGER NOT NULL
  ) STRICT`,
];

const ORIGIN = [
  'ALTER TABLE audit_entry ADD COLUMN address TEXT',
  'ALTER TABLE audit_entry ADD COLUMN request_id TEXT',
  'CREATE INDEX audit_entry_by_age ON audit_entry (at)',
];

export const accessSchema: Migration = {
  number: 2,
  name: 'access',
  statements: [...HOLIDAYS, ...ACCOUNTS, ...ORIGIN],
};
