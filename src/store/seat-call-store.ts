/** Seats that someone is sought for, who was asked, and what they answered. */

import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { CallAnswer, SeatCall } from '../domain/seat-call.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Person } from './personal-link-store.ts';
import { changeIn, insertIn, rowsIn } from './rows.ts';
import type { SeatCallPersonRow, SeatCallRow } from './swap-tables.ts';

const COLUMNS = ['id', 'unit_id', 'period_id', 'from_id', 'ends_at', 'taken_by'] as const;

export async function insertSeatCall(db: Database, call: Omit<SeatCall, 'asked'>): Promise<void> {
  await insertIn(db, 'seat_call', {
    ...columnsOf(call, COLUMNS),
    ...columnsOf(call.seat, ['shift_id', 'place']),
    called_by: call.by,
    called_at: call.at,
  });
}

/** Who was asked already is not asked again, and keeps the answer. */
export async function addCalledPeople(
  db: Database,
  { id, unitId }: Pick<SeatCall, 'id' | 'unitId'>,
  staffIds: readonly string[],
): Promise<void> {
  const rows = staffIds.map((staffId) => ({
    call_id: id,
    unit_id: unitId,
    staff_id: staffId,
    answer: null,
    answered_at: null,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('seat_call_person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveCallAnswer(
  db: Database,
  { callId, staffId }: { readonly callId: string; readonly staffId: string },
  { answer, at }: { readonly answer: CallAnswer; readonly at: Instant },
): Promise<void> {
  await changeIn(db, 'seat_call_person', { call_id: callId, staff_id: staffId }).to({
    answer,
    answered_at: at,
  });
}

export async function saveCallTaken(db: Database, callId: string, staffId: string): Promise<void> {
  await changeIn(db, 'seat_call', { id: callId }).to({ taken_by: staffId });
}

export async function findSeatCall(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): Promise<SeatCall | undefined> {
  const rows = await rowsIn(db, 'seat_call', { unit_id: unitId, id }).execute();
  return (await withAsked(db, rows))[0];
}

/** Of one period, latest first. */
export async function listSeatCalls(db: Database, { unitId, periodId }: PeriodKey): Promise<SeatCall[]> {
  const rows = await rowsIn(db, 'seat_call', { unit_id: unitId, period_id: periodId })
    .orderBy('called_at', 'desc')
    .orderBy('id')
    .execute();
  return withAsked(db, rows);
}

/** Those that wait for the person's answer, by when they end. */
export async function listCallsTo(
  db: Database,
  { unitId, staffId }: Person,
  now: Instant,
): Promise<SeatCall[]> {
  const rows = await db
    .selectFrom('seat_call as c')
    .innerJoin('seat_call_person as p', 'p.call_id', 'c.id')
    .selectAll('c')
    .where('p.unit_id', '=', unitId)
    .where('p.staff_id', '=', staffId)
    .where('p.answer', 'is', null)
    .where('c.taken_by', 'is', null)
    .where('c.ends_at', '>', now)
    .orderBy('c.ends_at')
    .execute();
  return withAsked(db, rows);
}

async function withAsked(db: Database, calls: readonly SeatCallRow[]): Promise<SeatCall[]> {
  if (calls.length === 0) return [];
  const people = await db
    .selectFrom('seat_call_person')
    .selectAll()
    .where(
      'call_id',
      'in',
      calls.map(({ id }) => id),
    )
    .orderBy('staff_id')
    .execute();
  return calls.map((row) =>
    callFromRow(
      row,
      people.filter(({ call_id }) => call_id === row.id),
    ),
  );
}

function callFromRow(row: SeatCallRow, people: readonly SeatCallPersonRow[]): SeatCall {
  return {
    ...fieldsOf(row, COLUMNS),
    seat: fieldsOf(row, ['shift_id', 'place']),
    by: row.called_by,
    at: row.called_at,
    asked: people.map(({ staff_id, answer, answered_at }) => ({
      staffId: staff_id,
      ...withoutNulls({ answer, at: answered_at }),
    })),
  };
}
