/** Every period the store knows, and where each stands. */

import { listPeriods as listStored, type PeriodSummary } from '../../store/period-store.ts';
import type { App } from '../app.ts';

/** By start, then unit and id. */
export function listPeriods(app: App): Promise<PeriodSummary[]> {
  return listStored(app.db);
}
