/** Tells an address nothing more; what still waits for it is given up. */

import { AppError } from '../../kernel/app-error.ts';
import { endWebHook as endStored } from '../../store/web-hook-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface WebHookEnding {
  readonly unitId: string;
  readonly hookId: string;
  readonly actor: string;
}

/** Throws `not-found` when the unit has no such web hook that has not ended. */
export async function endWebHook(app: App, { unitId, hookId, actor }: WebHookEnding): Promise<void> {
  allow(app, 'machine.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await endStored(trx, { unitId, id: hookId }, app.clock()))) {
      throw new AppError('not-found', 'error.web-hook.missing', { hook: hookId });
    }
    await record(trx, app, { actor, action: 'web-hook.end', unitId, subject: hookId });
  });
}
