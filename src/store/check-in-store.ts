/** Who has taken which shift. */

import type { CheckIn } from '../domain/check-in.ts';
import type { PeriodKey } from '../domain/period.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { rowsIn } from './rows.ts';

/** Once is enough: the first stands. */
export async function insertCheckIn(
  db: Database,
  { unitId, periodId }: PeriodKey,
  { shiftId, staffId, at, way, actor }: CheckIn,
): Promise<void> {
  await db
    .insertInto('check_in')
    .values({
      ...{ unit_id: unitId, period_id: periodId, shift_id: shiftId, staff_id: staffId },
      ...{ at, way, actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listCheckIns(db: Database, { unitId, periodId }: PeriodKey): Promise<CheckIn[]> {
  const rows = await rowsIn(db, 'check_in', { unit_id: unitId, period_id: periodId }).orderBy('at').execute();
  return rows.map((row) => fieldsOf(row, ['shift_id', 'staff_id', 'at', 'way', 'actor']));
}
