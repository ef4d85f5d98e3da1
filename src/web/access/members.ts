/** Who comes into a unit: roles, invitations by link, and help for who has lost password or phone. */

import {
  changeRole,
  dropMemberTotp,
  removeMember,
  requireByHand,
  revokeMemberInvitation,
} from '../../app/access/edit-members.ts';
import { type Invited, invite, invitePasswordChange } from '../../app/access/invite.ts';
import { openMembers } from '../../app/access/open-members.ts';
import { setUnitSecurity } from '../../app/access/set-unit-security.ts';
import type { Invitation } from '../../domain/account.ts';
import { hasSecondStep, ROLES, type Role } from '../../domain/account.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { compareNames } from '../../kernel/names.ts';
import { inside, proven, redirect, stamp } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { joinPath, membersPath } from '../paths/access.ts';

export async function showMembers(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const unitId = visit.param('unit');
  const { unitName, members, byGroup, invitations, staff, security } = await openMembers(
    app,
    visitor,
    unitId,
  );
  const nameOf = (id: string | undefined): string => staffName(staff, id);
  const taken = new Set(members.map(({ membership }) => membership.staffId));
  const roles = (current: Role) =>
    ROLES.map((role) => ({ role, label: visit.say(`role.${role}`), current: role === current }));
  return {
    kind: 'page',
    view: 'access/members',
    title: visit.say('access.members.title', { unit: unitName }),
    unitName,
    model: {
      path: membersPath(unitId),
      title: visit.say('access.members.title', { unit: unitName }),
      members: members.map(({ account, membership }) => ({
        id: account.id,
        name: account.name,
        signInName: account.signInName,
        roles: roles(membership.role),
        role: visit.say(`role.${membership.role}`),
        staff: nameOf(membership.staffId),
        totp: hasSecondStep(account),
        disabled: account.disabledAt !== undefined,
        byGroup: deps.directory !== undefined && byGroup.has(account.id),
        actionsFor: visit.say('access.members.actions-for', { name: account.name }),
      })),
      securityPath: `/units/${encodeURIComponent(unitId)}/security`,
      longPasswords: security.longPasswords,
      invitePath: `/units/${encodeURIComponent(unitId)}/invitations`,
      inviteRoles: roles('technician'),
      staff: staff
        .filter(({ id }) => !taken.has(id))
        .sort((a, b) => compareNames(a.name, b.name))
        .map(({ id }) => ({ id, name: staffName(staff, id) })),
      invitations: invitations
        .filter((each) => isOpen(each, visit))
        .map((each) => ({
          id: each.id,
          kind: visit.say(each.accountId === undefined ? `role.${each.role}` : 'access.members.is-password'),
          staff: nameOf(each.staffId),
          expires: stamp(visit, deps, each.expiresAt),
        })),
    },
  };
}

function isOpen({ usedAt, revokedAt, expiresAt }: Invitation, { now }: Visit): boolean {
  return usedAt === undefined && revokedAt === undefined && expiresAt > now;
}

/** Throws `invalid` for a role that is none: the page offers no such one. */
function roleOf({ form }: Visit): Role {
  const role = ROLES.find((each) => each === form.get('role'));
  if (role === undefined) throw new AppError('invalid', 'web.failure.bad-address');
  return role;
}

export function saveSecurity(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const unitId = visit.param('unit');
  return proven(membersPath(unitId), async () => {
    await setUnitSecurity(app, visitor, { unitId, longPasswords: visit.form.get('longPasswords') === 'on' });
    return redirect(membersPath(unitId));
  });
}

export function inviteMember(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const unitId = visit.param('unit');
  const staffId = visit.form.get('staff') ?? '';
  return proven(membersPath(unitId), async () => {
    const person = staffId === '' ? {} : { staffId };
    return linkPage(visit, deps, await invite(app, visitor, { unitId, role: roleOf(visit), ...person }));
  });
}

export function sendPasswordLink(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const unitId = visit.param('unit');
  return proven(membersPath(unitId), async () =>
    linkPage(
      visit,
      deps,
      await invitePasswordChange(app, visitor, { unitId, accountId: visit.param('account') }),
    ),
  );
}

/** The link is told this once, so it stands on the answer itself. */
function linkPage(visit: Visit, deps: WebDeps, { token, invitation }: Invited): Reply {
  const address = `${deps.publicUrl}${joinPath(token)}`;
  return {
    kind: 'page',
    view: 'access/link',
    title: visit.say('access.link.title'),
    model: {
      address,
      qr: addressPicture(visit, address, visit.say('access.link.picture')),
      until: visit.say('access.link.until', { until: stamp(visit, deps, invitation.expiresAt) }),
      back: membersPath(invitation.unitId),
    },
  };
}

export function changeMemberRole(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return changed(visit, async (key) => {
    if (deps.directory) await requireByHand(app, visitor, key);
    await changeRole(app, visitor, { ...key, role: roleOf(visit) });
  });
}

export function takeMemberOut(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return changed(visit, async (key) => {
    if (deps.directory) await requireByHand(app, visitor, key);
    await removeMember(app, visitor, key);
  });
}

export function endMemberTwoStep(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return changed(visit, (key) => dropMemberTotp(app, visitor, key));
}

export function revokeInvitation(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return changed(visit, ({ unitId }) =>
    revokeMemberInvitation(app, visitor, { unitId, id: visit.param('invitation') }),
  );
}

function changed(
  visit: Visit,
  change: (key: { unitId: string; accountId: string }) => Promise<void>,
): Promise<Reply> {
  const unitId = visit.param('unit');
  return proven(membersPath(unitId), async () => {
    await change({ unitId, accountId: visit.param('account') });
    return redirect(membersPath(unitId));
  });
}
