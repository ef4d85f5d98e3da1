/** The periods someone takes part in that are not over, by start. */

import type { Period } from '../../domain/period.ts';
import { findPeriod } from '../../store/period-store.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { listPeriodsOf } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export async function listOwnPeriods(app: App, { unitId, staffId }: Person): Promise<Period[]> {
  allow(app, 'availability.view', { unitId, staffId });
  const periods: Period[] = [];
  for (const { periodId, endsAt } of await listPeriodsOf(app.db, unitId, staffId)) {
    if (endsAt <= app.clock()) continue;
    const period = await findPeriod(app.db, { unitId, periodId });
    if (period) periods.push(period);
  }
  return periods;
}
