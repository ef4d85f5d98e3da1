/** The one-time code of the first start: kept as a hash, one at most, gone when the first account is made. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';

export async function saveSetupCode(db: Database, codeHash: string, madeAt: Instant): Promise<void> {
  const row = { id: 1, code_hash: codeHash, made_at: madeAt };
  await db
    .insertInto('setup_code')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function findSetupCodeHash(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('setup_code').select('code_hash').executeTakeFirst();
  return row?.code_hash;
}

export async function deleteSetupCode(db: Database): Promise<void> {
  await db.deleteFrom('setup_code').execute();
}
