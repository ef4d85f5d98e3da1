/** Every period the store knows, and where each stands. */

import { listPeriods as listStored, type PeriodSummary } from '../../store/period-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

const readPeriods = keptReading((db) => listStored(db), { most: 1 });

/** By start, then unit and id. */
export function listPeriods(app: App): Promise<readonly PeriodSummary[]> {
  return readPeriods(app);
}
