/** Which account belongs to whom at an identity provider: by issuer and subject alone, since names and addresses move on. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';

export interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

export async function findIdentityAccountId(
  db: Database,
  { issuer, subject }: IdentityKey,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

/** False when the account has none of this issuer. */
export async function hasIdentity(db: Database, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False, and nothing is linked, when the identity belongs to an account or the account to another identity. */
export async function insertIdentity(
  db: Database,
  identity: IdentityKey & { readonly accountId: string; readonly linkedAt: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('account_identity')
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: identity.accountId,
      linked_at: identity.linkedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** How many there were. */
export async function deleteIdentities(db: Database, accountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('account_identity')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
