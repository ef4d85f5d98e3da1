/** Pictures of entries of the log, apart from them: a page of lines reads none. */

import type { Picture } from '../domain/log-entry.ts';
import type { Database } from './database.ts';
import type { EntryKey } from './log-store.ts';
import { insertIn, someIn } from './rows.ts';

/** In their order. Call it inside the transaction that writes the entry. */
export async function insertPictures(
  trx: Database,
  { unitId, number }: EntryKey,
  pictures: readonly Picture[],
): Promise<void> {
  for (const [place, { type, bytes }] of pictures.entries()) {
    const row = { unit_id: unitId, entry_number: number, place, type, bytes };
    await insertIn(trx, 'log_picture', row);
  }
}

export async function findPicture(
  db: Database,
  { unitId, number, place }: EntryKey & { readonly place: number },
): Promise<Picture | undefined> {
  const row = await someIn(db, 'log_picture', { unit_id: unitId, entry_number: number, place })
    .select(['type', 'bytes'])
    .executeTakeFirst();
  return row && { type: row.type === 'image/png' ? 'image/png' : 'image/jpeg', bytes: row.bytes };
}
