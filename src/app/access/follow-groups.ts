/**
 * Makes an account what the directory says it is: a role in each unit by the groups it is in, and none where a group is
 * gone; shut out where the directory has shut it out. What was given here by hand stays as it is.
 */

import { type Membership, ROLES, type Role } from '../../domain/account.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { countOperators, findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import {
  listDirectoryUnits,
  markDirectoryMembership,
  markLeaver,
  unmarkDirectoryMembership,
  unmarkLeaver,
} from '../../store/directory-store.ts';
import { revokeInvitationsBy } from '../../store/invitation-store.ts';
import {
  deleteMembership,
  findPersonMembership,
  listMemberships,
  saveMembership,
} from '../../store/membership-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import type { DirectoryPerson, GroupRole } from './directory.ts';
import { disableWithin, enableWithin } from './edit-accounts.ts';

const ACTOR = 'rota directory';

/** The most that the groups give, by unit. */
export function rolesOf(roles: readonly GroupRole[], groups: readonly string[]): ReadonlyMap<string, Role> {
  const most = new Map<string, Role>();
  for (const { group, unit, role } of roles) {
    const before = most.get(unit);
    const isMore = before === undefined || ROLES.indexOf(role) < ROLES.indexOf(before);
    if (groups.includes(group) && isMore) most.set(unit, role);
  }
  return most;
}

export interface Following {
  readonly accountId: string;
  /** Absent: the directory has nobody of that kind any more. */
  readonly person: DirectoryPerson | undefined;
  readonly roles: readonly GroupRole[];
}

export async function followGroups(
  trx: Database,
  app: App,
  { accountId, person, roles }: Following,
): Promise<void> {
  const isIn = person !== undefined && !person.disabled;
  const wanted = isIn ? rolesOf(roles, person.groups) : new Map<string, Role>();
  const marked = await listDirectoryUnits(trx, accountId);
  const memberships = await listMemberships(trx, accountId);
  for (const membership of memberships) {
    if (!marked.has(membership.unitId)) continue;
    const role = wanted.get(membership.unitId);
    if (role === undefined) await leave(trx, app, membership);
    else await keep(trx, app, { membership, role, person: person?.person ?? '' });
  }
  for (const [unitId, role] of wanted) {
    if (memberships.some((each) => each.unitId === unitId) || !(await findUnit(trx, unitId))) continue;
    await join(trx, app, { accountId, unitId, role }, person?.person ?? '');
  }
  if (isIn) await letIn(trx, app, accountId);
  else await shutOut(trx, app, accountId);
}

async function join(trx: Database, app: App, membership: Membership, person: string): Promise<void> {
  const staffId = await staffIdOf(trx, membership.unitId, person);
  await saveMembership(trx, { ...membership, ...(staffId === undefined ? {} : { staffId }) });
  await markDirectoryMembership(trx, membership);
  await note(trx, app, membership, { action: 'account.join', role: membership.role });
}

async function keep(
  trx: Database,
  app: App,
  {
    membership,
    role,
    person,
  }: { readonly membership: Membership; readonly role: Role; readonly person: string },
): Promise<void> {
  const staffId = membership.staffId ?? (await staffIdOf(trx, membership.unitId, person));
  if (role === membership.role && staffId === membership.staffId) return;
  await saveMembership(trx, { ...membership, role, ...(staffId === undefined ? {} : { staffId }) });
  if (role === membership.role) return;
  await revokeInvitationsBy(trx, membership, app.clock());
  await note(trx, app, membership, { action: 'account.role', before: membership.role, after: role });
}

async function leave(trx: Database, app: App, membership: Membership): Promise<void> {
  await deleteMembership(trx, membership);
  await unmarkDirectoryMembership(trx, membership);
  await revokeInvitationsBy(trx, membership, app.clock());
  await deleteSessions(trx, membership.accountId);
  await note(trx, app, membership, { action: 'account.leave' });
}

/** The one member of staff of that code or mail address who has no account yet. */
async function staffIdOf(trx: Database, unitId: string, person: string): Promise<string | undefined> {
  const wanted = person.toLowerCase();
  if (wanted === '') return undefined;
  const isThem = ({ id, email }: StaffMember): boolean =>
    id.toLowerCase() === wanted || email.toLowerCase() === wanted;
  const [only, second] = (await listStaff(trx, unitId)).filter(isThem);
  if (!only || second || (await findPersonMembership(trx, unitId, only.id))) return undefined;
  return only.id;
}

/** The last operator stays in: somebody must be able to mend what the directory says. */
async function shutOut(trx: Database, app: App, accountId: string): Promise<void> {
  const account = (await findAccount(trx, accountId))?.account;
  const isLastOperator = account?.operator && (await countOperators(trx)) <= 1;
  if (!account || account.disabledAt !== undefined || isLastOperator) return;
  await disableWithin(trx, app, { accountId, actor: ACTOR });
  await markLeaver(trx, accountId);
}

async function letIn(trx: Database, app: App, accountId: string): Promise<void> {
  if (await unmarkLeaver(trx, accountId)) await enableWithin(trx, app, { accountId, actor: ACTOR });
}

function note(
  trx: Database,
  app: App,
  { accountId, unitId }: Membership,
  { action, ...details }: AuditEntry['details'] & Pick<AuditEntry, 'action'>,
): Promise<void> {
  return record(trx, app, { actor: ACTOR, action, unitId, subject: accountId }, details);
}
