/** A unit as its settings page shows it, and where it stands on the way to its first roster. */

import type { Unit } from '../../domain/unit.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods, type PeriodSummary } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { requireUnit } from '../require.ts';

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
  return readOnly(db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    return {
      unit,
      people: (await listStaff(trx, unitId)).length,
      periods: await listPeriods(trx, unitId),
    };
  });
}
