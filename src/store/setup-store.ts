/** The one-time code of the first start: kept as a hash, one at most, gone when the first account is made. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { saveIn } from './rows.ts';

export async function saveSetupCode(db: Database, codeHash: string, madeAt: Instant): Promise<void> {
  const row = { id: 1, code_hash: codeHash, made_at: madeAt };
  await saveIn(db, 'setup_code', ['id'], row);
}

export async function findSetupCodeHash(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('setup_code').select('code_hash').executeTakeFirst();
  return row?.code_hash;
}

export async function deleteSetupCode(db: Database): Promise<void> {
  await db.deleteFrom('setup_code').execute();
}
