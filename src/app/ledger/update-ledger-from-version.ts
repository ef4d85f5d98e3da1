/** Carries a period's published burden into the ledger again, as publishing did: for a ledger that was replaced since. */

import { burdenCarried } from '../../domain/burden-carried.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { replaceCarried } from '../../store/ledger-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';

/** What was carried. Doing it twice changes nothing. Throws `not-found` when nothing is published. */
export async function updateLedgerFromVersion(
  app: App,
  { key, actor }: { readonly key: PeriodKey; readonly actor: string },
): Promise<LedgerEntry[]> {
  allow(app, 'ledger.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const version = await findNewestVersion(trx, key);
    if (!version)
      throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
    const entries = burdenCarried(version);
    await replaceCarried(trx, key, entries);
    const details = { number: version.number, entries: entries.length };
    await record(trx, app, { actor, action: 'ledger.carry', ...ofPeriod(key) }, details);
    return entries;
  });
}
