/** The password given once more, before a sensitive change. */

import type { Visitor } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import { recordSessionProof } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { verifyPassword } from './password-hash.ts';
import { throttled } from './throttled.ts';

/** The visitor with the proof, or undefined for a wrong password. Throws `forbidden`, `error.access.throttled`. */
export async function proveAgain(app: App, visitor: Visitor, password: string): Promise<Visitor | undefined> {
  const { account, session } = visitor;
  const start = await beginAttempt(app, account.signInName);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const found = await findAccount(app.db, account.id);
  const { right } = await verifyPassword(app, password, found?.credentials.passwordHash);
  if (!right) return undefined;
  const now = app.clock();
  await app.db.transaction().execute(async (trx) => {
    await forgive(trx, app, start.attempt);
    await recordSessionProof(trx, session.id, now);
    await record(trx, app, {
      actor: account.id,
      action: 'session.prove',
      unitId: '',
      subject: session.id,
      details: {},
    });
  });
  return { ...visitor, session: { ...session, provedAt: now } };
}
