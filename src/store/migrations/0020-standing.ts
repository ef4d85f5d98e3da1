/** What stands for a unit whatever the period: posts, shift patterns, rules and points. Periods have copies of their own. */

import type { Migration } from './step.ts';

/** The one that begins last; of several, the first by id. */
const NEWEST = `p.id = (SELECT q.id FROM period q WHERE q.unit_id = p.unit_id ORDER BY q.starts_at DESC, q.id LIMIT 1)`;

const POST = `id, position, name, short_name, tier, presence, skills, cover_minimum, cover_target, systems, contacts`;
const PATTERN = `post_id, id, position, label, rrule, start_time, duration_minutes, days, from_day, cover_minimum, cover_target`;
const RULES = `profile, rules, points`;

function of(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
}

export const standingSchema: Migration = {
  number: 20,
  name: 'standing',
  statements: [
    `CREATE TABLE unit_post (
      unit_id       TEXT NOT NULL REFERENCES unit (id),
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
      PRIMARY KEY (unit_id, id)
    ) STRICT`,
    `CREATE TABLE unit_shift_pattern (
      unit_id          TEXT NOT NULL,
      post_id          TEXT NOT NULL,
      id               TEXT NOT NULL,
      position         INTEGER NOT NULL,
      label            TEXT NOT NULL,
      rrule            TEXT NOT NULL,
      start_time       TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL CHECK (duration_minutes > 0),
      days             TEXT,
      from_day         TEXT,
      cover_minimum    INTEGER,
      cover_target     INTEGER,
      PRIMARY KEY (unit_id, post_id, id),
      FOREIGN KEY (unit_id, post_id) REFERENCES unit_post (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
    `CREATE TABLE unit_rule_set (
      unit_id TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
      profile TEXT NOT NULL,
      rules   TEXT NOT NULL,
      points  TEXT NOT NULL
    ) STRICT`,
    // A unit of before stands as its newest period does.
    `INSERT INTO unit_post (unit_id, ${POST})
     SELECT x.unit_id, ${of('x', POST)} FROM post x
     JOIN period p ON p.unit_id = x.unit_id AND p.id = x.period_id WHERE ${NEWEST}`,
    `INSERT INTO unit_shift_pattern (unit_id, ${PATTERN})
     SELECT x.unit_id, ${of('x', PATTERN)} FROM shift_pattern x
     JOIN period p ON p.unit_id = x.unit_id AND p.id = x.period_id WHERE ${NEWEST}`,
    `INSERT INTO unit_rule_set (unit_id, ${RULES})
     SELECT x.unit_id, ${of('x', RULES)} FROM rule_set x
     JOIN period p ON p.unit_id = x.unit_id AND p.id = x.period_id WHERE ${NEWEST}`,
  ],
};
