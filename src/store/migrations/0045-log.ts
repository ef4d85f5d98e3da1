/** The log of a unit, which proves itself as the audit trail does, and which parts of the watch the unit uses. */

import type { Migration } from './step.ts';

export const logSchema: Migration = {
  number: 45,
  name: 'log',
  statements: [
    // `parts`: one a line.
    `CREATE TABLE watch_setting (
      unit_id          TEXT NOT NULL PRIMARY KEY,
      parts            TEXT NOT NULL,
      kept_months      INTEGER NOT NULL CHECK (kept_months > 0),
      kept_long_months INTEGER NOT NULL CHECK (kept_long_months >= kept_months)
    ) STRICT`,
    // `told` is the code of all that an erasure or a purge may rewrite, `retold` of what it put there, `link` of the rest
    // and of the entry before. `subject`: kind, a space, id. `pictures`: digests, as a JSON list.
    `CREATE TABLE log_entry (
      unit_id     TEXT NOT NULL,
      number      INTEGER NOT NULL CHECK (number > 0),
      entry_key   TEXT NOT NULL,
      written_at  INTEGER NOT NULL,
      received_at INTEGER NOT NULL CHECK (received_at >= written_at),
      kind        TEXT NOT NULL,
      severity    TEXT NOT NULL,
      actor       TEXT NOT NULL,
      staff_id    TEXT,
      period_id   TEXT,
      shift_id    TEXT,
      post_id     TEXT,
      system      TEXT NOT NULL,
      words       TEXT NOT NULL,
      folded      TEXT NOT NULL,
      subject     TEXT,
      facts       TEXT NOT NULL,
      open        INTEGER NOT NULL CHECK (open IN (0, 1)),
      wanted_from TEXT NOT NULL,
      wanted_by   INTEGER,
      closes      INTEGER,
      corrects    INTEGER,
      pictures    TEXT NOT NULL,
      purged      INTEGER NOT NULL CHECK (purged IN (0, 1)),
      told        TEXT NOT NULL,
      link        TEXT NOT NULL,
      retold      TEXT,
      PRIMARY KEY (unit_id, number),
      UNIQUE (unit_id, entry_key)
    ) STRICT`,
    'CREATE INDEX log_entry_of_shift ON log_entry (unit_id, period_id, shift_id, number)',
    'CREATE INDEX log_entry_about ON log_entry (unit_id, subject, number) WHERE subject IS NOT NULL',
    'CREATE INDEX log_entry_open ON log_entry (unit_id, number) WHERE open = 1',
    'CREATE INDEX log_entry_closes ON log_entry (unit_id, closes) WHERE closes IS NOT NULL',
    'CREATE INDEX log_entry_corrects ON log_entry (unit_id, corrects) WHERE corrects IS NOT NULL',
    'CREATE INDEX log_entry_kept ON log_entry (unit_id, kind, received_at) WHERE purged = 0',
    // Kept apart: a page of lines reads none of them.
    `CREATE TABLE log_picture (
      unit_id      TEXT NOT NULL,
      entry_number INTEGER NOT NULL,
      place        INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2),
      type         TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
      bytes        BLOB NOT NULL,
      PRIMARY KEY (unit_id, entry_number, place)
    ) STRICT`,
    // Where the unit's chain begins, after old entries were let go of, and where it ends, so that its last are missed too.
    `CREATE TABLE log_chain (
      unit_id      TEXT NOT NULL PRIMARY KEY,
      start_number INTEGER NOT NULL,
      start_link   TEXT NOT NULL,
      start_proof  TEXT NOT NULL,
      head_number  INTEGER NOT NULL,
      head_proof   TEXT NOT NULL
    ) STRICT`,
    // This also stops INSERT OR REPLACE, which fires no DELETE trigger.
    `CREATE TRIGGER log_entry_follows BEFORE INSERT ON log_entry
     WHEN NEW.number <> 1 + coalesce(
         (SELECT max(number) FROM log_entry WHERE unit_id = NEW.unit_id),
         (SELECT start_number FROM log_chain WHERE unit_id = NEW.unit_id), 0)
       OR EXISTS (SELECT 1 FROM log_entry WHERE unit_id = NEW.unit_id AND entry_key = NEW.entry_key)
     BEGIN SELECT raise(ABORT, 'an entry of the log follows the one before'); END`,
    `CREATE TRIGGER log_entry_never_changes BEFORE UPDATE ON log_entry
     BEGIN SELECT raise(ABORT, 'an entry of the log never changes'); END`,
    `CREATE TRIGGER log_entry_never_goes BEFORE DELETE ON log_entry
     BEGIN SELECT raise(ABORT, 'an entry of the log never goes away'); END`,
    `CREATE TRIGGER log_picture_comes_once BEFORE INSERT ON log_picture
     WHEN EXISTS (SELECT 1 FROM log_picture WHERE unit_id = NEW.unit_id
                  AND entry_number = NEW.entry_number AND place = NEW.place)
     BEGIN SELECT raise(ABORT, 'a picture of the log never changes'); END`,
    `CREATE TRIGGER log_picture_never_changes BEFORE UPDATE ON log_picture
     BEGIN SELECT raise(ABORT, 'a picture of the log never changes'); END`,
    `CREATE TRIGGER log_picture_never_goes BEFORE DELETE ON log_picture
     BEGIN SELECT raise(ABORT, 'a picture of the log never goes away'); END`,
  ],
};
