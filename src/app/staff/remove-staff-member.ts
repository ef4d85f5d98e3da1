/** Takes a person off the staff list, and back: rosters they stood in stay, periods that have not begun lose them. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Asker } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listFeedLinks } from '../../store/feed-token-store.ts';
import { listInvitations, revokeInvitation, revokeInvitationsBy } from '../../store/invitation-store.ts';
import { deleteMembership, findPersonMembership } from '../../store/membership-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import { findStaffMember, listPeriodsOf, removeParticipant, setLeft } from '../../store/staff-store.ts';
import { allow, authorise } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { revokeWithin } from '../feeds/revoke-feed-token.ts';
import { endPersonalLinks } from '../own/end-personal-links.ts';
import { record } from '../record.ts';
import { notingContacts } from './note-contacts.ts';

export interface StaffRemoving {
  readonly unitId: string;
  readonly staffId: string;
  readonly actor: string;
}

/**
 * Out of every period still ahead, with leave, wishes and pins; links of theirs end; published versions stay as they are, and so does what is
 * known of the person until it is erased. The periods left. Throws `not-found`.
 */
export async function removeStaffMember(
  app: App,
  { unitId, staffId, actor, ending }: StaffRemoving & { readonly ending?: AccessEnding },
): Promise<PeriodKey[]> {
  allow(app, 'staff.edit', { unitId });
  // Asked before anything is written. Where nobody signs in, there are no accounts to end.
  if (ending?.by) authorise(ending.by, 'account.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const keys = await leaveWithin(trx, app, { unitId, staffId, actor });
    if (ending) await endMembership(trx, app, { unitId, staffId, actor });
    const details = { periods: keys.length };
    await record(trx, app, { actor, action: 'staff.leave', unitId, subject: staffId }, details);
    return keys;
  });
}

/** With the person goes what the person's account is in the unit, and the feeds it made. */
export interface AccessEnding {
  /** Who says so: an administrator of the unit. */
  readonly by?: Asker;
}

/** The account stays, for other units it may be of. */
async function endMembership(
  trx: Database,
  app: App,
  { unitId, staffId, actor }: StaffRemoving,
): Promise<void> {
  const membership = await findPersonMembership(trx, unitId, staffId);
  if (!membership) return;
  const { accountId } = membership;
  await deleteMembership(trx, membership);
  await revokeInvitationsBy(trx, { accountId, unitId }, app.clock());
  await deleteSessions(trx, accountId);
  await record(trx, app, { actor, action: 'account.leave', unitId, subject: accountId });
  for (const { id, madeBy, revokedAt } of await listFeedLinks(trx, unitId)) {
    const isTheirs = madeBy === accountId && revokedAt === undefined;
    if (isTheirs) await revokeWithin(trx, app, { unitId, linkId: id, actor });
  }
}

/** The same inside a transaction that records it; the periods left. */
export async function leaveWithin(
  trx: Database,
  app: App,
  { unitId, staffId, actor }: StaffRemoving,
): Promise<PeriodKey[]> {
  const now = app.clock();
  const ahead = (await listPeriodsOf(trx, unitId, staffId)).filter(({ startsAt }) => startsAt > now);
  const keys = ahead.map(({ periodId }) => ({ unitId, periodId }));
  for (const key of keys) {
    await removeParticipant(trx, key, staffId);
    await dropCertificate(trx, key);
  }
  await endLinks(trx, app, { unitId, staffId, actor });
  await notingContacts(trx, app, unitId, () => setLeft(trx, { unitId, staffId }, now));
  return keys;
}

/** What opens rosters without an account: feed, private link, invitations not yet used. An account is ended by itself. */
async function endLinks(trx: Database, app: App, { unitId, staffId, actor }: StaffRemoving): Promise<void> {
  const now = app.clock();
  for (const { id, scope, revokedAt } of await listFeedLinks(trx, unitId)) {
    const isTheirs = scope.kind === 'personal' && scope.staffId === staffId;
    if (isTheirs && revokedAt === undefined) await revokeWithin(trx, app, { unitId, linkId: id, actor });
  }
  await endPersonalLinks(trx, app, { unitId, staffId, actor });
  for (const invitation of await listInvitations(trx, unitId)) {
    if (invitation.staffId === staffId) await revokeInvitation(trx, invitation, now);
  }
}

/** On the list again; of which periods, is to be said anew. Throws `not-found`. */
export async function restoreStaffMember(app: App, { unitId, staffId, actor }: StaffRemoving): Promise<void> {
  allow(app, 'staff.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    await notingContacts(trx, app, unitId, () => setLeft(trx, { unitId, staffId }, null));
    await record(trx, app, { actor, action: 'staff.return', unitId, subject: staffId });
  });
}
