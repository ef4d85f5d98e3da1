/** Where one is signed in, to see and to end. */

import { isSessionOver, type Session, type Visitor } from '../../domain/account.ts';
import { listSessions as listStored } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { withNotedSessionUse } from './session-uses.ts';

/** Newest first; the visitor's own session is among them. */
export async function listSessions(app: App, { account }: Visitor): Promise<Session[]> {
  const stored = await listStored(app.db, account.id);
  const sessions = stored.map((each) => withNotedSessionUse(app.sessionUses, each));
  return sessions.filter((each) => !isSessionOver(each, app.clock()));
}
