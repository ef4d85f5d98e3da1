/** What a change of people does to the periods they are in: certificates that no longer hold go, published versions stay. */

import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listPeriodsOf } from '../../store/staff-store.ts';
import type { App } from '../app.ts';

/** Of every period of theirs that is not over. */
export async function dropCertificatesOf(
  trx: Database,
  app: App,
  unitId: string,
  staffIds: readonly string[],
): Promise<void> {
  const now = app.clock();
  const periodIds = new Set<string>();
  for (const staffId of staffIds) {
    const periods = await listPeriodsOf(trx, unitId, staffId);
    for (const { periodId, endsAt } of periods) if (endsAt > now) periodIds.add(periodId);
  }
  for (const periodId of periodIds) await dropCertificate(trx, { unitId, periodId });
}
