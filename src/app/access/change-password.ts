/** A new password, by whoever knows the old one. Everywhere else the account is signed out (ASVS 5.0 6.2.3, 7.4.3). */

import type { Visitor } from '../../domain/account.ts';
import { passwordFault } from '../../domain/password-rules.ts';
import { savePasswordHash } from '../../store/account-store.ts';
import { revokePasswordLinks } from '../../store/invitation-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type Refused, refused } from './new-account.ts';
import { hashPassword } from './password-hash.ts';
import { proveAgain } from './prove-again.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
}

/** Done, the session goes by the new token. Throws `too-many`, `error.access.throttled`. */
export async function changePassword(
  app: App,
  visitor: Visitor,
  { currentPassword, password }: PasswordChange,
): Promise<{ readonly done: true; readonly token: string } | Refused> {
  const { account, session } = visitor;
  // First what needs no secret: a session is renewed only where all goes well.
  const fault = passwordFault(password, [account.signInName, account.name]);
  if (fault) return refused('password', fault.key, fault.params);
  const proved = await proveAgain(app, visitor, currentPassword);
  if (!proved) return refused('currentPassword', 'error.access.wrong-password');
  const hash = await hashPassword(app, password);
  await app.db.transaction().execute(async (trx) => {
    await savePasswordHash(trx, account.id, hash);
    await revokePasswordLinks(trx, account.id, app.clock());
    const sessions = await deleteSessions(trx, account.id, session.id);
    await record(trx, app, {
      actor: account.id,
      action: 'account.password',
      unitId: '',
      subject: account.id,
      details: { sessions },
    });
  });
  return { done: true, token: proved.token };
}
