/** Which account belongs to whom at an identity provider or in a directory: by issuer and subject alone, since names and addresses move on. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { deleteIn, someIn } from './rows.ts';

export interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

/** Issuers of OpenID Connect are addresses. */
const PROVIDERS = 'http%';

export async function findIdentityAccountId(
  db: Database,
  { issuer, subject }: IdentityKey,
): Promise<string | undefined> {
  const row = await someIn(db, 'account_identity', { issuer, subject })
    .select('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

/** Of an identity provider; not of a directory, which has no address for an issuer. */
export async function hasProviderIdentity(db: Database, accountId: string): Promise<boolean> {
  const row = await someIn(db, 'account_identity', { account_id: accountId })
    .select('subject')
    .where('issuer', 'like', PROVIDERS)
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

/** Its identities at providers; how many there were. */
export async function deleteProviderIdentities(db: Database, accountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('account_identity')
    .where('account_id', '=', accountId)
    .where('issuer', 'like', PROVIDERS)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** At providers and in a directory; how many there were. */
export async function deleteIdentities(db: Database, accountId: string): Promise<number> {
  return deleteIn(db, 'account_identity', { account_id: accountId });
}
