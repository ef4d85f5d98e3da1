/** Deletes a period that nobody has been told of yet, with its draft, posts, rules and pins. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findDraft } from '../../store/draft-store.ts';
import { deletePeriod as deleteStored } from '../../store/period-store.ts';
import { listVersions } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { requirePeriod } from '../require.ts';

export interface PeriodLosses {
  readonly name: string;
  /** Seats filled in its draft. */
  readonly seats: number;
  /** Versions published, withdrawn ones included; a period with any is not deleted: they stand as evidence. */
  readonly versions: number;
}

/** Throws `not-found`; `conflict`, `error.period.published`, when it has a version. */
export async function deletePeriod(
  app: App,
  { key, actor }: { readonly key: PeriodKey; readonly actor: string },
): Promise<PeriodLosses> {
  allow(app, 'period.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const losses = await lossesWithin(trx, key);
    if (losses.versions > 0) {
      throw new AppError('conflict', 'error.period.published', { period: losses.name });
    }
    await deleteStored(trx, key);
    await record(trx, app, { actor, action: 'period.delete', ...ofPeriod(key) }, { seats: losses.seats });
    return losses;
  });
}

async function lossesWithin(trx: Database, key: PeriodKey): Promise<PeriodLosses> {
  const period = await requirePeriod(trx, key);
  const draft = await findDraft(trx, key);
  const versions = await listVersions(trx, key);
  return { name: period.name, seats: draft?.roster.assignments.length ?? 0, versions: versions.length };
}
