/** How long after an order's end a superior still sees the telephones of its answers. */

import type { Database } from './database.ts';

/** Undefined where nobody chose. */
export async function findPhonesDays(db: Database, unitId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('order_setting')
    .select('phones_days')
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row?.phones_days;
}

export async function savePhonesDays(db: Database, unitId: string, days: number): Promise<void> {
  await db
    .insertInto('order_setting')
    .values({ unit_id: unitId, phones_days: days })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet({ phones_days: days }))
    .execute();
}
