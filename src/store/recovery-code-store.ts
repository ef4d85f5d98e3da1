/** Codes for the day the authenticator app is lost: a keyed hash each, gone once it was taken. */

import type { Database } from './database.ts';

/** In place of any before. */
export async function replaceRecoveryCodes(
  trx: Database,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  const rows = hashes.map((hash) => ({ account_id: accountId, code_hash: hash }));
  await trx.insertInto('recovery_code').values(rows).execute();
}

/** False when the account has no such code, or it was taken before. */
export async function takeRecoveryHash(trx: Database, accountId: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function countRecoveryCodes(db: Database, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
