/** Follows an invitation: a new account, an account that joins one more unit, or a new password. Each link once. */

import { hasSecondStep, type Invitation, type Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount, savePasswordHash } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { findLiveInvitation, useInvitation } from '../../store/invitation-store.ts';
import { forgetDevices } from '../../store/known-device-store.ts';
import { findPersonMembership, listMemberships, saveMembership } from '../../store/membership-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { judgePassword, leastLength } from './judge-password.ts';
import { rememberDevice } from './known-device.ts';
import { addAccount, type NewAccount, type Refused, readNewAccount, refused } from './new-account.ts';
import { hashPassword } from './password-hash.ts';
import { throttled } from './throttled.ts';

/** What the browser is known by already: by whoever else signs in on it. */
interface OnDevice {
  readonly deviceToken?: string | undefined;
}

export type Accepted =
  | {
      readonly done: true;
      readonly accountId: string;
      /** For the cookie: whoever followed a link from the unit signs in next, whoever else may be guessing. */
      readonly deviceToken: string;
    }
  | Refused;

/** What a link is good for, for its page. Throws `not-found`, `error.access.invitation`, when it is good for nothing. */
export async function readInvitation(
  app: App,
  token: string,
): Promise<{
  readonly invitation: Invitation;
  readonly unitName: string;
  readonly signInName?: string;
  readonly secondStep?: boolean;
}> {
  const invitation = await liveInvitation(app.db, app, token);
  const unit = await findUnit(app.db, invitation.unitId);
  const found =
    invitation.accountId === undefined ? undefined : await findAccount(app.db, invitation.accountId);
  return {
    invitation,
    unitName: unit?.name ?? invitation.unitId,
    ...(found ? { signInName: found.account.signInName, secondStep: hasSecondStep(found.account) } : {}),
  };
}

/** A new account with the invitation's role. Throws `not-found` as above; `too-many` after many names that are taken. */
export async function joinWithNewAccount(
  app: App,
  token: string,
  form: NewAccount & OnDevice,
): Promise<Accepted> {
  const { invitation, unitName } = await readInvitation(app, token);
  if (invitation.accountId !== undefined) throw unusable();
  const account = await readNewAccount(form, {
    context: [unitName],
    least: await leastLength(app.db, [invitation.unitId], false),
  });
  if ('done' in account) return account;
  // Whoever has an invitation could try name after name to learn which are taken (ASVS 5.0 6.3.8).
  const start = await beginAttempt(app, [{ throttle: 'secret', of: `invitation ${invitation.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const passwordHash = await hashPassword(app, account.password);
  return app.db.transaction().execute(async (trx): Promise<Accepted> => {
    const added = await addAccount(trx, app, { ...account, passwordHash, operator: false });
    // In this order: a name that is taken uses no invitation up, an invitation used meanwhile takes the account back.
    if (typeof added !== 'string') return added;
    await join(trx, app, await takeInvitation(trx, app, token), added);
    await forgive(trx, app, start.attempt);
    const device = { accountId: added, token: form.deviceToken };
    return { done: true, accountId: added, deviceToken: await rememberDevice(trx, app, device) };
  });
}

/** The visitor's account becomes a member of one more unit. Throws `not-found`; `conflict` when it is one already. */
export function joinWithAccount(app: App, token: string, visitor: Visitor): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const invitation = await takeInvitation(trx, app, token);
    if (invitation.accountId !== undefined) throw unusable();
    const memberships = await listMemberships(trx, visitor.account.id);
    if (memberships.some(({ unitId }) => unitId === invitation.unitId)) {
      throw new AppError('conflict', 'error.access.already-member');
    }
    await join(trx, app, invitation, visitor.account.id);
  });
}

/** A new password by a password link; every session of the account ends, and every browser is a stranger but this. Throws `not-found` as above. */
export async function setPasswordByLink(
  app: App,
  token: string,
  { password, deviceToken }: OnDevice & { readonly password: string },
): Promise<Accepted> {
  const { invitation, signInName = '', secondStep = false } = await readInvitation(app, token);
  const { accountId } = invitation;
  if (accountId === undefined) throw unusable();
  const unitIds = (await listMemberships(app.db, accountId)).map(({ unitId }) => unitId);
  const least = await leastLength(app.db, unitIds, secondStep);
  const fault = await judgePassword(password, { context: [signInName], least });
  if (fault) return refused('password', fault.key, fault.params);
  const hash = await hashPassword(app, password);
  return app.db.transaction().execute(async (trx): Promise<Accepted> => {
    await takeInvitation(trx, app, token);
    await savePasswordHash(trx, accountId, hash);
    const sessions = await deleteSessions(trx, accountId);
    await record(
      trx,
      app,
      { actor: accountId, action: 'account.password', unitId: invitation.unitId, subject: accountId },
      { sessions, link: invitation.id },
    );
    await forgetDevices(trx, accountId);
    const device = { accountId, token: deviceToken };
    return { done: true, accountId, deviceToken: await rememberDevice(trx, app, device) };
  });
}

function unusable(): AppError {
  return new AppError('not-found', 'error.access.invitation');
}

async function liveInvitation(db: Database, app: App, token: string): Promise<Invitation> {
  const found = isToken(token) ? await findLiveInvitation(db, hashOfToken(token), app.clock()) : undefined;
  if (!found) throw unusable();
  return found;
}

/** Used from now on, unless the transaction fails. */
export async function takeInvitation(trx: Database, app: App, token: string): Promise<Invitation> {
  const invitation = await liveInvitation(trx, app, token);
  if (!(await useInvitation(trx, invitation.id, app.clock()))) throw unusable();
  return invitation;
}

/** The account becomes what the invitation says. Throws `conflict` when its person has an account. */
export async function join(
  trx: Database,
  app: App,
  invitation: Invitation,
  accountId: string,
): Promise<void> {
  const { id, unitId, role, staffId } = invitation;
  if (staffId !== undefined && (await findPersonMembership(trx, unitId, staffId))) {
    throw new AppError('conflict', 'error.access.person-taken', { staff: staffId });
  }
  await saveMembership(trx, { accountId, unitId, role, ...(staffId === undefined ? {} : { staffId }) });
  const details = { role, invitation: id };
  await record(trx, app, { actor: accountId, action: 'account.join', unitId, subject: accountId }, details);
}
