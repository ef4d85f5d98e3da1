/** What accounts owe to the organisation's directory: who is from there, which memberships, and whom it shut out. */

import type { Database } from './database.ts';
import { deleteIn, someIn } from './rows.ts';

export interface DirectoryAccount {
  readonly accountId: string;
  readonly subject: string;
}

/** Accounts linked to it, by subject; disabled ones too. */
export function listDirectoryAccounts(db: Database, issuer: string): Promise<DirectoryAccount[]> {
  return someIn(db, 'account_identity', { issuer })
    .select(['account_id as accountId', 'subject'])
    .orderBy('subject')
    .execute();
}

export async function findSubject(
  db: Database,
  { accountId, issuer }: { readonly accountId: string; readonly issuer: string },
): Promise<string | undefined> {
  const row = await someIn(db, 'account_identity', { account_id: accountId, issuer })
    .select('subject')
    .executeTakeFirst();
  return row?.subject;
}

/** Ids of units that the account is of by a group. */
export async function listDirectoryUnits(db: Database, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await someIn(db, 'directory_membership', { account_id: accountId })
    .select('unit_id')
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}

/** Ids of accounts that are of the unit by a group. */
export async function listDirectoryMembers(db: Database, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await someIn(db, 'directory_membership', { unit_id: unitId }).select('account_id').execute();
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
  await deleteIn(db, 'directory_membership', { account_id: accountId, unit_id: unitId });
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
  return (await deleteIn(db, 'directory_leaver', { account_id: accountId })) === 1;
}
