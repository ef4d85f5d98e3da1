/** From the token in a cookie to who is there. */

import { isSessionOver, type Visitor } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { deleteSession, findSession, recordSessionUse } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken } from '../secret-token.ts';

/** The last use is kept to the minute, so that not every page view is a write to the disk. */
const USE_KEPT_MS = 60_000;

/** Undefined for tokens that are malformed, unknown, expired, signed out, or of an account disabled since. */
export async function findVisitor(app: App, token: string): Promise<Visitor | undefined> {
  if (!isToken(token)) return undefined;
  const { db } = app;
  const session = await findSession(db, hashOfToken(token));
  if (!session) return undefined;
  const now = app.clock();
  const found = await findAccount(db, session.accountId);
  if (isSessionOver(session, now) || !found || found.account.disabledAt !== undefined) {
    await deleteSession(db, session.accountId, session.id);
    return undefined;
  }
  if (Math.abs(now - session.usedAt) >= USE_KEPT_MS) await recordSessionUse(db, session.id, now);
  return { account: found.account, memberships: await listMemberships(db, session.accountId), session };
}
