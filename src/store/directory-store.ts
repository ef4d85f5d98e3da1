/** What accounts owe to the organisation's directory: who is from there, which memberships, and whom it shut out. */

import type { Database } from './database.ts';

export interface DirectoryAccount {
  readonly accountId: string;
  readonly subject: string;
}

/** Accounts linked to it, by subject; disabled ones too. */
export function listDirectoryAccounts(db: Database, issuer: string): Promise<DirectoryAccount[]> {
  return db
    .selectFrom('account_identity')
    .select(['account_id as accountId', 'subject'])
    .where('issuer', '=', issuer)
    .orderBy('subject')
    .execute();
}

export async function findSubject(
  db: Database,
  { accountId, issuer }: { readonly accountId: string; readonly issuer: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row?.subject;
}

/** Ids of units that the account is of by a group. */
export async function listDirectoryUnits(db: Database, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('directory_membership')
    .select('unit_id')
    .where('account_id', '=', accountId)
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}

/** Ids of accounts that are of the unit by a group. */
export async function listDirectoryMembers(db: Database, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('directory_membership')
    .select('account_id')
    .where('unit_id', '=', unitId)
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

interface MembershipKey {
  readonly accountId: string;
  readonly unitId: string;
}

export async function markDirectoryMembership(
  db: Database,
  { accountId, unitId }: MembershipKey,
): Promise<void> {
  await db
    .insertInto('directory_membership')
    .values({ account_id: accountId, unit_id: unitId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmarkDirectoryMembership(
  db: Database,
  { accountId, unitId }: MembershipKey,
): Promise<void> {
  await db
    .deleteFrom('directory_membership')
    .where('account_id', '=', accountId)
    .where('unit_id', '=', unitId)
    .execute();
}

export async function markLeaver(db: Database, accountId: string): Promise<void> {
  await db
    .insertInto('directory_leaver')
    .values({ account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False when the directory had not shut it out. */
export async function unmarkLeaver(db: Database, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('directory_leaver')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
