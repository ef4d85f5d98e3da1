/** Takes a person off the staff list, and back: rosters they stood in stay, periods that have not begun lose them. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listFeedLinks } from '../../store/feed-token-store.ts';
import { listInvitations, revokeInvitation } from '../../store/invitation-store.ts';
import { findStaffMember, listPeriodsOf, removeParticipant, setLeft } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { revokeWithin } from '../feeds/revoke-feed-token.ts';
import { endPersonalLinks } from '../own/end-personal-links.ts';
import { record } from '../record.ts';

export interface StaffRemoving {
  readonly unitId: string;
  readonly staffId: string;
  readonly actor: string;
}

/**
 * Out of every period still ahead, with leave, wishes and pins; links of theirs end; published versions stay as they are, and so does what is
 * known of the person until it is erased. The periods left. Throws `not-found`.
 */
export function removeStaffMember(app: App, { unitId, staffId, actor }: StaffRemoving): Promise<PeriodKey[]> {
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const keys = await leaveWithin(trx, app, { unitId, staffId, actor });
    await record(trx, app, {
      actor,
      action: 'staff.leave',
      unitId,
      subject: staffId,
      details: { periods: keys.length },
    });
    return keys;
  });
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
  await setLeft(trx, { unitId, staffId }, now);
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
export function restoreStaffMember(app: App, { unitId, staffId, actor }: StaffRemoving): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    await setLeft(trx, { unitId, staffId }, null);
    await record(trx, app, { actor, action: 'staff.return', unitId, subject: staffId, details: {} });
  });
}
