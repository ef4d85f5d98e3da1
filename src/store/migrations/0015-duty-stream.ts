/** The seats of every period's newest version as one stream of duties, so that a judgement reads its neighbours quickly. */

import { postgresStatement } from '../postgres/statement.ts';
import type { Migration } from './step.ts';

/** What a database on PostgreSQL takes of it: none was ever there before this step, with versions to read. */
const TABLE = [
  // A projection of the versions: written with each of them, and never read for what a version itself is asked for.
  // `position` is the place in the version's list of assignments. No reference to the staff list: it may lose people.
  `CREATE TABLE duty (
      unit_id    TEXT NOT NULL,
      period_id  TEXT NOT NULL,
      position   INTEGER NOT NULL,
      staff_id   TEXT NOT NULL,
      day        TEXT NOT NULL,
      starts_at  INTEGER NOT NULL,
      ends_at    INTEGER NOT NULL,
      night      INTEGER NOT NULL CHECK (night IN (0, 1)),
      shift_id   TEXT NOT NULL,
      pattern_id TEXT NOT NULL,
      label      TEXT NOT NULL,
      named_day  TEXT,
      post_id    TEXT NOT NULL,
      post_name  TEXT NOT NULL,
      tier       TEXT NOT NULL,
      presence   TEXT NOT NULL,
      PRIMARY KEY (unit_id, period_id, position),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
  'CREATE INDEX duty_by_end ON duty (unit_id, ends_at)',
  'CREATE INDEX duty_by_person ON duty (unit_id, staff_id, ends_at)',
];

export const dutyStream: Migration = {
  number: 15,
  name: 'duty-stream',
  statements: [
    ...TABLE,
    `INSERT INTO duty
     WITH newest AS MATERIALIZED (
       SELECT unit_id, period_id, snapshot FROM version
       WHERE withdrawn = 0 AND number = (
         SELECT max(number) FROM version AS other
         WHERE other.unit_id = version.unit_id AND other.period_id = version.period_id)
     ),
     seat AS MATERIALIZED (
       SELECT unit_id, period_id, each.key AS position, each.value ->> 'shiftId' AS shift_id,
              each.value ->> 'staffId' AS staff_id
       FROM newest, json_each(snapshot, '$.assignments') AS each
     ),
     shift AS MATERIALIZED (
       SELECT unit_id, period_id, each.value ->> 'id' AS shift_id, each.value ->> 'postId' AS post_id,
              each.value ->> 'patternId' AS pattern_id, each.value ->> 'label' AS label,
              each.value ->> 'day' AS day, each.value ->> '$.span.start' AS starts_at,
              each.value ->> '$.span.end' AS ends_at, each.value ->> 'night' AS night,
              each.value ->> 'namedDay' AS named_day
       FROM newest, json_each(snapshot, '$.plan.shifts') AS each
     ),
     post AS MATERIALIZED (
       SELECT unit_id, period_id, each.value ->> 'id' AS post_id, each.value ->> 'name' AS post_name,
              each.value ->> 'tier' AS tier, each.value ->> 'presence' AS presence
       FROM newest, json_each(snapshot, '$.plan.posts') AS each
     )
     SELECT unit_id, period_id, position, staff_id, day, starts_at, ends_at, night, shift_id, pattern_id, label,
            named_day, post_id, post_name, tier, presence
     FROM seat JOIN shift USING (unit_id, period_id, shift_id) JOIN post USING (unit_id, period_id, post_id)`,
  ],
  postgres: TABLE.map(postgresStatement),
};
