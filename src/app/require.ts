/** What a use case cannot go on without; each throws `not-found` and says what there is none of. */

import type { Case } from '../domain/case.ts';
import type { Period, PeriodKey } from '../domain/period.ts';
import type { Unit } from '../domain/unit.ts';
import { AppError } from '../kernel/app-error.ts';
import { findCase } from '../store/case-store.ts';
import type { Database } from '../store/database.ts';
import { findPeriod } from '../store/period-store.ts';
import { findUnit } from '../store/unit-store.ts';

export async function requireUnit(db: Database, unitId: string): Promise<Unit> {
  const unit = await findUnit(db, unitId);
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  return unit;
}

export async function requirePeriod(db: Database, key: PeriodKey): Promise<Period> {
  const period = await findPeriod(db, key);
  if (!period) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  return period;
}

/** A period with all that is asked of it. */
export async function requireCase(db: Database, key: PeriodKey): Promise<Case> {
  const source = await findCase(db, key);
  if (!source) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  return source;
}
