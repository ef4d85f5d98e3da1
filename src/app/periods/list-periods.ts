/** The periods whose roster the caller may see, and where each stands. */

import { listPeriods as listStored, type PeriodSummary } from '../../store/period-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

export type { PeriodSummary };

const readOfUnit = keptReading((db, unitId: string) => listStored(db, unitId), { most: 500 });

/** Of one unit, or of all; by start, then unit and id. */
export async function listPeriods(app: App, unitId?: string): Promise<readonly PeriodSummary[]> {
  const periods = await (unitId === undefined ? listStored(app.db) : readOfUnit(app, unitId));
  return periods.filter((period) => isAllowed(app, 'roster.view', period));
}
