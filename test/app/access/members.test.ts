/** Invitations, roles and operators: who may make whom what, in which unit. */

import { describe, expect, it } from 'vitest';
import {
  joinWithAccount,
  joinWithNewAccount,
  readInvitation,
  setPasswordByLink,
} from '../../../src/app/access/accept-invitation.ts';
import {
  appointOperator,
  disableAccount,
  enableAccount,
  listAccounts,
} from '../../../src/app/access/edit-accounts.ts';
import {
  changeRole,
  dropMemberTotp,
  listUnitMembers,
  removeMember,
  revokeMemberInvitation,
} from '../../../src/app/access/edit-members.ts';
import { invite, invitePasswordChange } from '../../../src/app/access/invite.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { ROLES, type Role } from '../../../src/domain/account.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { sampleCase } from '../../sample-case.ts';
import { loaded } from '../sample-app.ts';
import { CLIENT, member, OPERATOR, operator, PASSWORD, signedIn } from './people.ts';

/** Two units, and the operator of the machine. */
async function house() {
  const { app, key, plan } = await loaded();
  const other = sampleCase('urgent-72h');
  await loadCase(app, { source: other, actor: 'cli' });
  const host = await operator(app);
  return { app, host, unitId: key.unitId, otherUnitId: other.unit.id, staff: plan.staff.map(({ id }) => id) };
}

const FORM = {
  signInName: 'khoa@lamgiang.example',
  name: 'Lý Khoa',
  password: PASSWORD,
  language: 'vi' as const,
};

describe('an invitation', () => {
  it('makes one account with its role and its person, once', async () => {
    const { app, host, unitId, staff } = await house();
    const staffId = staff[0] ?? '';
    const { token } = await invite(app, host, { unitId, role: 'technician', staffId });
    expect(await readInvitation(app, token)).toMatchObject({ invitation: { role: 'technician', staffId } });
    expect(await joinWithNewAccount(app, token, FORM)).toMatchObject({ done: true });
    const visitor = await signedIn(app, FORM.signInName);
    expect(visitor.memberships).toEqual([
      { accountId: visitor.account.id, unitId, role: 'technician', staffId },
    ]);
    await expect(
      joinWithNewAccount(app, token, { ...FORM, signInName: 'x@y.example' }),
    ).rejects.toMatchObject({
      key: 'error.access.invitation',
    });
  });

  it('followed twice at the same moment makes one account', async () => {
    const { app, host, unitId } = await house();
    const { token } = await invite(app, host, { unitId, role: 'reader' });
    const results = await Promise.allSettled([
      joinWithNewAccount(app, token, FORM),
      joinWithNewAccount(app, token, { ...FORM, signInName: 'x@y.example' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await listUnitMembers(app, host, unitId)).members).toHaveLength(1);
  });

  it('is not used up by a name that is taken or a poor password', async () => {
    const { app, host, unitId } = await house();
    const { token } = await invite(app, host, { unitId, role: 'reader' });
    const taken = { ...FORM, signInName: OPERATOR.signInName };
    expect(await joinWithNewAccount(app, token, taken)).toMatchObject({ key: 'error.access.name-taken' });
    const named = { ...FORM, password: 'tankhe2027' };
    expect(await joinWithNewAccount(app, token, named)).toMatchObject({ key: 'password.context' });
    expect(await joinWithNewAccount(app, token, FORM)).toMatchObject({ done: true });
  });

  it('ends after a week, or when revoked; the token is nowhere in the store', async () => {
    const { app, host, unitId } = await house();
    const revoked = await invite(app, host, { unitId, role: 'reader' });
    const old = await invite(app, host, { unitId, role: 'reader' });
    await revokeMemberInvitation(app, host, { unitId, id: revoked.invitation.id });
    const unusable = { code: 'not-found', key: 'error.access.invitation' };
    await expect(joinWithNewAccount(app, revoked.token, FORM)).rejects.toMatchObject(unusable);
    const rows = await app.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(old.token);
    app.setClock('2027-01-27T08:00');
    await expect(readInvitation(app, old.token)).rejects.toMatchObject(unusable);
    await expect(readInvitation(app, 'nonsense')).rejects.toMatchObject(unusable);
  });

  it('lets an account that is there join one more unit', async () => {
    const { app, host, unitId, otherUnitId } = await house();
    const khoa = await member(app, host, 'khoa', { unitId, role: 'manager' });
    const { token } = await invite(app, host, { unitId: otherUnitId, role: 'reader' });
    await joinWithAccount(app, token, khoa);
    const { memberships } = await signedIn(app, khoa.account.signInName);
    expect(memberships.map(({ role }) => role).sort()).toEqual(['manager', 'reader']);
    const again = await invite(app, host, { unitId, role: 'administrator' });
    await expect(joinWithAccount(app, again.token, khoa)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('for a person who has an account, or whom nobody knows, is refused', async () => {
    const { app, host, unitId, staff } = await house();
    const staffId = staff[0] ?? '';
    await member(app, host, 'khoa', { unitId, role: 'technician', staffId });
    await expect(invite(app, host, { unitId, role: 'reader', staffId })).rejects.toMatchObject({
      key: 'error.access.person-taken',
    });
    await expect(invite(app, host, { unitId, role: 'reader', staffId: 'nobody' })).rejects.toMatchObject({
      key: 'error.staff.missing',
    });
  });
});

describe('who is not an administrator of the unit', () => {
  it.each(ROLES.filter((role) => role !== 'administrator'))(
    'as %s may not invite, see or change members',
    async (role) => {
      const { app, host, unitId } = await house();
      const one = await member(app, host, 'khoa', { unitId, role });
      const key = { unitId, accountId: one.account.id };
      const forbidden = { code: 'forbidden', key: 'error.access.forbidden' };
      const tries = [
        () => invite(app, one, { unitId, role: 'administrator' }),
        () => listUnitMembers(app, one, unitId),
        () => changeRole(app, one, { ...key, role: 'administrator' }),
        () => removeMember(app, one, key),
        () => dropMemberTotp(app, one, key),
        () => invitePasswordChange(app, one, key),
        () => revokeMemberInvitation(app, one, { unitId, id: 'x' }),
        () => listAccounts(app, one),
        () => disableAccount(app, one, host.account.id),
        () => appointOperator(app, one, one.account.id),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(forbidden);
    },
  );

  it('is told of another unit as of one that is not there', async () => {
    const { app, host, unitId, otherUnitId } = await house();
    const chief = await member(app, host, 'khoa', { unitId: otherUnitId, role: 'administrator' });
    for (const unit of [unitId, 'no-such-unit']) {
      await expect(invite(app, chief, { unitId: unit, role: 'reader' })).rejects.toMatchObject({
        code: 'not-found',
        key: 'error.unit.missing',
      });
    }
  });
});

describe('an administrator of a unit', () => {
  it('changes roles and ends memberships, from the member’s next page on', async () => {
    const { app, host, unitId } = await house();
    const chief = await member(app, host, 'chief', { unitId, role: 'administrator' });
    const khoa = await member(app, host, 'khoa', { unitId, role: 'reader' });
    const key = { unitId, accountId: khoa.account.id };
    await changeRole(app, chief, { ...key, role: 'manager' });
    expect((await signedIn(app, khoa.account.signInName)).memberships).toMatchObject([{ role: 'manager' }]);
    await removeMember(app, chief, key);
    expect((await signedIn(app, khoa.account.signInName)).memberships).toEqual([]);
    await expect(changeRole(app, chief, { ...key, role: 'reader' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const trail = await listAudit(app.db, { unitId }, 2);
    expect(trail).toMatchObject([
      { action: 'account.leave', actor: chief.account.id, subject: khoa.account.id },
      { action: 'account.role', details: { before: 'reader', after: 'manager' } },
    ]);
  });

  it('takes the invitations they sent out with them when they go', async () => {
    const { app, host, unitId } = await house();
    const unusable = { key: 'error.access.invitation' };
    const chief = await member(app, host, 'chief', { unitId, role: 'administrator' });
    const key = { unitId, accountId: chief.account.id };
    const one = await invite(app, chief, { unitId, role: 'administrator' });
    await changeRole(app, host, { ...key, role: 'reader' });
    await expect(readInvitation(app, one.token)).rejects.toMatchObject(unusable);
    await changeRole(app, host, { ...key, role: 'administrator' });
    const two = await invite(app, chief, { unitId, role: 'administrator' });
    await disableAccount(app, host, chief.account.id);
    await expect(readInvitation(app, two.token)).rejects.toMatchObject(unusable);
    await enableAccount(app, host, chief.account.id);
    const again = await signedIn(app, chief.account.signInName);
    const three = await invite(app, again, { unitId, role: 'reader' });
    const kept = await invite(app, host, { unitId, role: 'reader' });
    await removeMember(app, host, key);
    await expect(readInvitation(app, three.token)).rejects.toMatchObject(unusable);
    expect(await readInvitation(app, kept.token)).toMatchObject({ invitation: { role: 'reader' } });
  });

  it('must have given the password within ten minutes', async () => {
    const { app, host, unitId } = await house();
    app.setClock('2027-01-20T08:10');
    for (const attempt of [
      () => invite(app, host, { unitId, role: 'reader' }),
      () => changeRole(app, host, { unitId, accountId: 'x', role: 'reader' as Role }),
      () => disableAccount(app, host, 'x'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        key: 'error.access.prove-again',
      });
    }
  });

  it('opens no way into a unit that is not theirs', async () => {
    const { app, host, unitId, otherUnitId } = await house();
    const chief = await member(app, host, 'chief', { unitId, role: 'administrator' });
    const both = await member(app, host, 'both', { unitId, role: 'reader' });
    const { token } = await invite(app, host, { unitId: otherUnitId, role: 'administrator' });
    await joinWithAccount(app, token, both);
    const key = { unitId, accountId: both.account.id };
    await expect(invitePasswordChange(app, chief, key)).rejects.toMatchObject({ code: 'not-found' });
    await expect(dropMemberTotp(app, chief, key)).rejects.toMatchObject({ code: 'not-found' });

    const { token: second } = await invite(app, host, { unitId, role: 'reader' });
    await joinWithAccount(app, second, host);
    const operatorKey = { unitId, accountId: host.account.id };
    await expect(invitePasswordChange(app, chief, operatorKey)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gives a member a link to a new password, good once and for a day', async () => {
    const { app, host, unitId } = await house();
    const khoa = await member(app, host, 'khoa', { unitId, role: 'reader' });
    const { token } = await invitePasswordChange(app, host, { unitId, accountId: khoa.account.id });
    await expect(joinWithNewAccount(app, token, FORM)).rejects.toMatchObject({ code: 'not-found' });
    await expect(joinWithAccount(app, token, host)).rejects.toMatchObject({ code: 'not-found' });
    const password = 'ba con mèo đen leo cau';
    expect(await setPasswordByLink(app, token, { password: 'khoa@lamgiang' })).toMatchObject({
      key: 'password.context',
    });
    expect(await setPasswordByLink(app, token, { password: password })).toMatchObject({ done: true });
    await expect(setPasswordByLink(app, token, { password: password })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { signInName } = khoa.account;
    expect(await signIn(app, { signInName, password: PASSWORD, client: CLIENT })).toMatchObject({
      refusal: 'wrong',
    });
    await signedIn(app, signInName, password);
    const late = await invitePasswordChange(app, host, { unitId, accountId: khoa.account.id });
    app.setClock('2027-01-21T08:00');
    await expect(setPasswordByLink(app, late.token, { password: password })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('an operator', () => {
  it('shuts an account out at once and lets it in again', async () => {
    const { app, host, unitId } = await house();
    const khoa = await member(app, host, 'khoa', { unitId, role: 'reader' });
    const { token } = await invitePasswordChange(app, host, { unitId, accountId: khoa.account.id });
    await disableAccount(app, host, khoa.account.id);
    const entering = { signInName: khoa.account.signInName, password: PASSWORD, client: CLIENT };
    expect(await signIn(app, entering)).toEqual({ signedIn: false, refusal: 'wrong' });
    await expect(setPasswordByLink(app, token, { password: 'ba con mèo đen leo cau' })).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
    await enableAccount(app, host, khoa.account.id);
    expect(await signIn(app, entering)).toMatchObject({ signedIn: true });
  });

  it('who is the last one stays', async () => {
    const { app, host, unitId } = await house();
    const { id } = host.account;
    await expect(disableAccount(app, host, id)).rejects.toMatchObject({ key: 'error.access.last-operator' });
    const khoa = await member(app, host, 'khoa', { unitId, role: 'reader' });
    await appointOperator(app, host, khoa.account.id);
    await disableAccount(app, host, id);
    const now = await signedIn(app, khoa.account.signInName);
    await expect(disableAccount(app, now, khoa.account.id)).rejects.toMatchObject({ code: 'conflict' });
    expect((await listAccounts(app, now)).map(({ disabledAt }) => disabledAt !== undefined)).toEqual([
      true,
      false,
    ]);
  });
});
