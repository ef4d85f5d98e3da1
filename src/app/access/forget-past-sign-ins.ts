/** Lets go of what signing in has left and what opens nothing any more: no sign-in has to look through everybody's. */

import type { Instant } from '../../calendar/interval.ts';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS } from '../../domain/account.ts';
import { deleteOldForms } from '../../store/held-form-store.ts';
import { deleteOldDevices } from '../../store/known-device-store.ts';
import { deleteOldSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { requireMachine } from './authorise.ts';

export function forgetPastSignIns(app: App): Promise<void> {
  requireMachine(app);
  return app.db.transaction().execute(async (trx) => {
    const now = app.clock();
    await deleteOldSessions(trx, {
      opened: (now - SESSION_LONGEST_MS) as Instant,
      used: (now - SESSION_IDLE_MS) as Instant,
    });
    await deleteOldDevices(trx, now);
    await deleteOldForms(trx, now);
  });
}
