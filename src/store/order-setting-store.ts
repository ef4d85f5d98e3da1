/** How long after an order's end a superior still sees the telephones of its answers. */

import type { Database } from './database.ts';
import { someIn } from './rows.ts';

/** Undefined where nobody chose. */
export async function findPhonesDays(db: Database, unitId: string): Promise<number | undefined> {
  const row = await someIn(db, 'order_setting', { unit_id: unitId }).select('phones_days').executeTakeFirst();
  return row?.phones_days;
}

export async function savePhonesDays(db: Database, unitId: string, days: number): Promise<void> {
  await db
    .insertInto('order_setting')
    .values({ unit_id: unitId, phones_days: days })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet({ phones_days: days }))
    .execute();
}
