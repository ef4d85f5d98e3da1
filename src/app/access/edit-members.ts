/** Who is what in a unit: seen, changed, ended. By administrators of the unit, who have just given their password. */

import type { Invitation, Role, Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { deletePasskeysOf, saveTotpSecret } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { listDirectoryMembers } from '../../store/directory-store.ts';
import { listInvitations, revokeInvitation, revokeInvitationsBy } from '../../store/invitation-store.ts';
import { deleteMembership, listMembers, type Member, saveMembership } from '../../store/membership-store.ts';
import { replaceRecoveryCodes } from '../../store/recovery-code-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { authorise, requireProof } from './authorise.ts';
import { requireRuled } from './invite.ts';

export interface MemberKey {
  readonly unitId: string;
  readonly accountId: string;
}

/** By sign-in name; and every invitation, newest first. Throws `not-found`, `forbidden`. */
export async function listUnitMembers(
  app: App,
  visitor: Visitor,
  unitId: string,
): Promise<{ readonly members: readonly Member[]; readonly invitations: readonly Invitation[] }> {
  authorise(visitor, 'account.edit', { unitId });
  return { members: await listMembers(app.db, unitId), invitations: await listInvitations(app.db, unitId) };
}

/** Where a directory is followed: what a group gives is changed by the group. Throws `conflict`, `directory.by-group`. */
export async function requireByHand(
  app: App,
  visitor: Visitor,
  { unitId, accountId }: MemberKey,
): Promise<void> {
  authorise(visitor, 'account.edit', { unitId });
  if ((await listDirectoryMembers(app.db, unitId)).has(accountId))
    throw new AppError('conflict', 'directory.by-group');
}

/** Holds from the member's next page on; invitations the member sent out end. Throws `not-found`, `forbidden`. */
export function changeRole(
  app: App,
  visitor: Visitor,
  { role, ...key }: MemberKey & { readonly role: Role },
): Promise<void> {
  return edit(app, visitor, key, async (trx, { membership }) => {
    await saveMembership(trx, { ...membership, role });
    await revokeInvitationsBy(trx, key, app.clock());
    await record(
      trx,
      app,
      { actor: visitor.account.id, action: 'account.role', unitId: key.unitId, subject: key.accountId },
      { before: membership.role, after: role },
    );
  });
}

/** The account stays, but has nothing to do with the unit any more. Throws `not-found`, `forbidden`. */
export function removeMember(app: App, visitor: Visitor, key: MemberKey): Promise<void> {
  return edit(app, visitor, key, async (trx) => {
    await deleteMembership(trx, key);
    await revokeInvitationsBy(trx, key, app.clock());
    await deleteSessions(trx, key.accountId);
    await record(trx, app, {
      actor: visitor.account.id,
      action: 'account.leave',
      unitId: key.unitId,
      subject: key.accountId,
    });
  });
}

/** For a member whose phone is lost. Only by who administers every unit of the account; throws as above. */
export function dropMemberTotp(app: App, visitor: Visitor, key: MemberKey): Promise<void> {
  return edit(app, visitor, key, async (trx) => {
    await requireRuled(trx, visitor, key);
    await saveTotpSecret(trx, key.accountId, null);
    await deletePasskeysOf(trx, key.accountId);
    await replaceRecoveryCodes(trx, key.accountId, []);
    await deleteSessions(trx, key.accountId);
    await record(trx, app, {
      actor: visitor.account.id,
      action: 'account.totp-off',
      unitId: key.unitId,
      subject: key.accountId,
    });
  });
}

/** The link answers from now on as if it had never been. Throws `not-found`, `forbidden`. */
export async function revokeMemberInvitation(
  app: App,
  visitor: Visitor,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): Promise<void> {
  authorise(visitor, 'account.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await revokeInvitation(trx, { unitId, id }, app.clock()))) {
      throw new AppError('not-found', 'error.access.invitation-missing');
    }
    await record(trx, app, { actor: visitor.account.id, action: 'account.uninvite', unitId, subject: id });
  });
}

async function edit(
  app: App,
  visitor: Visitor,
  { unitId, accountId }: MemberKey,
  change: (trx: Database, member: Member) => Promise<void>,
): Promise<void> {
  authorise(visitor, 'account.edit', { unitId });
  requireProof(app, visitor);
  return app.db.transaction().execute(async (trx) => {
    const member = (await listMembers(trx, unitId)).find(({ account }) => account.id === accountId);
    if (!member) throw new AppError('not-found', 'error.access.account-missing');
    await change(trx, member);
  });
}
