/**
 * The unit's stream of duties: the seats of every period's newest version, kept in rows so that nobody has to open the
 * versions to know what stands beside a plan. A withdrawn version has none.
 */

import type { Instant, Interval } from '../calendar/interval.ts';
import type { FixedDuty, PublishedSeat } from '../domain/duty-stream.ts';
import { RosterIndex } from '../domain/roster-index.ts';
import type { RosterVersion } from '../domain/version.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { DutyRow } from './duty-tables.ts';
import { changeIn, deleteIn, insertIn } from './rows.ts';

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

/** The seats of this version in place of whatever the period had in the stream. */
export async function replaceDuties(db: Database, version: RosterVersion): Promise<void> {
  const { unit, period } = version.plan;
  await deleteIn(db, 'duty', { unit_id: unit.id, period_id: period.id });
  const rows = dutyRows(version);
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await insertIn(db, 'duty', rows.slice(i, i + ROWS_AT_ONCE));
  }
}

/** One person's duties become another's: of someone erased, who is nameless from now on. */
export async function moveDuties(
  db: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await changeIn(db, 'duty', { unit_id: unitId, staff_id: from }).to({ staff_id: to });
}

/** A published seat: its post is known. */
export type StreamDuty = FixedDuty & { readonly seat: PublishedSeat };

export interface DutyWindow {
  readonly unitId: string;
  /** Duties that share a moment with it. */
  readonly span: Interval;
  /** The period whose own duties are left out. */
  readonly except?: string;
}

/** Duties that end after a moment, with their period's name; by start, then period and seat. */
function dutiesAfter(db: Database, unitId: string, after: Instant) {
  return db
    .selectFrom('duty')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'duty.unit_id').onRef('period.id', '=', 'duty.period_id'),
    )
    .selectAll('duty')
    .select('period.name as period_name')
    .where('duty.unit_id', '=', unitId)
    .where('duty.ends_at', '>', after)
    .orderBy('duty.starts_at')
    .orderBy('duty.period_id')
    .orderBy('duty.position');
}

/** By start, then period and seat. */
export async function listDuties(db: Database, { unitId, span, except }: DutyWindow): Promise<FixedDuty[]> {
  let query = dutiesAfter(db, unitId, span.start).where('duty.starts_at', '<', span.end);
  if (except !== undefined) query = query.where('duty.period_id', '<>', except);
  return (await query.execute()).map(dutyFromRow);
}

/** All of the unit that end after the moment, those of periods that run or come; by start, then period and seat. */
export async function listComingDuties(
  db: Database,
  { unitId, after, staffId }: { readonly unitId: string; readonly after: Instant; readonly staffId?: string },
): Promise<StreamDuty[]> {
  let query = dutiesAfter(db, unitId, after);
  if (staffId !== undefined) query = query.where('duty.staff_id', '=', staffId);
  return (await query.execute()).map(dutyFromRow);
}

function dutyRows({ plan, roster, withdrawn }: RosterVersion): DutyRow[] {
  if (withdrawn) return [];
  const index = new RosterIndex(plan, roster);
  return roster.assignments.flatMap(({ shiftId, staffId }, position): DutyRow[] => {
    const shift = index.shiftById.get(shiftId);
    const post = shift && index.postById.get(shift.postId);
    if (!shift || !post) return [];
    return [
      {
        unit_id: plan.unit.id,
        period_id: plan.period.id,
        position,
        staff_id: staffId,
        day: shift.day,
        starts_at: shift.span.start,
        ends_at: shift.span.end,
        night: shift.night ? 1 : 0,
        shift_id: shift.id,
        pattern_id: shift.patternId,
        label: shift.label,
        named_day: shift.namedDay ?? null,
        post_id: post.id,
        post_name: post.name,
        tier: post.tier,
        presence: post.presence,
      },
    ];
  });
}

function dutyFromRow(row: DutyRow & { readonly period_name: string }): StreamDuty {
  return {
    staffId: row.staff_id,
    day: row.day,
    span: { start: row.starts_at, end: row.ends_at },
    night: row.night === 1,
    seat: {
      period: { id: row.period_id, name: row.period_name },
      post: { id: row.post_id, name: row.post_name, tier: row.tier, presence: row.presence },
      shiftId: row.shift_id,
      patternId: row.pattern_id,
      label: row.label,
      ...withoutNulls({ namedDay: row.named_day }),
    },
  };
}
