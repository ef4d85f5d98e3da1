/** Requests about personal data, and breaches: added, answered, never taken away but with the person. */

import type { Instant } from '../calendar/interval.ts';
import type { DataBreach, DataRequest } from '../domain/data-request.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, insertIn, rowsIn } from './rows.ts';

export async function insertDataRequest(db: Database, request: DataRequest): Promise<void> {
  const { id, unitId, staffId, kind, words, askedAt, answer } = request;
  await insertIn(db, 'data_request', {
    ...{ id, unit_id: unitId, staff_id: staffId, kind, words, asked_at: askedAt, answer },
    ...{ answered_at: null, done_at: null },
  });
}

/** Newest first; of one person only where that is asked for. */
export async function listDataRequests(
  db: Database,
  { unitId, staffId }: { readonly unitId: string; readonly staffId?: string },
  limit: number,
): Promise<DataRequest[]> {
  const rows = await db
    .selectFrom('data_request')
    .selectAll()
    .where('unit_id', '=', unitId)
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId ?? ''))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['id', 'unit_id', 'staff_id', 'kind', 'words']),
    ...fieldsOf(row, ['asked_at', 'answer', 'answered_at', 'done_at']),
  }));
}

/** The first answer's moment stays. False when the unit has no such request that is still open. */
export async function saveDataAnswer(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  { at, answer, done }: { readonly at: Instant; readonly answer: string; readonly done: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('data_request')
    .set((eb) => ({
      answer,
      answered_at: eb.fn.coalesce('answered_at', eb.val(at)),
      ...(done ? { done_at: at } : {}),
    }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function insertDataBreach(
  db: Database,
  { id, unitId, foundAt, words }: DataBreach,
): Promise<void> {
  const row = { id, unit_id: unitId, found_at: foundAt, words, told_at: null };
  await insertIn(db, 'data_breach', row);
}

/** Newest first. */
export async function listDataBreaches(db: Database, unitId: string, limit: number): Promise<DataBreach[]> {
  const rows = await rowsIn(db, 'data_breach', { unit_id: unitId })
    .orderBy('found_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => fieldsOf(row, ['id', 'unit_id', 'found_at', 'words', 'told_at']));
}

/** False when the unit has no such breach that is still to be told of. */
export async function saveBreachTold(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  at: Instant,
): Promise<boolean> {
  return (
    (await changeIn(db, 'data_breach', { unit_id: unitId, id, told_at: null }).to({ told_at: at })) === 1
  );
}
