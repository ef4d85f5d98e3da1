/** Every period whose roster the caller may see, and where each stands. */

import { listPeriods as listStored, type PeriodSummary } from '../../store/period-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

export type { PeriodSummary };

const readPeriods = keptReading((db) => listStored(db), { most: 1 });

/** By start, then unit and id. */
export async function listPeriods(app: App): Promise<readonly PeriodSummary[]> {
  const periods = await readPeriods(app);
  return periods.filter((period) => isAllowed(app, 'roster.view', period));
}
