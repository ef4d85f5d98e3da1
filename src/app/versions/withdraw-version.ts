/** Takes a published roster back: the next version has nobody on duty, and feeds cancel what stood before. */

import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { addVersion } from './add-version.ts';

export interface Withdrawing {
  readonly key: PeriodKey;
  readonly note: string;
  readonly actor: string;
}

/** Throws `not-found` when nothing is published. The draft stays, so publishing it again brings everything back. */
export function withdrawVersion(app: App, { key, note, actor }: Withdrawing): Promise<RosterVersion> {
  return app.db.transaction().execute(async (trx) => {
    const previous = await findNewestVersion(trx, key);
    if (!previous || previous.withdrawn) {
      throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
    }
    const roster = { periodId: key.periodId, assignments: [] };
    const content = { plan: previous.plan, roster, note, withdrawn: true as const };
    return addVersion(trx, app, { previous, content, actor });
  });
}
