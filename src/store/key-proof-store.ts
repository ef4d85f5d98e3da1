/** What proves which key the database was made with: one row. */

import type { Database } from './database.ts';
import { someIn } from './rows.ts';

const ID = 1;

export async function findKeyProof(db: Database): Promise<string | undefined> {
  const row = await someIn(db, 'key_proof', { id: ID }).select('proof').executeTakeFirst();
  return row?.proof;
}

/** In place of another. */
export async function saveKeyProof(db: Database, proof: string): Promise<void> {
  await db
    .insertInto('key_proof')
    .values({ id: ID, proof })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ proof }))
    .execute();
}
