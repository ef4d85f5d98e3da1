/** Lifts a period that goes on until lifted: it ends at a moment, and nobody of it is on duty from then on. */

import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { findPeriod, savePeriod } from '../../store/period-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { record } from '../record.ts';
import { withdrawWithin } from '../versions/withdraw-version.ts';

export interface PeriodLifting {
  readonly key: PeriodKey;
  /** Shifts that begin earlier are stood to their end. Not before now: what was stood cannot be unstood. */
  readonly at: Instant;
  /** Of the version that takes the duties back. */
  readonly note: string;
  readonly by: By;
}

/** How many duties were withdrawn. Throws `not-found`, `forbidden`; `conflict`, `error.period.not-open`. */
export async function liftPeriod(app: App, { key, at, note, by }: PeriodLifting): Promise<number> {
  const { unitId } = key;
  allow(app, 'period.edit', key);
  allow(app, 'version.withdraw', key);
  return app.db.transaction().execute(async (trx) => {
    const period = await findPeriod(trx, key);
    const unit = await findUnit(trx, unitId);
    if (!period || !unit) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
    if (period.untilLifted !== true) {
      throw new AppError('conflict', 'error.period.not-open', { period: period.name });
    }
    const end = Math.max(at, app.clock(), period.span.start + 1) as Instant;
    await savePeriod(trx, unitId, liftedAt(period, end));
    await dropCertificate(trx, key);
    const withdrawn = await withdrawFrom(trx, app, { key, end, note, actor: by.actor });
    const when = `${dayOf(end, unit.zone)} ${clockTimeOf(end, unit.zone)}`;
    const change = { actor: by.actor, unitId, subject: key.periodId };
    await record(trx, app, { ...change, action: 'period.lift' }, { at: when, withdrawn });
    return withdrawn;
  });
}

function liftedAt({ untilLifted: _lifted, ...period }: Period, end: Instant): Period {
  return { ...period, span: { start: period.span.start, end } };
}

interface Ending {
  readonly key: PeriodKey;
  readonly end: Instant;
  readonly note: string;
  readonly actor: string;
}

/** How many duties of what is published lay ahead and are taken back. */
async function withdrawFrom(trx: Database, app: App, { key, end, note, actor }: Ending): Promise<number> {
  const newest = await findNewestVersion(trx, key);
  if (!newest || newest.withdrawn === true) return 0;
  const ahead = new Set(newest.plan.shifts.filter(({ span }) => span.start >= end).map(({ id }) => id));
  const count = newest.roster.assignments.filter(({ shiftId }) => ahead.has(shiftId)).length;
  if (count > 0) await withdrawWithin(trx, app, { key, from: end, note, actor });
  return count;
}
