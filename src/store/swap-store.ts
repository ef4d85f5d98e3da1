/** Swaps as kept in the database: what was asked, and how far it has come. */

import { sql } from 'kysely';
import { z } from 'zod';
import type { PeriodKey } from '../domain/period.ts';
import type { Swap } from '../domain/swap.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import { changeIn, insertIn, rowIn, rowsIn, someIn } from './rows.ts';
import type { SwapRow } from './swap-tables.ts';

const COLUMNS = [
  'id',
  'unit_id',
  'period_id',
  'asker_id',
  'partner_id',
  'message',
  'state',
  'asked_at',
  'expires_at',
  'answered_at',
  'decided_at',
  'note',
  'cause',
  'version',
  'arranged_by',
] as const;

/** Those still to be answered or decided. Spelt out, since an index of some rows serves only who names the same ones. */
const LIVE = [sql.lit<SwapRow['state']>('asked'), sql.lit<SwapRow['state']>('consented')] as const;

/** False, and nothing is kept, when the seat is asked about already. */
export async function insertSwap(db: Database, swap: Swap): Promise<boolean> {
  const live = await someIn(db, 'swap', {
    unit_id: swap.unitId,
    period_id: swap.periodId,
    shift_id: swap.seat.shiftId,
    place: swap.seat.place,
  })
    .select('id')
    .where('state', 'in', LIVE)
    .executeTakeFirst();
  if (live) return false;
  await insertIn(db, 'swap', swapToRow(swap));
  return true;
}

/** Call it inside the transaction that read the swap. */
export async function saveSwap(db: Database, swap: Swap): Promise<void> {
  await changeIn(db, 'swap', { id: swap.id }).to(swapToRow(swap));
}

export async function findSwap(
  db: Database,
  { unitId, swapId }: { readonly unitId: string; readonly swapId: string },
): Promise<Swap | undefined> {
  const row = await rowIn(db, 'swap', { unit_id: unitId, id: swapId });
  return row && swapFromRow(row);
}

/** Of the unit, newest first, at most `most`. */
export async function listSwaps(db: Database, unitId: string, most: number): Promise<Swap[]> {
  const rows = await rowsIn(db, 'swap', { unit_id: unitId })
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(swapFromRow);
}

/** Those still to be answered or decided, of one period or of every unit's, oldest first. */
export async function listLiveSwaps(db: Database, of?: PeriodKey): Promise<Swap[]> {
  let query = db.selectFrom('swap').selectAll().where('state', 'in', LIVE);
  if (of) query = query.where('unit_id', '=', of.unitId).where('period_id', '=', of.periodId);
  const rows = await query.orderBy('asked_at').orderBy('id').execute();
  return rows.map(swapFromRow);
}

function swapToRow(swap: Swap): SwapRow {
  return {
    ...columnsOf(swap, COLUMNS),
    ...columnsOf(swap.seat, ['shift_id', 'place']),
    other_shift_id: swap.other?.shiftId ?? null,
    other_place: swap.other?.place ?? null,
    wanted: swap.wanted ? JSON.stringify(swap.wanted) : null,
  };
}

function swapFromRow(row: SwapRow): Swap {
  const { other_shift_id: shiftId, other_place: place } = row;
  return {
    ...fieldsOf(row, COLUMNS),
    seat: fieldsOf(row, ['shift_id', 'place']),
    ...(shiftId !== null && place !== null ? { other: { shiftId, place } } : {}),
    ...(row.wanted === null ? {} : { wanted: readJson(z.array(z.string()), row.wanted) }),
  };
}
