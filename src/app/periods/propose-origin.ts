/** What a new period of a kind starts from: the last of its kind, else as the unit stands. */

import { type PeriodKind, periodKind } from '../../domain/period-kind.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';
import type { PeriodOrigin } from './create-period.ts';

export interface ProposedOrigin {
  readonly unit: Unit;
  readonly from: PeriodOrigin;
  readonly staffIds: readonly string[];
}

/** Throws `not-found`; `error.standing.none` while the unit has neither periods nor posts to start from. */
export function proposeOrigin(app: App, unitId: string, kind: PeriodKind): Promise<ProposedOrigin> {
  allow(app, 'period.edit', { unitId });
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const onList = (await listStaff(trx, unitId)).map(({ id }) => id);
    const periodId = await lastOfKind(trx, unit, kind);
    const source = periodId === undefined ? undefined : await findCase(trx, { unitId, periodId });
    if (source && periodId !== undefined) {
      const before = new Set(source.staff.map(({ id }) => id));
      const from = { kind: 'period', periodId, postIds: source.posts.map(({ id }) => id) } as const;
      return { unit, from, staffIds: onList.filter((id) => before.has(id)) };
    }
    const standing = await findStanding(trx, unitId);
    if (!standing) throw new AppError('not-found', 'error.standing.none', { unit: unit.name });
    const from = { kind: 'standing', postIds: standing.posts.map(({ id }) => id) } as const;
    return { unit, from, staffIds: onList };
  });
}

/** By start. */
export async function lastOfKind(
  trx: Database,
  { id, zone }: Unit,
  kind: PeriodKind,
): Promise<string | undefined> {
  const own = await listPeriods(trx, id);
  return own.findLast(({ period }) => periodKind(period, zone) === kind)?.period.id;
}
