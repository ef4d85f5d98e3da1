/** Ends sessions of one's own: this one, another one, or all of them (ASVS 5.0 7.4.1, 7.5.2). */

import type { Visitor } from '../../domain/account.ts';
import { forgetDevices } from '../../store/known-device-store.ts';
import { deleteSession, deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

/** Ends the session of this id; one that is no longer there, or is someone else's, changes nothing. */
export function signOut(app: App, visitor: Visitor, sessionId = visitor.session.id): Promise<void> {
  const actor = visitor.account.id;
  return app.db.transaction().execute(async (trx) => {
    if (!(await deleteSession(trx, actor, sessionId))) return;
    await record(trx, app, { actor, action: 'session.close', unitId: '', subject: sessionId });
  });
}

/** Ends every session of the account, this one too, and no browser is known any more; how many sessions there were. */
export function signOutEverywhere(app: App, visitor: Visitor): Promise<number> {
  const actor = visitor.account.id;
  return app.db.transaction().execute(async (trx) => {
    const sessions = await deleteSessions(trx, actor);
    await forgetDevices(trx, actor);
    await record(trx, app, { actor, action: 'session.close', unitId: '', subject: '' }, { sessions });
    return sessions;
  });
}
