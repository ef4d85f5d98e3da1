/** Makes a link that lets one person in, as one role of one unit; or lets a member set a new password. */

import type { Instant } from '../../calendar/interval.ts';
import type { Invitation, Role, Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { insertInvitation } from '../../store/invitation-store.ts';
import { findPersonMembership, listMemberships } from '../../store/membership-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';
import { authorise, requireProof } from './authorise.ts';

const HOUR = 3_600_000;
const JOINING_LASTS_MS = 7 * 24 * HOUR;
/** A password link opens an account that exists: it has a day. */
const PASSWORD_LASTS_MS = 24 * HOUR;

export interface Inviting {
  readonly unitId: string;
  readonly role: Role;
  /** The member of staff the account will belong to. */
  readonly staffId?: string;
}

export interface Invited {
  /** For the link's address; told this once. */
  readonly token: string;
  readonly invitation: Invitation;
}

/** Throws `not-found`, `forbidden`; `conflict` when the member of staff has an account. */
export async function invite(
  app: App,
  visitor: Visitor,
  { unitId, role, staffId }: Inviting,
): Promise<Invited> {
  authorise(visitor, 'account.edit', { unitId });
  requireProof(app, visitor);
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    if (staffId !== undefined) await requireFreePerson(trx, unitId, staffId);
    const person = staffId === undefined ? {} : { staffId };
    return add(trx, app, {
      unitId,
      role,
      ...person,
      invitedBy: visitor.account.id,
      lastsMs: JOINING_LASTS_MS,
    });
  });
}

/**
 * For a member who has forgotten the password. Only by who administers every unit the account is of, so that no unit
 * gives access to another. Throws `not-found`, `forbidden`.
 */
export async function invitePasswordChange(
  app: App,
  visitor: Visitor,
  { unitId, accountId }: { readonly unitId: string; readonly accountId: string },
): Promise<Invited> {
  requireProof(app, visitor);
  return app.db.transaction().execute(async (trx) => {
    const { role } = await requireRuled(trx, visitor, { unitId, accountId });
    return addPasswordLink(trx, app, { unitId, role, accountId, invitedBy: visitor.account.id });
  });
}

/** The membership; throws unless the visitor administers every unit of the account. */
export async function requireRuled(
  trx: Database,
  visitor: Visitor,
  { unitId, accountId }: { readonly unitId: string; readonly accountId: string },
): Promise<{ readonly role: Role }> {
  authorise(visitor, 'account.edit', { unitId });
  const memberships = await listMemberships(trx, accountId);
  const membership = memberships.find((each) => each.unitId === unitId);
  const found = await findAccount(trx, accountId);
  if (!membership || !found) throw new AppError('not-found', 'error.access.account-missing');
  if (found.account.operator && !visitor.account.operator) {
    throw new AppError('forbidden', 'error.access.forbidden');
  }
  for (const each of memberships) authorise(visitor, 'account.edit', { unitId: each.unitId });
  return membership;
}

async function requireFreePerson(trx: Database, unitId: string, staffId: string): Promise<void> {
  if (!(await findStaffMember(trx, unitId, staffId))) {
    throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  }
  if (await findPersonMembership(trx, unitId, staffId)) {
    throw new AppError('conflict', 'error.access.person-taken', { staff: staffId });
  }
}

type Adding = Pick<Invitation, 'unitId' | 'role' | 'invitedBy'> &
  Partial<Pick<Invitation, 'staffId' | 'accountId'>> & { readonly lastsMs: number };

/** A link by which an account gets a new password, whoever says so. */
export function addPasswordLink(
  trx: Database,
  app: App,
  link: Pick<Adding, 'unitId' | 'role' | 'invitedBy'> & { readonly accountId: string },
): Promise<Invited> {
  return add(trx, app, { ...link, lastsMs: PASSWORD_LASTS_MS });
}

/** For a unit that was just made: whoever made it lets its first administrator in. Asks nothing: the use case has. */
export function addFirstInvitation(
  trx: Database,
  app: App,
  { unitId, invitedBy }: Pick<Adding, 'unitId' | 'invitedBy'>,
): Promise<Invited> {
  return add(trx, app, { unitId, invitedBy, role: 'administrator', lastsMs: JOINING_LASTS_MS });
}

async function add(trx: Database, app: App, { lastsMs, ...rest }: Adding): Promise<Invited> {
  const token = newToken(app);
  const createdAt = app.clock();
  const expiresAt = (createdAt + lastsMs) as Instant;
  const invitation: Invitation = { ...rest, id: newId(app), createdAt, expiresAt };
  await insertInvitation(trx, invitation, hashOfToken(token));
  await record(
    trx,
    app,
    { actor: rest.invitedBy, action: 'account.invite', unitId: rest.unitId, subject: invitation.id },
    { role: rest.role, password: rest.accountId === undefined ? 0 : 1 },
  );
  return { token, invitation };
}
