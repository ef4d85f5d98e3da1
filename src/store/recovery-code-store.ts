/** Codes for the day the authenticator app is lost: a keyed hash each, gone once it was taken. */

import type { Database } from './database.ts';
import { deleteIn, insertIn, someIn } from './rows.ts';

/** In place of any before. */
export async function replaceRecoveryCodes(
  trx: Database,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await deleteIn(trx, 'recovery_code', { account_id: accountId });
  if (hashes.length === 0) return;
  const rows = hashes.map((hash) => ({ account_id: accountId, code_hash: hash }));
  await insertIn(trx, 'recovery_code', rows);
}

/** False when the account has no such code, or it was taken before. */
export async function takeRecoveryHash(trx: Database, accountId: string, hash: string): Promise<boolean> {
  return (await deleteIn(trx, 'recovery_code', { account_id: accountId, code_hash: hash })) === 1;
}

export async function countRecoveryCodes(db: Database, accountId: string): Promise<number> {
  const { count } = await someIn(db, 'recovery_code', { account_id: accountId })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
