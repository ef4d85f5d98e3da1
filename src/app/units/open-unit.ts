/** A unit as its settings page shows it, and where it stands on the way to its first roster. */

import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods, type PeriodSummary } from '../../store/period-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

export interface OpenUnit {
  readonly unit: Unit;
  readonly people: number;
  /** By start. */
  readonly periods: readonly PeriodSummary[];
}

const readUnit = keptReading(readWithin, { most: 100 });

/** Throws `not-found`. */
export function openUnit(app: App, unitId: string): Promise<OpenUnit> {
  return readUnit(app, unitId);
}

function readWithin(db: Database, unitId: string): Promise<OpenUnit> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unit = await findUnit(trx, unitId);
      if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
      return {
        unit,
        people: (await listStaff(trx, unitId)).length,
        periods: await listPeriods(trx, unitId),
      };
    });
}
