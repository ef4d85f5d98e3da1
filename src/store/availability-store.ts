/** Leave and wishes: each line a person's, for any time. Periods have none of their own: they read what touches them. */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { AvailabilityLine, LineState, NewLine } from '../domain/availability-line.ts';
import type { AvailabilityEntry } from '../domain/case.ts';
import type { PeriodKey } from '../domain/period.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { AvailabilityRow } from './input-tables.ts';
import { changeIn, deleteIn } from './rows.ts';

/** All that makes a line what it is, weight and note aside. */
const SAME_LINE = [
  'unit_id',
  'staff_id',
  'kind',
  'from_day',
  'to_day',
  'start_time',
  'end_time',
  'rrule',
  'post_id',
] as const;

export interface LineQuestion {
  readonly staffIds?: readonly string[];
  /** Half-open days; lines that touch them. */
  readonly within?: { readonly from: Day; readonly to: Day };
  readonly state?: LineState;
  readonly ids?: readonly number[];
}

/** As they came in. */
export async function listLines(
  db: Database,
  unitId: string,
  { staffIds, within, state, ids }: LineQuestion = {},
): Promise<AvailabilityLine[]> {
  let query = db.selectFrom('availability').selectAll().where('unit_id', '=', unitId);
  if (staffIds) query = query.where('staff_id', 'in', staffIds);
  if (within) query = query.where('from_day', '<', within.to).where('to_day', '>', within.from);
  if (state) query = query.where('state', '=', state);
  if (ids) query = query.where('id', 'in', ids);
  return (await query.orderBy('id').execute()).map(lineFromRow);
}

/** Who takes part in the period and what is granted to them on these days. */
export async function listGranted(
  db: Database,
  { unitId, periodId }: PeriodKey,
  within: { readonly from: Day; readonly to: Day },
): Promise<AvailabilityEntry[]> {
  const rows = await db
    .selectFrom('availability')
    .innerJoin('period_staff', (join) =>
      join
        .onRef('period_staff.unit_id', '=', 'availability.unit_id')
        .onRef('period_staff.staff_id', '=', 'availability.staff_id')
        .on('period_staff.period_id', '=', periodId),
    )
    .selectAll('availability')
    .where('availability.unit_id', '=', unitId)
    .where('availability.state', '=', 'granted')
    .where('from_day', '<', within.to)
    .where('to_day', '>', within.from)
    .orderBy('availability.id')
    .execute();
  return rows.map(entryFromRow);
}

/** In place of the same line, where one stands: weight, note and what was said to it are then the new ones. */
export async function saveLines(db: Database, unitId: string, lines: readonly NewLine[]): Promise<void> {
  for (const line of lines) {
    const { weight, note, leave_kind, state, origin, entered_at, ...row } = lineToRow(unitId, line);
    const said = { weight, note, leave_kind, state, origin, entered_at, answered_at: null };
    await db
      .insertInto('availability')
      .values({ ...row, ...said })
      .onConflict((conflict) => conflict.columns(SAME_LINE).doUpdateSet(said))
      .execute();
  }
}

/** The lines that a period's case file brings, in place of those it brought before. Lines of other origin stay. */
export async function replaceCaseLines(
  db: Database,
  { unitId, periodId }: PeriodKey,
  entries: readonly AvailabilityEntry[],
): Promise<void> {
  await deleteIn(db, 'availability', { unit_id: unitId, period_id: periodId });
  const lines = entries.map((entry) => ({ entry, state: 'granted', origin: 'unit', periodId }) as const);
  await saveLines(db, unitId, lines);
}

/**
 * What a person's own calendar says from a day on (or of all time), in place of what it said before. Lines that someone
 * has agreed to or refused stay, and so does a line that stands there already.
 */
export async function replaceCalendarLines(
  db: Database,
  { unitId, staffId, from }: { readonly unitId: string; readonly staffId: string; readonly from?: Day },
  lines: readonly NewLine[],
): Promise<void> {
  let before = db
    .deleteFrom('availability')
    .where('unit_id', '=', unitId)
    .where('staff_id', '=', staffId)
    .where('origin', '=', 'calendar')
    .where('answered_at', 'is', null);
  if (from !== undefined) before = before.where('to_day', '>', from);
  await before.execute();
  for (const line of lines) {
    await db
      .insertInto('availability')
      .values(lineToRow(unitId, line))
      .onConflict((conflict) => conflict.columns(SAME_LINE).doNothing())
      .execute();
  }
}

export async function deleteLines(db: Database, unitId: string, ids: readonly number[]): Promise<void> {
  await deleteIn(db, 'availability', { unit_id: unitId, id: ids });
}

/** Only those that wait: what was answered by someone else meanwhile stays answered. How many there were. */
export async function answerLines(
  db: Database,
  { unitId, ids }: { readonly unitId: string; readonly ids: readonly number[] },
  answer: { readonly state: Exclude<LineState, 'waiting'>; readonly answeredAt: Instant },
): Promise<number> {
  return changeIn(db, 'availability', { unit_id: unitId, id: ids, state: 'waiting' }).to({
    state: answer.state,
    answered_at: answer.answeredAt,
  });
}

/** Someone's lines under another id, without their notes: when the rosters of old were made by stays, why does not. */
export async function anonymiseLines(
  db: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await changeIn(db, 'availability', { unit_id: unitId, staff_id: from }).to({
    staff_id: to,
    note: '',
    leave_kind: null,
  });
}

function lineToRow(unitId: string, { entry, ...line }: NewLine): Omit<AvailabilityRow, 'id'> {
  return {
    ...columnsOf(entry, ['staff_id', 'kind', 'weight', 'note', 'leave_kind']),
    ...columnsOf(line, ['state', 'origin', 'period_id', 'entered_at']),
    unit_id: unitId,
    from_day: entry.from,
    to_day: entry.to,
    start_time: entry.startTime ?? '',
    end_time: entry.endTime ?? '',
    rrule: entry.rrule ?? '',
    post_id: entry.postId ?? '',
    answered_at: null,
  };
}

type Stored = Omit<AvailabilityRow, 'id'> & { readonly id: number };

function lineFromRow(row: Stored): AvailabilityLine {
  const columns = ['id', 'state', 'origin', 'period_id', 'entered_at', 'answered_at'] as const;
  return { ...fieldsOf(row, columns), entry: entryFromRow(row) };
}

function entryFromRow(row: Stored): AvailabilityEntry {
  return {
    staffId: row.staff_id,
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    weight: row.weight,
    note: row.note,
    ...withoutNulls({
      startTime: row.start_time || null,
      endTime: row.end_time || null,
      rrule: row.rrule || null,
      postId: row.post_id || null,
      leaveKind: row.leave_kind,
    }),
  };
}
