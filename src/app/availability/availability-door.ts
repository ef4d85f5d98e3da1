/** Who may enter whose leave and wishes, and until when: asked by every use case that touches them. */

import type { Instant } from '../../calendar/interval.ts';
import { closingOf } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import { type Action, type Asker, mayDo } from '../../domain/permission.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findPeriod } from '../../store/period-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { authorise } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** A visit fits: who does it, for the audit trail, and who asks; without a visitor everything is allowed. */
export interface By {
  readonly actor: string;
  readonly visitor?: Asker;
}

/** Why someone may no longer change the own lines. */
export type Closed = 'late' | 'published';

export interface AvailabilityDoor {
  readonly period: Period;
  readonly unit: Unit;
  readonly closesAt: Instant;
  /** Absent while one may change; makers always may. */
  readonly closed?: Closed;
}

/** Throws `not-found`, `forbidden`. Without `staffId`: everyone's lines. */
export async function openAvailabilityDoor(
  trx: Database,
  app: App,
  {
    key,
    staffId,
    action,
    by: { visitor },
  }: { readonly key: PeriodKey; readonly staffId?: string; readonly action: Action; readonly by: By },
): Promise<AvailabilityDoor> {
  const { unitId } = key;
  if (visitor) authorise(visitor, action, { unitId, ...(staffId === undefined ? {} : { staffId }) });
  const period = await findPeriod(trx, key);
  const unit = await findUnit(trx, unitId);
  if (!period || !unit) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  const closesAt = closingOf(period);
  const makes = !visitor || mayDo(visitor, 'availability.edit', { unitId });
  const closed = makes ? undefined : await closedFor(trx, app, key, closesAt);
  return { period, unit, closesAt, ...(closed === undefined ? {} : { closed }) };
}

/** Once a roster is out, a wish would change nothing: one swaps instead. */
async function closedFor(
  trx: Database,
  app: App,
  key: PeriodKey,
  closesAt: Instant,
): Promise<Closed | undefined> {
  if (app.clock() >= closesAt) return 'late';
  const newest = await findNewestVersion(trx, key);
  return newest && newest.withdrawn !== true ? 'published' : undefined;
}

/** Throws `conflict` after the time is over. */
export function requireOpen({ closed }: AvailabilityDoor): void {
  if (closed !== undefined) throw new AppError('conflict', `error.availability.${closed}`);
}
