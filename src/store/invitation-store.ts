/** Invitations: the hash of each token, what it makes of whoever follows it, and whether it still may. */

import type { Instant } from '../calendar/interval.ts';
import type { Invitation } from '../domain/account.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { InvitationRow } from './tables.ts';

const COLUMNS = [
  'id',
  'unit_id',
  'role',
  'staff_id',
  'account_id',
  'invited_by',
  'created_at',
  'expires_at',
] as const;

export async function insertInvitation(
  db: Database,
  invitation: Invitation,
  tokenHash: string,
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      ...columnsOf(invitation, COLUMNS),
      token_hash: tokenHash,
    })
    .execute();
}

/** Used, revoked and expired ones are not found. */
export async function findLiveInvitation(
  db: Database,
  tokenHash: string,
  now: Instant,
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && invitationFromRow(row);
}

/** Newest first, whatever became of them. */
export async function listInvitations(db: Database, unitId: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(invitationFromRow);
}

/** False when it was used already: it is good once, whoever comes at the same moment. */
export async function useInvitation(db: Database, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** False when the unit has no unused invitation of this id. */
export async function revokeInvitation(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What the account has sent out and nobody has followed yet: of one unit, or of all. */
export async function revokeInvitationsBy(
  db: Database,
  { accountId, unitId }: { readonly accountId: string; readonly unitId?: string },
  at: Instant,
): Promise<void> {
  let query = db
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('invited_by', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null);
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId);
  await query.execute();
}

/** Links not yet used that would set the account's password. */
export async function revokePasswordLinks(db: Database, accountId: string, at: Instant): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function deletePersonInvitations(db: Database, unitId: string, staffId: string): Promise<void> {
  await db.deleteFrom('invitation').where('unit_id', '=', unitId).where('staff_id', '=', staffId).execute();
}

function invitationFromRow(row: InvitationRow): Invitation {
  return fieldsOf(row, [...COLUMNS, 'used_at', 'revoked_at']);
}
