/** Passkeys of accounts: what the authenticator gave of each, and which challenges were answered. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { Passkey } from '../domain/account.ts';
import type { PasskeyRow } from './access-tables.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import { changeIn, deleteIn, rowIn } from './rows.ts';

const COLUMNS = ['id', 'account_id', 'public_key', 'counter', 'name', 'added_at'] as const;

/** What an answer is checked against; not secret. */
export interface PasskeyWithKey extends Passkey {
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** False, and nothing is added, when it is somebody's already. */
export async function insertPasskey(db: Database, passkey: PasskeyWithKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('passkey')
    .values({
      ...columnsOf(passkey, COLUMNS),
      transports: JSON.stringify(passkey.transports),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findPasskey(db: Database, id: string): Promise<PasskeyWithKey | undefined> {
  const row = await rowIn(db, 'passkey', { id });
  return row && passkeyFromRow(row);
}

/** Of one account, the first added first; of all when absent. */
export async function listPasskeys(db: Database, accountId?: string): Promise<PasskeyWithKey[]> {
  let query = db.selectFrom('passkey').selectAll().orderBy('added_at').orderBy('id');
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  return (await query.execute()).map(passkeyFromRow);
}

/** False when its counter is another by now: of two answers at once the second is no good. */
export async function recordPasskeyUse(
  db: Database,
  { id, counter }: Pick<PasskeyWithKey, 'id' | 'counter'>,
  use: { readonly counter: number; readonly at: Instant },
): Promise<boolean> {
  return (await changeIn(db, 'passkey', { id, counter }).to({ counter: use.counter, used_at: use.at })) === 1;
}

type Own = Pick<Passkey, 'id' | 'accountId'>;

/** False when the account has none of this id. */
export async function renamePasskey(db: Database, { id, accountId }: Own, name: string): Promise<boolean> {
  return (await changeIn(db, 'passkey', { id, account_id: accountId }).to({ name })) === 1;
}

/** False when the account has none of this id. */
export async function deletePasskey(db: Database, { id, accountId }: Own): Promise<boolean> {
  return (await deleteIn(db, 'passkey', { id, account_id: accountId })) === 1;
}

/** False when it was answered before. Answers older than `before` are forgotten: their challenges are over anyway. */
export async function takeChallenge(
  trx: Database,
  hash: string,
  { at, before }: { readonly at: Instant; readonly before: Instant },
): Promise<boolean> {
  await trx.deleteFrom('passkey_answer').where('at', '<', before).execute();
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('passkey_answer')
    .values({ challenge_hash: hash, at })
    .onConflict((conflict) => conflict.column('challenge_hash').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function passkeyFromRow(row: PasskeyRow): PasskeyWithKey {
  return {
    ...fieldsOf(row, [...COLUMNS, 'used_at']),
    transports: readJson(z.array(z.string()), row.transports),
  };
}
