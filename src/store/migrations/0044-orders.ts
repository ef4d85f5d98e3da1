/** The tree of units; duty orders, whom they ask, and what was answered and reported. */

import type { Migration } from './step.ts';

const TREE = [
  `CREATE TABLE unit_place (
    unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    superior_id   TEXT REFERENCES unit (id),
    kind          TEXT NOT NULL,
    branch        TEXT NOT NULL,
    contact_name  TEXT NOT NULL,
    contact_title TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_email TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX unit_place_by_superior ON unit_place (superior_id)',
  // Only added to: what a unit sent stays with the superior it had then.
  `CREATE TABLE unit_move (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id     TEXT NOT NULL REFERENCES unit (id),
    superior_id TEXT REFERENCES unit (id),
    at          INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX unit_move_by_unit ON unit_move (unit_id)',
];

const ORDERS = [
  // content is JSON, the newest; unit_id null for one that came from another installation, found there by origin_id.
  `CREATE TABLE duty_order (
    id             TEXT NOT NULL PRIMARY KEY,
    unit_id        TEXT REFERENCES unit (id),
    superior_name  TEXT NOT NULL,
    zone           TEXT NOT NULL,
    content        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'lifted')),
    revision       INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    sent_at        INTEGER,
    changed_at     INTEGER,
    lifted_at      INTEGER,
    origin_address TEXT,
    origin_id      TEXT
  ) STRICT`,
  'CREATE INDEX duty_order_by_unit ON duty_order (unit_id)',
  `CREATE TABLE order_revision (
    order_id TEXT NOT NULL REFERENCES duty_order (id),
    revision INTEGER NOT NULL,
    content  TEXT NOT NULL,
    sent_at  INTEGER NOT NULL,
    sent_by  TEXT NOT NULL,
    PRIMARY KEY (order_id, revision)
  ) STRICT`,
  // content is base64: the dispatch itself, or a form to be filled.
  `CREATE TABLE order_file (
    order_id  TEXT NOT NULL REFERENCES duty_order (id),
    id        TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    content   TEXT NOT NULL,
    saved_at  INTEGER NOT NULL,
    PRIMARY KEY (order_id, id)
  ) STRICT`,
];

const ANSWERS = [
  // INTEGER ids, since two tables hold many rows of each. Only added to.
  `CREATE TABLE answer (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id  TEXT NOT NULL REFERENCES duty_order (id),
    unit_id   TEXT NOT NULL REFERENCES unit (id),
    number    INTEGER NOT NULL,
    sent_at   INTEGER NOT NULL,
    sent_by   TEXT NOT NULL,
    source    TEXT NOT NULL CHECK (source IN ('roster', 'link', 'file', 'machine')),
    period_id TEXT,
    version   INTEGER,
    revision  INTEGER NOT NULL,
    late      INTEGER NOT NULL,
    UNIQUE (order_id, unit_id, number)
  ) STRICT`,
  'CREATE INDEX answer_by_period ON answer (unit_id, period_id)',
  `CREATE TRIGGER answer_never_changes BEFORE UPDATE ON answer
   BEGIN SELECT raise(ABORT, 'an answer never changes'); END`,
  `CREATE TRIGGER answer_never_goes BEFORE DELETE ON answer
   BEGIN SELECT raise(ABORT, 'an answer never goes away'); END`,
  // None is longer than a day, so that who is on duty at a moment is found by when duties start.
  `CREATE TABLE answer_duty (
    answer_id INTEGER NOT NULL REFERENCES answer (id),
    position  INTEGER NOT NULL,
    tier      TEXT NOT NULL,
    label     TEXT NOT NULL,
    demand_id TEXT,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    name      TEXT NOT NULL,
    title     TEXT NOT NULL,
    phone     TEXT NOT NULL,
    staff_id  TEXT,
    PRIMARY KEY (answer_id, position)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX answer_duty_by_start ON answer_duty (starts_at)',
  `CREATE TRIGGER answer_duty_never_changes BEFORE UPDATE ON answer_duty
   BEGIN SELECT raise(ABORT, 'an answer never changes'); END`,
  `CREATE TRIGGER answer_duty_never_goes BEFORE DELETE ON answer_duty
   BEGIN SELECT raise(ABORT, 'an answer never goes away'); END`,
  // Counted when it is sent, and again when the order changes.
  `CREATE TABLE answer_count (
    answer_id       INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
    revision        INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    asked_minutes   INTEGER NOT NULL,
    covered_minutes INTEGER NOT NULL,
    short_minutes   INTEGER NOT NULL,
    phones_missing  INTEGER NOT NULL
  ) STRICT`,
  // Of the answer in force alone. gaps is JSON: [from, to, held] each.
  `CREATE TABLE answer_day (
    answer_id       INTEGER NOT NULL REFERENCES answer (id),
    day             TEXT NOT NULL,
    demand_id       TEXT NOT NULL,
    tier            TEXT NOT NULL,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    asked_minutes   INTEGER NOT NULL,
    covered_minutes INTEGER NOT NULL,
    short_minutes   INTEGER NOT NULL,
    phones_missing  INTEGER NOT NULL,
    gaps            TEXT NOT NULL,
    PRIMARY KEY (answer_id, day, demand_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE answer_document (
    answer_id  INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
    number     TEXT NOT NULL,
    day        TEXT,
    signer     TEXT NOT NULL,
    file_name  TEXT,
    content    TEXT,
    saved_at   INTEGER NOT NULL
  ) STRICT`,
];

const ASKED = [
  // As the unit stood in the tree when it was asked; answer_id is the one in force.
  `CREATE TABLE asked_unit (
    order_id    TEXT NOT NULL REFERENCES duty_order (id),
    unit_id     TEXT NOT NULL REFERENCES unit (id),
    kind        TEXT NOT NULL,
    branch      TEXT NOT NULL,
    deadline    INTEGER NOT NULL,
    opened_at   INTEGER,
    period_id   TEXT,
    answer_id   INTEGER REFERENCES answer (id),
    outdated_at INTEGER,
    PRIMARY KEY (order_id, unit_id)
  ) STRICT`,
  'CREATE INDEX asked_unit_by_unit ON asked_unit (unit_id)',
  'CREATE INDEX asked_unit_by_answer ON asked_unit (answer_id)',
  // due_at 0: something arose. One sent again stands beside the one before; the newest counts.
  `CREATE TABLE duty_report (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id TEXT NOT NULL REFERENCES duty_order (id),
    unit_id  TEXT NOT NULL REFERENCES unit (id),
    duty_id  TEXT NOT NULL,
    due_at   INTEGER NOT NULL,
    sent_at  INTEGER NOT NULL,
    sent_by  TEXT NOT NULL,
    signer   TEXT NOT NULL,
    calm     INTEGER NOT NULL,
    late     INTEGER NOT NULL,
    texts    TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX duty_report_by_unit ON duty_report (order_id, unit_id, due_at)',
  `CREATE TABLE answer_link (
    id           TEXT NOT NULL PRIMARY KEY,
    order_id     TEXT NOT NULL REFERENCES duty_order (id),
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    token_hash   TEXT NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER,
    ends_at      INTEGER
  ) STRICT`,
  'CREATE INDEX answer_link_by_order ON answer_link (order_id, unit_id)',
  'CREATE INDEX answer_link_by_unit ON answer_link (unit_id)',
];

export const ordersSchema: Migration = {
  number: 44,
  name: 'orders',
  statements: [...TREE, ...ORDERS, ...ANSWERS, ...ASKED],
};
