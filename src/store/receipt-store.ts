/** Who has said “đã nhận lịch” of which version, when and how. */

import type { PeriodKey } from '../domain/period.ts';
import type { Receipt } from '../domain/receipt.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Person } from './personal-link-store.ts';
import { rowsIn } from './rows.ts';

const COLUMNS = ['period_id', 'staff_id', 'version', 'at', 'way', 'actor'] as const;

/** The first time counts. */
export async function insertReceipt(db: Database, unitId: string, receipt: Receipt): Promise<void> {
  await db
    .insertInto('roster_receipt')
    .values({
      unit_id: unitId,
      ...columnsOf(receipt, COLUMNS),
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id', 'staff_id', 'version']).doNothing())
    .execute();
}

/** The newest of each person, by person. */
export async function listReceipts(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<ReadonlyMap<string, Receipt>> {
  const rows = await rowsIn(db, 'roster_receipt', { unit_id: unitId, period_id: periodId })
    .orderBy('version')
    .execute();
  return new Map(rows.map((row) => [row.staff_id, fieldsOf(row, COLUMNS)]));
}

/** The newest of the person in each period, by period. */
export async function listOwnReceipts(
  db: Database,
  { unitId, staffId }: Person,
): Promise<ReadonlyMap<string, Receipt>> {
  const rows = await rowsIn(db, 'roster_receipt', { unit_id: unitId, staff_id: staffId })
    .orderBy('version')
    .execute();
  return new Map(rows.map((row) => [row.period_id, fieldsOf(row, COLUMNS)]));
}
