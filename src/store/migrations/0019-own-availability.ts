/** Leave and wishes are the person's, for any time; what people ask for themselves waits for the unit's consent. */

import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../calendar/interval.ts';
import { leaveEntries } from '../../domain/leave-proposal.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './step.ts';

/** What makes a line what it is: the same line of two periods, or of one file twice, stands once. */
const LINE = 'unit_id, staff_id, kind, from_day, to_day, start_time, end_time, rrule, post_id';

export const ownAvailabilitySchema: Migration = {
  number: 19,
  name: 'own-availability',
  statements: [
    'ALTER TABLE availability RENAME TO availability_of_period',
    // Empty text is "none": columns that tell lines apart hold no nulls. `period_id` is the period whose case file
    // brought the line, and no reference: the line stays with the person when the period goes. A post that a plan does
    // not have is no fault: the wish has no effect there.
    `CREATE TABLE availability (
      id          INTEGER NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      kind        TEXT NOT NULL,
      from_day    TEXT NOT NULL,
      to_day      TEXT NOT NULL CHECK (to_day > from_day),
      start_time  TEXT NOT NULL,
      end_time    TEXT NOT NULL,
      rrule       TEXT NOT NULL,
      post_id     TEXT NOT NULL,
      weight      INTEGER NOT NULL,
      note        TEXT NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('granted', 'waiting', 'refused')),
      origin      TEXT NOT NULL CHECK (origin IN ('unit', 'person', 'calendar')),
      period_id   TEXT,
      entered_at  INTEGER,
      answered_at INTEGER,
      UNIQUE (${LINE}),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT`,
    // The newest period first: its note and weight are the ones that stay.
    `INSERT INTO availability (${LINE}, weight, note, state, origin, period_id)
     SELECT a.unit_id, a.staff_id, a.kind, a.from_day, a.to_day, coalesce(a.start_time, ''), coalesce(a.end_time, ''),
       coalesce(a.rrule, ''), coalesce(a.post_id, ''), a.weight, a.note, 'granted', 'unit', a.period_id
     FROM availability_of_period a
     JOIN period p ON p.unit_id = a.unit_id AND p.id = a.period_id
     WHERE true
     ORDER BY p.starts_at DESC, a.period_id, a.position
     ON CONFLICT DO NOTHING`,
    'DROP TABLE availability_of_period',
    // Of the unit: whether leave that people ask for themselves waits until someone agrees.
    'ALTER TABLE duty_flow ADD COLUMN leave_waits INTEGER NOT NULL DEFAULT 1 CHECK (leave_waits IN (0, 1))',
  ],
  follow: proposalsWait,
};

/** What a calendar proposed is leave that waits, but for what stands there already. Written out: stores move on, this does not. */
async function proposalsWait(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<Proposal>`
    SELECT leave_proposal.*, unit.zone FROM leave_proposal JOIN unit ON unit.id = leave_proposal.unit_id
    ORDER BY starts_at`.execute(db);
  for (const { unit_id, staff_id: staffId, starts_at: start, ends_at: end, zone } of rows) {
    for (const { from, to, startTime, endTime } of leaveEntries(
      { start, end },
      { staffId, note: '', zone },
    )) {
      await sql`
        INSERT INTO availability
          (unit_id, staff_id, kind, from_day, to_day, start_time, end_time, rrule, post_id, weight, note, state, origin)
        VALUES (${unit_id}, ${staffId}, 'leave', ${from}, ${to}, ${startTime ?? ''}, ${endTime ?? ''}, '', '', 1, '',
          'waiting', 'calendar')
        ON CONFLICT DO NOTHING`.execute(db);
    }
  }
  await sql`DROP TABLE leave_proposal`.execute(db);
}

interface Proposal {
  readonly unit_id: string;
  readonly staff_id: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly zone: string;
}
