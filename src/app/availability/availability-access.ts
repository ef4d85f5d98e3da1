/** Who may enter whose leave and wishes, and until when: asked by every use case that touches them. */

import type { Instant } from '../../calendar/interval.ts';
import { reachOf, touches } from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { closingOf } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { Action } from '../../domain/permission.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findPeriod } from '../../store/period-store.ts';
import { listPeriodsOf } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';

/** Who does it, for the audit trail; a visit fits. Who may is the app's caller. */
export interface By {
  readonly actor: string;
}

/** Why someone may no longer change the own lines. */
export type Closed = 'late' | 'published';

export interface AvailabilityAccess {
  readonly unit: Unit;
  /** Whether the asker makes the rota: then nothing is too late and nothing waits for consent. */
  readonly makes: boolean;
}

export interface AvailabilityAsking {
  readonly unitId: string;
  /** Absent: everyone's lines. */
  readonly staffId?: string;
  readonly action: Action;
}

/** Throws `not-found`, `forbidden`. */
export async function openAvailabilityAccess(
  trx: Database,
  app: App,
  { unitId, staffId, action }: AvailabilityAsking,
): Promise<AvailabilityAccess> {
  allow(app, action, { unitId, ...(staffId === undefined ? {} : { staffId }) });
  const unit = await requireUnit(trx, unitId);
  return { unit, makes: isAllowed(app, 'availability.edit', { unitId }) };
}

export interface Closing {
  readonly closesAt: Instant;
  /** Absent while people may change lines of their own. */
  readonly closed?: Closed;
}

/** Until when people enter for the period, and why no longer. Once a roster is out, a wish would change nothing: one swaps. */
export async function closingFor(trx: Database, app: App, key: PeriodKey, period: Period): Promise<Closing> {
  const closesAt = closingOf(period);
  if (app.clock() >= closesAt) return { closesAt, closed: 'late' };
  const newest = await findNewestVersion(trx, key);
  return newest && newest.withdrawn !== true ? { closesAt, closed: 'published' } : { closesAt };
}

/** Throws `conflict` when the line says something of a period of the person's that takes no more. Outside periods nothing is too late. */
export async function requireOpen(
  trx: Database,
  app: App,
  { unit, makes }: AvailabilityAccess,
  entry: AvailabilityEntry,
): Promise<void> {
  if (makes) return;
  for (const { periodId } of await listPeriodsOf(trx, unit.id, entry.staffId)) {
    const key = { unitId: unit.id, periodId };
    const period = await findPeriod(trx, key);
    if (!period || !touches(entry, reachOf(period), unit.zone)) continue;
    const { closed } = await closingFor(trx, app, key, period);
    if (closed !== undefined) throw new AppError('conflict', `error.availability.${closed}`);
  }
}
