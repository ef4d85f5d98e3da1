/** Duties stood just before a period begins. */

import type { FixedDuty } from '../domain/duty-stream.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Database } from './database.ts';
import type { PastDutyRow } from './duty-tables.ts';
import { deleteIn, insertIn, rowsIn } from './rows.ts';

/** These duties and no others, in this order. */
export async function replacePastDuties(
  db: Database,
  key: PeriodKey,
  duties: readonly FixedDuty[],
): Promise<void> {
  await deleteIn(db, 'past_duty', { unit_id: key.unitId, period_id: key.periodId });
  for (const [position, duty] of duties.entries()) {
    await insertIn(db, 'past_duty', dutyToRow(key, position, duty));
  }
}

/** In the order they were given. */
export async function listPastDuties(db: Database, { unitId, periodId }: PeriodKey): Promise<FixedDuty[]> {
  const rows = await rowsIn(db, 'past_duty', { unit_id: unitId, period_id: periodId })
    .orderBy('position')
    .execute();
  return rows.map(dutyFromRow);
}

function dutyToRow(key: PeriodKey, position: number, duty: FixedDuty): PastDutyRow {
  return {
    unit_id: key.unitId,
    period_id: key.periodId,
    position,
    staff_id: duty.staffId,
    day: duty.day,
    starts_at: duty.span.start,
    ends_at: duty.span.end,
    night: duty.night ? 1 : 0,
  };
}

function dutyFromRow(row: PastDutyRow): FixedDuty {
  return {
    staffId: row.staff_id,
    day: row.day,
    span: { start: row.starts_at, end: row.ends_at },
    night: row.night === 1,
  };
}
