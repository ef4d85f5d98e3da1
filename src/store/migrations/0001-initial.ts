/**
 * The first schema. People, their ledger and the unit are shared by all periods of the unit; posts, rules,
 * availability and pins belong to one period, so that working on the next holiday never changes the last one.
 * Lists that are only ever read whole (skills, systems, contacts, rules, rosters) are JSON text, not tables.
 */

import type { Migration } from './step.ts';

/** Instants are milliseconds since 1970, days are `YYYY-MM-DD`, yes and no are 1 and 0. */
const INPUTS = [
  `CREATE TABLE unit (
    id          TEXT NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    parent_name TEXT,
    place       TEXT,
    zone        TEXT NOT NULL,
    call_note   TEXT
  ) STRICT`,
  `CREATE TABLE staff_member (
    unit_id       TEXT NOT NULL REFERENCES unit (id),
    id            TEXT NOT NULL,
    name          TEXT NOT NULL,
    title         TEXT NOT NULL,
    department    TEXT NOT NULL,
    phone         TEXT NOT NULL,
    email         TEXT NOT NULL,
    skills        TEXT NOT NULL,
    home_province TEXT NOT NULL,
    newcomer      INTEGER NOT NULL CHECK (newcomer IN (0, 1)),
    limits        TEXT NOT NULL,
    share         REAL NOT NULL CHECK (share > 0 AND share <= 1),
    PRIMARY KEY (unit_id, id)
  ) STRICT`,
  `CREATE TABLE period (
    unit_id   TEXT NOT NULL REFERENCES unit (id),
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    parts     TEXT,
    holidays  TEXT NOT NULL,
    submit_by INTEGER,
    PRIMARY KEY (unit_id, id)
  ) STRICT`,
  `CREATE TABLE rule_set (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    profile   TEXT NOT NULL,
    rules     TEXT NOT NULL,
    points    TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  // Who takes part in a period, in the order of the list handed over.
  `CREATE TABLE period_staff (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id, staff_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT`,
  `CREATE TABLE post (
    unit_id       TEXT NOT NULL,
    period_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    position      INTEGER NOT NULL,
    name          TEXT NOT NULL,
    short_name    TEXT NOT NULL,
    tier          TEXT NOT NULL,
    presence      TEXT NOT NULL,
    skills        TEXT NOT NULL,
    cover_minimum INTEGER NOT NULL,
    cover_target  INTEGER NOT NULL,
    systems       TEXT NOT NULL,
    contacts      TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  `CREATE TABLE shift_pattern (
    unit_id          TEXT NOT NULL,
    period_id        TEXT NOT NULL,
    post_id          TEXT NOT NULL,
    id               TEXT NOT NULL,
    position         INTEGER NOT NULL,
    label            TEXT NOT NULL,
    rrule            TEXT NOT NULL,
    start_time       TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL CHECK (duration_minutes > 0),
    cover_minimum    INTEGER,
    cover_target     INTEGER,
    PRIMARY KEY (unit_id, period_id, post_id, id),
    FOREIGN KEY (unit_id, period_id, post_id) REFERENCES post (unit_id, period_id, id) ON DELETE CASCADE
  ) STRICT`,
  `CREATE TABLE availability (
    unit_id    TEXT NOT NULL,
    period_id  TEXT NOT NULL,
    position   INTEGER NOT NULL,
    staff_id   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL CHECK (to_day > from_day),
    start_time TEXT,
    end_time   TEXT,
    rrule      TEXT,
    post_id    TEXT,
    weight     INTEGER NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, position),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE,
    FOREIGN KEY (unit_id, period_id, post_id) REFERENCES post (unit_id, period_id, id) ON DELETE CASCADE
  ) STRICT`,
  // A shift is worked out from posts and period and has no table: `shift_id` is checked when the plan is built.
  `CREATE TABLE pin (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    shift_id  TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id, shift_id, staff_id),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE
  ) STRICT`,
  `CREATE TABLE past_duty (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    position  INTEGER NOT NULL,
    staff_id  TEXT NOT NULL,
    day       TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    night     INTEGER NOT NULL CHECK (night IN (0, 1)),
    PRIMARY KEY (unit_id, period_id, position),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE
  ) STRICT`,
];

const MEMORY = [
  // `source` is the period whose published roster was carried here, or empty for what was imported.
  `CREATE TABLE ledger_entry (
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    year     INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    source   TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (unit_id, staff_id, year, kind, source),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT`,
  `CREATE TABLE draft (
    unit_id     TEXT NOT NULL,
    period_id   TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    assignments TEXT NOT NULL,
    certificate TEXT,
    updated_at  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT`,
  // What was published stands by itself: plan, roster and people as they were, whatever is edited later.
  `CREATE TABLE version (
    unit_id         TEXT NOT NULL,
    period_id       TEXT NOT NULL,
    number          INTEGER NOT NULL,
    published_at    INTEGER NOT NULL,
    note            TEXT NOT NULL,
    override_reason TEXT,
    withdrawn       INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    certificate     TEXT,
    snapshot        TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, number),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
  ) STRICT`,
  // Numbers run 1, 2, 3 … and time runs forward: this also stops INSERT OR REPLACE, which fires no DELETE trigger.
  `CREATE TRIGGER version_follows BEFORE INSERT ON version
   WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM version
                           WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
     OR NEW.published_at <= (SELECT max(published_at) FROM version
                             WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
   BEGIN SELECT raise(ABORT, 'a version follows the one before'); END`,
  `CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
   BEGIN SELECT raise(ABORT, 'a published version never changes'); END`,
  `CREATE TRIGGER version_never_goes BEFORE DELETE ON version
   BEGIN SELECT raise(ABORT, 'a published version never goes away'); END`,
];

const ACCESS = [
  // The token itself is nowhere: who reads this table cannot read a feed (FEEDS.md 25).
  `CREATE TABLE feed_token (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    scope        TEXT NOT NULL CHECK (scope IN ('personal', 'post', 'unit', 'leaders')),
    subject_id   TEXT CHECK ((subject_id IS NOT NULL) = (scope IN ('personal', 'post'))),
    options      TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER
  ) STRICT`,
  'CREATE INDEX feed_token_by_unit ON feed_token (unit_id)',
  `CREATE TABLE audit_entry (
    id        INTEGER NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    action    TEXT NOT NULL,
    unit_id   TEXT NOT NULL,
    subject   TEXT NOT NULL,
    details   TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX audit_entry_by_unit ON audit_entry (unit_id, id)',
  `CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
   BEGIN SELECT raise(ABORT, 'an audit entry never changes'); END`,
  `CREATE TRIGGER audit_entry_never_goes BEFORE DELETE ON audit_entry
   BEGIN SELECT raise(ABORT, 'an audit entry never goes away'); END`,
  // INSERT OR REPLACE fires no DELETE trigger.
  `CREATE TRIGGER audit_entry_is_never_replaced BEFORE INSERT ON audit_entry
   WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
   BEGIN SELECT raise(ABORT, 'an audit entry is never replaced'); END`,
];

export const initialSchema: Migration = {
  number: 1,
  name: 'initial',
  statements: [...INPUTS, ...MEMORY, ...ACCESS],
};
