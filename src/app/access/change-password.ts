/** A new password, by whoever knows the old one. Everywhere else the account is signed out, and known no more (ASVS 5.0 6.2.3, 7.4.3). */

import { hasSecondStep, type Visitor } from '../../domain/account.ts';
import { savePasswordHash } from '../../store/account-store.ts';
import { revokePasswordLinks } from '../../store/invitation-store.ts';
import { forgetDevices } from '../../store/known-device-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { hashOfToken } from '../secret-token.ts';
import { judgePassword, leastLength } from './judge-password.ts';
import { rememberDevice } from './known-device.ts';
import { type Refused, refused } from './new-account.ts';
import { hashPassword } from './password-hash.ts';
import { proveAgain } from './prove-again.ts';

export interface PasswordChange {
  /** What the browser is known by: the one that stays known. */
  readonly deviceToken?: string | undefined;
  readonly currentPassword: string;
  readonly password: string;
}

/** Done, the session goes by the new token. Throws `too-many`, `error.access.throttled`. */
export async function changePassword(
  app: App,
  visitor: Visitor,
  { currentPassword, password, deviceToken }: PasswordChange,
): Promise<{ readonly done: true; readonly token: string; readonly deviceToken: string } | Refused> {
  const { account, session } = visitor;
  // First what needs no secret: a session is renewed only where all goes well.
  const unitIds = visitor.memberships.map(({ unitId }) => unitId);
  const least = await leastLength(app.db, unitIds, hasSecondStep(account));
  const fault = await judgePassword(password, { context: [account.signInName, account.name], least });
  if (fault) return refused('password', fault.key, fault.params);
  const proved = await proveAgain(app, visitor, currentPassword);
  if (!proved) return refused('currentPassword', 'error.access.wrong-password');
  const hash = await hashPassword(app, password);
  const device = await app.db.transaction().execute(async (trx) => {
    await savePasswordHash(trx, account.id, hash);
    await revokePasswordLinks(trx, account.id, app.clock());
    const sessions = await deleteSessions(trx, account.id, session.id);
    const known = await rememberDevice(trx, app, { accountId: account.id, token: deviceToken });
    await forgetDevices(trx, account.id, hashOfToken(known));
    await record(trx, app, { ...ofOwnAccount(account.id), action: 'account.password' }, { sessions });
    return known;
  });
  return { done: true, token: proved.token, deviceToken: device };
}
