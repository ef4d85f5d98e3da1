/** From the token in a cookie to who is there. */

import { isSessionOver, SESSION_IDLE_MS, type SessionLimits, type Visitor } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { deleteSession, findSession, recordSessionUses } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { readSafety } from './safety.ts';
import { withNotedSessionUse } from './session-uses.ts';

/** The last use is kept to the minute. */
const USE_KEPT_MS = 60_000;

/** A few hundred bytes each. */
const readVisitor = keptReading(
  async (db, tokenHash: string) => {
    const session = await findSession(db, tokenHash);
    if (!session) return undefined;
    const account = (await findAccount(db, session.accountId))?.account;
    return { session, account, memberships: await listMemberships(db, session.accountId) };
  },
  { most: 10_000 },
);

/** Undefined for tokens that are malformed, unknown, expired, signed out, or of an account disabled since. */
export async function findVisitor(app: App, token: string): Promise<Visitor | undefined> {
  if (!isToken(token)) return undefined;
  const found = await readVisitor(app, hashOfToken(token));
  if (!found) return undefined;
  const { account, memberships } = found;
  const session = withNotedSessionUse(app.sessionUses, found.session);
  const now = app.clock();
  if (isSessionOver(session, now, await sessionLimits(app)) || !account || account.disabledAt !== undefined) {
    await deleteSession(app.db, session.accountId, session.id);
    return undefined;
  }
  if (Math.abs(now - session.usedAt) >= USE_KEPT_MS) app.sessionUses.set(session.id, now);
  // Whoever clears out old sessions goes by what is written down.
  if (Math.abs(now - found.session.usedAt) >= SESSION_IDLE_MS / 2) {
    await recordSessionUses(app.db, new Map([[session.id, now]]));
  }
  return { account, memberships, session };
}

async function sessionLimits(app: App): Promise<SessionLimits> {
  const { lockMinutes, sessionHours } = (await readSafety(app)).settings;
  return { idleMs: lockMinutes * 60_000, longestMs: sessionHours * 3_600_000 };
}
