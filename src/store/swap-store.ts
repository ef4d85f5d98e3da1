/** Swaps as kept in the database: what was asked, and how far it has come. */

import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Swap } from '../domain/swap.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import type { SwapRow } from './swap-tables.ts';

/** Those still to be answered or decided. Spelt out, since an index of some rows serves only who names the same ones. */
const LIVE = [sql.lit<SwapRow['state']>('asked'), sql.lit<SwapRow['state']>('consented')] as const;

/** False, and nothing is kept, when the seat is asked about already. */
export async function insertSwap(db: Database, swap: Swap): Promise<boolean> {
  const live = await db
    .selectFrom('swap')
    .select('id')
    .where('unit_id', '=', swap.unitId)
    .where('period_id', '=', swap.periodId)
    .where('shift_id', '=', swap.seat.shiftId)
    .where('place', '=', swap.seat.place)
    .where('state', 'in', LIVE)
    .executeTakeFirst();
  if (live) return false;
  await db.insertInto('swap').values(swapToRow(swap)).execute();
  return true;
}

/** Call it inside the transaction that read the swap. */
export async function saveSwap(db: Database, swap: Swap): Promise<void> {
  await db.updateTable('swap').set(swapToRow(swap)).where('id', '=', swap.id).execute();
}

export async function findSwap(
  db: Database,
  { unitId, swapId }: { readonly unitId: string; readonly swapId: string },
): Promise<Swap | undefined> {
  const row = await db
    .selectFrom('swap')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('id', '=', swapId)
    .executeTakeFirst();
  return row && swapFromRow(row);
}

/** Of the unit, newest first, at most `most`. */
export async function listSwaps(db: Database, unitId: string, most: number): Promise<Swap[]> {
  const rows = await db
    .selectFrom('swap')
    .selectAll()
    .where('unit_id', '=', unitId)
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
    id: swap.id,
    unit_id: swap.unitId,
    period_id: swap.periodId,
    asker_id: swap.askerId,
    shift_id: swap.seat.shiftId,
    place: swap.seat.place,
    partner_id: swap.partnerId ?? null,
    other_shift_id: swap.other?.shiftId ?? null,
    other_place: swap.other?.place ?? null,
    message: swap.message,
    state: swap.state,
    asked_at: swap.askedAt,
    expires_at: swap.expiresAt,
    answered_at: swap.answeredAt ?? null,
    decided_at: swap.decidedAt ?? null,
    note: swap.note ?? null,
    cause: swap.cause ?? null,
    version: swap.version ?? null,
    wanted: swap.wanted ? JSON.stringify(swap.wanted) : null,
    arranged_by: swap.arrangedBy ?? null,
  };
}

function swapFromRow(row: SwapRow): Swap {
  const { other_shift_id: shiftId, other_place: place } = row;
  return {
    id: row.id,
    unitId: row.unit_id,
    periodId: row.period_id,
    askerId: row.asker_id,
    seat: { shiftId: row.shift_id, place: row.place },
    message: row.message,
    state: row.state,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    ...(shiftId !== null && place !== null ? { other: { shiftId, place } } : {}),
    ...(row.wanted === null ? {} : { wanted: readJson(z.array(z.string()), row.wanted) }),
    ...withoutNulls<{
      partnerId: string | null;
      answeredAt: Instant | null;
      decidedAt: Instant | null;
      note: string | null;
      cause: SwapRow['cause'];
      version: number | null;
      arrangedBy: string | null;
    }>({
      partnerId: row.partner_id,
      answeredAt: row.answered_at,
      decidedAt: row.decided_at,
      note: row.note,
      cause: row.cause,
      version: row.version,
      arrangedBy: row.arranged_by,
    }),
  };
}
