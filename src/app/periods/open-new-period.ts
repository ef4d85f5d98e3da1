/** What a new period can be made from: the unit's people, its earlier periods, and one of them in full. */

import type { Case } from '../../domain/case.ts';
import { type Asker, mayDo } from '../../domain/permission.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { compareNames } from '../../kernel/names.ts';
import { findCase } from '../../store/case-store.ts';
import { listPeriods, type PeriodSummary } from '../../store/period-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnit, listUnits } from '../../store/unit-store.ts';
import type { App } from '../app.ts';

export interface NewPeriodSources {
  readonly unit: Unit;
  /** By given name. */
  readonly staff: readonly StaffMember[];
  /** Latest first. */
  readonly periods: readonly PeriodSummary[];
  /** The earlier period asked for. */
  readonly source?: Case;
}

/** Units the asker may make periods for, by name; all of them where nobody signs in. */
export async function listMakingUnits(app: App, asker?: Asker): Promise<Unit[]> {
  const units = await listUnits(app.db);
  return units
    .filter(({ id }) => asker === undefined || mayDo(asker, 'period.edit', { unitId: id }))
    .sort((a, b) => compareNames(a.name, b.name));
}

/** Throws `not-found` without the unit, or when the earlier period is none of the unit's. */
export function openNewPeriod(
  app: App,
  { unitId, periodId }: { readonly unitId: string; readonly periodId?: string },
): Promise<NewPeriodSources> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unit = await findUnit(trx, unitId);
      if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
      const source = periodId === undefined ? undefined : await findCase(trx, { unitId, periodId });
      if (periodId !== undefined && !source) {
        throw new AppError('not-found', 'error.period.missing', { period: periodId });
      }
      const staff = await listStaff(trx, unitId);
      const periods = await listPeriods(trx);
      return {
        unit,
        staff: staff.sort((a, b) => compareNames(a.name, b.name)),
        periods: periods.filter((each) => each.unitId === unitId).reverse(),
        ...(source ? { source } : {}),
      };
    });
}
