/** Accounts and what is kept of their passwords and authenticator apps; what they are in units is another store's. */

import type { Instant } from '../calendar/interval.ts';
import type { Account } from '../domain/account.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn, someIn } from './rows.ts';
import type { AccountRow } from './tables.ts';

/** What proves who one is; never shown, never logged. */
export interface Credentials {
  readonly passwordHash?: string;
  /** Sealed. */
  readonly totpSecret?: string;
  /** Sealed, and not asked for until a first code has proved that the app has it. */
  readonly totpProposed?: string;
}

export interface AccountWithCredentials {
  readonly account: Account;
  readonly credentials: Credentials;
}

/** False, and nothing is added, when the sign-in name is taken. */
export async function insertAccount(
  db: Database,
  account: Omit<Account, 'totp' | 'passkeys' | 'disabledAt'>,
  /** Null: nobody signs in to it by password. */
  passwordHash: string | null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('account')
    .values({
      ...columnsOf(account, ['id', 'sign_in_name', 'name', 'language', 'operator', 'created_at']),
      password_hash: passwordHash,
    })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export function findAccount(db: Database, id: string): Promise<AccountWithCredentials | undefined> {
  return findBy(db, 'id', id);
}

export function findAccountNamed(
  db: Database,
  signInName: string,
): Promise<AccountWithCredentials | undefined> {
  return findBy(db, 'sign_in_name', signInName);
}

function withPasskeys(db: Database) {
  return db
    .selectFrom('account')
    .selectAll('account')
    .select((eb) =>
      eb
        .selectFrom('passkey')
        .select((passkey) => passkey.fn.countAll<number>().as('count'))
        .whereRef('passkey.account_id', '=', 'account.id')
        .as('passkeys'),
    );
}

async function findBy(
  db: Database,
  column: 'id' | 'sign_in_name',
  value: string,
): Promise<AccountWithCredentials | undefined> {
  const row = await withPasskeys(db).where(column, '=', value).executeTakeFirst();
  return row && { account: accountFromRow(row), credentials: credentialsFromRow(row) };
}

/** Disabled ones too, by creation. */
export async function listAccounts(db: Database): Promise<Account[]> {
  const rows = await withPasskeys(db).orderBy('created_at').orderBy('id').execute();
  return rows.map(accountFromRow);
}

export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function savePasswordHash(db: Database, id: string, passwordHash: string): Promise<void> {
  await changeIn(db, 'account', { id }).to({ password_hash: passwordHash });
}

/** Nobody signs in to it by a password of this installation any more. */
export async function dropPasswordHash(db: Database, id: string): Promise<void> {
  await changeIn(db, 'account', { id }).to({ password_hash: null });
}

/** Null, and no code is asked for any more. */
export async function saveTotpSecret(db: Database, id: string, sealed: string | null): Promise<void> {
  await changeIn(db, 'account', { id }).to({ totp_secret: sealed, totp_proposed: null });
}

export async function proposeTotpSecret(db: Database, id: string, sealed: string): Promise<void> {
  await changeIn(db, 'account', { id }).to({ totp_proposed: sealed });
}

/** Null lets the account in again. */
export async function saveDisabledAt(db: Database, id: string, at: Instant | null): Promise<void> {
  await changeIn(db, 'account', { id }).to({ disabled_at: at });
}

export async function saveOperator(db: Database, id: string): Promise<void> {
  await changeIn(db, 'account', { id }).to({ operator: 1 });
}

/** Operators who can sign in. */
export async function countOperators(db: Database): Promise<number> {
  const { count } = await someIn(db, 'account', { operator: 1, disabled_at: null })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What was personal in the account is gone for good, and nobody signs in to it; its id stays in the audit trail. */
export async function eraseAccount(db: Database, id: string, at: Instant): Promise<void> {
  await changeIn(db, 'account', { id }).to({
    sign_in_name: `erased ${id}`,
    name: '',
    password_hash: null,
    totp_secret: null,
    totp_proposed: null,
    disabled_at: at,
  });
  await deletePasskeysOf(db, id);
}

/** All of the account. */
export async function deletePasskeysOf(db: Database, accountId: string): Promise<void> {
  await deleteIn(db, 'passkey', { account_id: accountId });
}

function accountFromRow(row: AccountRow & { readonly passkeys: number | null }): Account {
  return {
    ...fieldsOf(row, ['id', 'sign_in_name', 'name', 'language', 'created_at', 'disabled_at']),
    operator: row.operator === 1,
    totp: row.totp_secret !== null,
    passkeys: Number(row.passkeys),
  };
}

function credentialsFromRow(row: AccountRow): Credentials {
  return fieldsOf(row, ['password_hash', 'totp_secret', 'totp_proposed']);
}
