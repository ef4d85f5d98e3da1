/** Invitations: the hash of each token, what it makes of whoever follows it, and whether it still may. */

import type { Instant } from '../calendar/interval.ts';
import type { Invitation } from '../domain/account.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn, insertIn, rowsIn } from './rows.ts';
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
  await insertIn(db, 'invitation', {
    ...columnsOf(invitation, COLUMNS),
    token_hash: tokenHash,
  });
}

/** Used, revoked and expired ones are not found. */
export async function findLiveInvitation(
  db: Database,
  tokenHash: string,
  now: Instant,
): Promise<Invitation | undefined> {
  const row = await rowsIn(db, 'invitation', { token_hash: tokenHash, used_at: null, revoked_at: null })
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && invitationFromRow(row);
}

/** Newest first, whatever became of them. */
export async function listInvitations(db: Database, unitId: string): Promise<Invitation[]> {
  const rows = await rowsIn(db, 'invitation', { unit_id: unitId })
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(invitationFromRow);
}

/** False when it was used already: it is good once, whoever comes at the same moment. */
export async function useInvitation(db: Database, id: string, at: Instant): Promise<boolean> {
  return (await changeIn(db, 'invitation', { id, used_at: null }).to({ used_at: at })) === 1;
}

/** False when the unit has no unused invitation of this id. */
export async function revokeInvitation(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  at: Instant,
): Promise<boolean> {
  return (
    (await changeIn(db, 'invitation', { unit_id: unitId, id, used_at: null, revoked_at: null }).to({
      revoked_at: at,
    })) === 1
  );
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
  await changeIn(db, 'invitation', { account_id: accountId, used_at: null, revoked_at: null }).to({
    revoked_at: at,
  });
}

export async function deletePersonInvitations(db: Database, unitId: string, staffId: string): Promise<void> {
  await deleteIn(db, 'invitation', { unit_id: unitId, staff_id: staffId });
}

function invitationFromRow(row: InvitationRow): Invitation {
  return fieldsOf(row, [...COLUMNS, 'used_at', 'revoked_at']);
}
