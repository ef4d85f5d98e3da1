/** Which browsers are known, of whom, and what makes them strangers again. */

import { describe, expect, it } from 'vitest';
import { setPasswordByLink } from '../../../src/app/access/accept-invitation.ts';
import { changePassword } from '../../../src/app/access/change-password.ts';
import { appointOperator, disableAccount, enableAccount } from '../../../src/app/access/edit-accounts.ts';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { invitePasswordChange } from '../../../src/app/access/invite.ts';
import { knownDevice } from '../../../src/app/access/known-device.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import { signOut, signOutEverywhere } from '../../../src/app/access/sign-out.ts';
import type { App } from '../../../src/app/app.ts';
import type { Visitor } from '../../../src/domain/account.ts';
import { loaded } from '../sample-app.ts';
import { CLIENT, member, OPERATOR, operator, PASSWORD } from './people.ts';

const LATER = 'sáu con mèo nằm 9 cái chiếu';

async function opened(app: App, signInName: string, deviceToken?: string) {
  const device = deviceToken === undefined ? {} : { deviceToken };
  const result = await signIn(app, { signInName, password: PASSWORD, client: CLIENT, ...device });
  if (!result.signedIn) throw new Error(JSON.stringify(result));
  return result;
}

async function house() {
  const { app, key } = await loaded();
  const host = await operator(app);
  const guest = await member(app, host, 'an', { unitId: key.unitId, role: 'technician' });
  const isKnown = async (token: string, { account }: Visitor = host) =>
    (await knownDevice(app, token, account.id)) !== undefined;
  return { app, host, guest, isKnown, unitId: key.unitId };
}

describe('a browser', () => {
  it('is known to those who signed in on it, several people on one machine', async () => {
    const { app, host, guest, isKnown } = await house();
    const first = await opened(app, OPERATOR.signInName);
    expect([await isKnown(first.deviceToken), await isKnown(first.deviceToken, guest)]).toEqual([
      true,
      false,
    ]);
    const second = await opened(app, guest.account.signInName, first.deviceToken);
    expect(second.deviceToken).toBe(first.deviceToken);
    expect([await isKnown(first.deviceToken, host), await isKnown(first.deviceToken, guest)]).toEqual([
      true,
      true,
    ]);
  });

  it('with a token nobody gave it gets one of ours', async () => {
    const { app } = await house();
    const planted = Buffer.alloc(32, 9).toString('base64url');
    expect((await opened(app, OPERATOR.signInName, planted)).deviceToken).not.toBe(planted);
  });

  it('is kept as a hash alone, twenty of an account, for 400 days', async () => {
    const { app, host, isKnown } = await house();
    const { deviceToken } = await opened(app, OPERATOR.signInName);
    for (let i = 0; i < 20; i++) {
      app.setClock(`2027-01-20T09:${10 + i}`);
      await opened(app, OPERATOR.signInName);
    }
    expect(await isKnown(deviceToken)).toBe(false);
    const last = await opened(app, OPERATOR.signInName);
    const rows = await app.db.selectFrom('known_device').selectAll().execute();
    expect(rows.filter((row) => row.account_id === host.account.id)).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toContain(last.deviceToken);
    app.setClock('2028-03-01T08:00');
    expect(await isKnown(last.deviceToken)).toBe(false);
  });

  it('stays known over signing out, and no longer than the account wants', async () => {
    const { app, host, isKnown } = await house();
    const one = await opened(app, OPERATOR.signInName);
    const visitor = (await findVisitor(app, one.token)) ?? host;
    await signOut(app, visitor);
    expect(await isKnown(one.deviceToken)).toBe(true);
    await signOutEverywhere(app, visitor);
    expect(await isKnown(one.deviceToken)).toBe(false);
  });

  it('is a stranger after a new password elsewhere; the one it was set on stays', async () => {
    const { app, host, isKnown } = await house();
    const here = await opened(app, OPERATOR.signInName);
    const there = await opened(app, OPERATOR.signInName);
    const visitor = (await findVisitor(app, here.token)) ?? host;
    const change = { currentPassword: PASSWORD, password: LATER, deviceToken: here.deviceToken };
    expect(await changePassword(app, visitor, change)).toMatchObject({ deviceToken: here.deviceToken });
    expect([await isKnown(here.deviceToken), await isKnown(there.deviceToken)]).toEqual([true, false]);
  });

  it('is known by a password link, so that nobody’s guesses keep out who was sent one', async () => {
    const { app, host, guest, isKnown, unitId } = await house();
    const before = await opened(app, guest.account.signInName);
    const { token } = await invitePasswordChange(app, host, { unitId, accountId: guest.account.id });
    const set = await setPasswordByLink(app, token, { password: LATER });
    expect(set.done && (await isKnown(set.deviceToken, guest))).toBe(true);
    expect(await isKnown(before.deviceToken, guest)).toBe(false);
  });

  it('is a stranger to an account that was shut out and let in again', async () => {
    const { app, host, guest, isKnown } = await house();
    await appointOperator(app, host, guest.account.id);
    const { deviceToken } = await opened(app, guest.account.signInName);
    await disableAccount(app, host, guest.account.id);
    await enableAccount(app, host, guest.account.id);
    expect(await isKnown(deviceToken, guest)).toBe(false);
  });
});
