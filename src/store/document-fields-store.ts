/** The fields of each period's letters as JSON text, and the numbers those letters took. What the fields mean is not known here. */

import type { Instant } from '../calendar/interval.ts';
import type { TakenNumber } from '../domain/letter-number.ts';
import type { PeriodKey } from '../domain/period.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { deleteIn, insertIn, rowsIn } from './rows.ts';

export interface StoredFields {
  readonly periodId: string;
  /** JSON. */
  readonly fields: string;
  readonly savedAt: Instant;
}

/** Of every period of the unit, the last saved first. */
export async function listDocumentFields(db: Database, unitId: string): Promise<StoredFields[]> {
  const rows = await rowsIn(db, 'document_fields', { unit_id: unitId })
    .orderBy('saved_at', 'desc')
    .orderBy('period_id')
    .execute();
  return rows.map((row) => ({ periodId: row.period_id, fields: row.fields, savedAt: row.saved_at }));
}

export async function saveFieldsOfPeriod(
  db: Database,
  { unitId, periodId }: PeriodKey,
  { fields, savedAt }: Omit<StoredFields, 'periodId'>,
): Promise<void> {
  await db
    .insertInto('document_fields')
    .values({ unit_id: unitId, period_id: periodId, fields, saved_at: savedAt })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'period_id']).doUpdateSet({ fields, saved_at: savedAt }),
    )
    .execute();
}

/** By type, year, then number. */
export async function listTakenNumbers(db: Database, unitId: string): Promise<TakenNumber[]> {
  const rows = await rowsIn(db, 'document_number', { unit_id: unitId })
    .orderBy('type')
    .orderBy('year')
    .orderBy('number')
    .execute();
  return rows.map((row) => fieldsOf(row, ['period_id', 'type', 'year', 'number']));
}

/** In place of what this period's letter of that type took in that year; without a number it took none. */
export async function saveTakenNumber(
  db: Database,
  { unitId, periodId }: PeriodKey,
  { type, year, number }: Omit<TakenNumber, 'periodId' | 'number'> & { readonly number: number | undefined },
): Promise<void> {
  await deleteIn(db, 'document_number', { unit_id: unitId, period_id: periodId, type, year });
  if (number === undefined) return;
  await insertIn(db, 'document_number', { unit_id: unitId, period_id: periodId, type, year, number });
}
