/** Who is there proves it once more, before a sensitive change; the session then goes by a new token (ASVS 5.0 7.2.4). */

import type { Visitor } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { renewProvenSession } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { verifyPassword } from './password-hash.ts';
import { throttled } from './throttled.ts';

export interface Proved {
  readonly visitor: Visitor;
  /** For the cookie, in place of the one before; told this once. */
  readonly token: string;
}

/** By the password; undefined for a wrong one. Throws `too-many`, `error.access.throttled`. */
export async function proveAgain(app: App, visitor: Visitor, password: string): Promise<Proved | undefined> {
  const { account, session } = visitor;
  const start = await beginAttempt(app, [{ throttle: 'session', of: `password ${session.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const found = await findAccount(app.db, account.id);
  const { right } = await verifyPassword(app, password, found?.credentials.passwordHash);
  if (!right) return undefined;
  return app.db.transaction().execute(async (trx) => {
    await forgive(trx, app, start.attempt);
    return takeProof(trx, app, visitor, 'password');
  });
}

/** @param by what proved it, for the audit trail. */
export async function takeProof(trx: Database, app: App, visitor: Visitor, by: string): Promise<Proved> {
  const { account, session } = visitor;
  const provedAt = app.clock();
  const token = newToken(app);
  await renewProvenSession(trx, session.id, { tokenHash: hashOfToken(token), at: provedAt });
  await record(
    trx,
    app,
    { actor: account.id, action: 'session.prove', unitId: '', subject: session.id },
    { by },
  );
  return { visitor: { ...visitor, session: { ...session, provedAt } }, token };
}
