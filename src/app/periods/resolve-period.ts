/** From a period's id, as it stands in an address or on the command line, to the period of one unit. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findPeriodKeys } from '../../store/period-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

/** The periods of any unit that have this id, by unit. */
export const readPeriodKeys = keptReading((db, periodId: string) => findPeriodKeys(db, periodId), {
  most: 1_000,
});

/** Throws `not-found`; and `conflict`, `error.period.ambiguous`, when several units have a period of this id. */
export async function resolvePeriod(app: App, periodId: string, unitId?: string): Promise<PeriodKey> {
  const keys = await readPeriodKeys(app, periodId);
  const [key, ...others] = keys.filter((each) => unitId === undefined || each.unitId === unitId);
  if (!key) throw new AppError('not-found', 'error.period.missing', { period: periodId });
  if (others.length > 0) {
    const units = keys.map((each) => each.unitId).join(', ');
    throw new AppError('conflict', 'error.period.ambiguous', { period: periodId, units });
  }
  return key;
}
