/** When people's names and numbers changed: moments alone, never what they were. */

import type { ContactChange } from '../domain/seat-history.ts';
import type { Database } from './database.ts';
import { changeIn, someIn } from './rows.ts';

export async function addContactChanges(
  db: Database,
  unitId: string,
  changes: readonly ContactChange[],
): Promise<void> {
  for (const { staffId, at } of changes) {
    await db
      .insertInto('contact_change')
      .values({ unit_id: unitId, staff_id: staffId, changed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** By moment. */
export async function listContactChanges(db: Database, unitId: string): Promise<ContactChange[]> {
  const rows = await someIn(db, 'contact_change', { unit_id: unitId })
    .select(['staff_id', 'changed_at'])
    .orderBy('changed_at')
    .orderBy('staff_id')
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, at: row.changed_at }));
}

/** How many there were: rises with every one. */
export async function countContactChanges(db: Database, unitId: string): Promise<number> {
  const { count } = await someIn(db, 'contact_change', { unit_id: unitId })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One person's become another's: of someone erased, who is nameless from now on. */
export async function moveContactChanges(
  db: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await changeIn(db, 'contact_change', { unit_id: unitId, staff_id: from }).to({ staff_id: to });
}
