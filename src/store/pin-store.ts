/** Pins of a period: who must keep which shift. */

import type { PeriodKey } from '../domain/period.ts';
import type { Pin } from '../domain/roster.ts';
import type { Database } from './database.ts';
import { deleteIn, someIn } from './rows.ts';

/** These pins and no others. */
export async function replacePins(
  db: Database,
  { unitId, periodId }: PeriodKey,
  pins: readonly Pin[],
): Promise<void> {
  await deleteIn(db, 'pin', { unit_id: unitId, period_id: periodId });
  for (const [position, { shiftId, staffId }] of pins.entries()) {
    await db
      .insertInto('pin')
      .values({ unit_id: unitId, period_id: periodId, shift_id: shiftId, staff_id: staffId, position })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** In the order they were given. */
export async function listPins(db: Database, { unitId, periodId }: PeriodKey): Promise<Pin[]> {
  const rows = await someIn(db, 'pin', { unit_id: unitId, period_id: periodId })
    .select(['shift_id', 'staff_id'])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ shiftId: row.shift_id, staffId: row.staff_id }));
}
