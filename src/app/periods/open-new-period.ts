/** What a new period can be made from: the unit's people, what stands for it, its earlier periods, and the one proposed. */

import type { Case } from '../../domain/case.ts';
import type { PeriodKind } from '../../domain/period-kind.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Unit } from '../../domain/unit.ts';
import { compareNames } from '../../kernel/names.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods, type PeriodSummary } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findStanding } from '../../store/standing-store.ts';
import { listUnits } from '../../store/unit-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase, requireUnit } from '../require.ts';
import { lastOfKind } from './propose-origin.ts';

export interface NewPeriodSources {
  readonly unit: Unit;
  /** As the unit orders its lists. */
  readonly staff: readonly StaffMember[];
  /** Latest first. */
  readonly periods: readonly PeriodSummary[];
  /** What it starts from: as the unit stands, or an earlier period; absent for nothing. */
  readonly source?: NewPeriodSource;
  /** Whether posts and rules stand for the unit. */
  readonly stands: boolean;
}

/** Names what stands for the unit, among the ids of periods: no period has it. */
export const AS_UNIT_STANDS = '*';

export interface NewPeriodSource extends Pick<Case, 'posts' | 'staff'> {
  /** The period's, or `AS_UNIT_STANDS`. */
  readonly id: string;
}

export interface NewPeriodAsking {
  readonly unitId: string;
  /** A period's id, `AS_UNIT_STANDS`, or empty for nothing; absent: the last of its kind, else as the unit stands. */
  readonly origin?: string;
  readonly kind: PeriodKind;
}

/** Units the caller may make periods for, by name. */
export async function listMakingUnits(app: App): Promise<Unit[]> {
  const units = await listUnits(app.db);
  return units
    .filter(({ id }) => isAllowed(app, 'period.edit', { unitId: id }))
    .sort((a, b) => compareNames(a.name, b.name));
}

/** Throws `not-found` without the unit, or when the earlier period is none of the unit's. */
export function openNewPeriod(
  app: App,
  { unitId, origin, kind }: NewPeriodAsking,
): Promise<NewPeriodSources> {
  allow(app, 'period.edit', { unitId });
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const staff = await listStaff(trx, unitId);
    const standing = await findStanding(trx, unitId);
    const last = standing ? AS_UNIT_STANDS : '';
    const wanted = origin ?? (await lastOfKind(trx, unit, kind)) ?? last;
    const source = await sourceOf(trx, unitId, { wanted, staff, standing });
    const periods = await listPeriods(trx, unitId);
    return {
      unit,
      staff: inListOrder(staff, unit.listOrder),
      periods: periods.reverse(),
      stands: standing !== undefined,
      ...(source ? { source } : {}),
    };
  });
}

interface Sought {
  readonly wanted: string;
  readonly staff: readonly StaffMember[];
  readonly standing: Standing | undefined;
}

async function sourceOf(
  trx: Database,
  unitId: string,
  { wanted, staff, standing }: Sought,
): Promise<NewPeriodSource | undefined> {
  if (wanted === '') return undefined;
  if (wanted === AS_UNIT_STANDS) return standing && { id: wanted, posts: standing.posts, staff };
  const source = await requireCase(trx, { unitId, periodId: wanted });
  return { id: wanted, posts: source.posts, staff: source.staff };
}
