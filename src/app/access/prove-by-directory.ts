/** Who is there by the directory proves it once more by the password there, before a sensitive change. */

import type { Visitor } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import { findSubject } from '../../store/directory-store.ts';
import type { App } from '../app.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { DIRECTORY_ISSUER, type Directory } from './directory.ts';
import { type Proved, proveAgain, takeProof } from './prove-again.ts';
import { throttled } from './throttled.ts';

/** Whether the account's password is the directory's to check. */
export async function isOfDirectory(app: App, { account }: Visitor): Promise<boolean> {
  const found = await findAccount(app.db, account.id);
  if (found?.credentials.passwordHash !== undefined) return false;
  return (await findSubject(app.db, { accountId: account.id, issuer: DIRECTORY_ISSUER })) !== undefined;
}

/**
 * By the account's own password, or by the directory's where it has none here; undefined for a wrong one. Throws `too-many`,
 * `error.access.throttled`; `unavailable`, `directory.unreachable`.
 */
export async function proveHere(
  app: App,
  visitor: Visitor,
  { password, directory }: { readonly password: string; readonly directory: Directory | undefined },
): Promise<Proved | undefined> {
  const { account, session } = visitor;
  const of = { accountId: account.id, issuer: DIRECTORY_ISSUER };
  const subject =
    directory && (await isOfDirectory(app, visitor)) ? await findSubject(app.db, of) : undefined;
  if (!directory || subject === undefined) return proveAgain(app, visitor, password);
  const start = await beginAttempt(app, [{ throttle: 'session', of: `password ${session.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const checked = password === '' ? undefined : await directory.check({ subject }, password);
  if (!checked?.right) return undefined;
  return app.db.transaction().execute(async (trx) => {
    await forgive(trx, app, start.attempt);
    return takeProof(trx, app, visitor, 'directory');
  });
}
