/** Swaps between people, drafts handed in to be approved, how a unit lets changes through; private links to one's own page. */

import type { Migration } from './step.ts';

const SWAPS = [
  // Text of two people goes when either is erased.
  `CREATE TABLE swap (
    id             TEXT NOT NULL PRIMARY KEY,
    unit_id        TEXT NOT NULL,
    period_id      TEXT NOT NULL,
    asker_id       TEXT NOT NULL,
    shift_id       TEXT NOT NULL,
    place          INTEGER NOT NULL,
    partner_id     TEXT,
    other_shift_id TEXT,
    other_place    INTEGER,
    message        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN
                     ('asked', 'consented', 'declined', 'withdrawn', 'approved', 'refused', 'expired')),
    asked_at       INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL,
    answered_at    INTEGER,
    decided_at     INTEGER,
    note           TEXT,
    cause          TEXT,
    version        INTEGER,
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, asker_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, partner_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX swap_by_unit ON swap (unit_id, asked_at)',
  // A seat is asked about once at a time.
  `CREATE UNIQUE INDEX swap_live_seat ON swap (unit_id, period_id, shift_id, place)
    WHERE state IN ('asked', 'consented')`,
];

const APPROVAL = [
  `CREATE TABLE submission (
    unit_id      TEXT NOT NULL,
    period_id    TEXT NOT NULL,
    number       INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    note         TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'published')),
    decided_by   TEXT,
    decided_at   INTEGER,
    reason       TEXT,
    PRIMARY KEY (unit_id, period_id, number),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  // A null says: as the unit has approvers.
  `CREATE TABLE duty_flow (
    unit_id            TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    approve_publishing INTEGER CHECK (approve_publishing IN (0, 1)),
    approve_swaps      INTEGER NOT NULL CHECK (approve_swaps IN (0, 1))
  ) STRICT`,
];

const OWN_PAGES = [
  // The token itself is nowhere, as with feeds.
  `CREATE TABLE personal_link (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL,
    staff_id     TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at   INTEGER,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX personal_link_by_person ON personal_link (unit_id, staff_id)',
  `CREATE TABLE notices_seen (
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    seen_at  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, staff_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
];

export const swapsSchema: Migration = {
  number: 7,
  name: 'swaps',
  statements: [...SWAPS, ...APPROVAL, ...OWN_PAGES],
};
