/** Periods until lifted: their end moves on by a week whenever less than three days of them are left. */

import { addDays, type Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf, instantAt } from '../../calendar/zone.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { findPeriod, listOpenPeriods, savePeriod } from '../../store/period-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { allow, requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { ofPeriod, record } from '../record.ts';
import { requirePeriod } from '../require.ts';

const HOURS_AHEAD = 72;
const DAYS_MORE = 7;
const WEEK_MS = 7 * 86_400_000;
/** Nobody plans an emergency further. */
const MOST_WEEKS_AHEAD = 12;
/** A server that slept for months catches up; longer than any plan it goes nowhere. */
const MOST_WEEKS = 104;

/** How many were extended. */
export async function extendOpenPeriods(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  for (const { unitId, periodId, period } of await listOpenPeriods(app.db)) {
    if (isShort(period, app.clock()) && (await extend(app, { unitId, periodId }, 'rota'))) count++;
  }
  return count;
}

/** A week more now, for who plans ahead. Throws `not-found`, `forbidden`; `conflict`, `error.period.not-open` or `.far`. */
export async function extendPeriod(
  app: App,
  { key, by }: { readonly key: PeriodKey; readonly by: By },
): Promise<void> {
  allow(app, 'period.edit', key);
  const period = await requirePeriod(app.db, key);
  if (period.untilLifted !== true)
    throw new AppError('conflict', 'error.period.not-open', { period: period.name });
  if (period.span.end - app.clock() > MOST_WEEKS_AHEAD * WEEK_MS) {
    throw new AppError('conflict', 'error.period.far', { period: period.name, weeks: MOST_WEEKS_AHEAD });
  }
  await extend(app, key, by.actor, 1);
}

/** Less than three days of it are left. */
function isShort({ span }: Period, now: Instant): boolean {
  return span.end - now < HOURS_AHEAD * 3_600_000;
}

/** @param least weeks, even where enough of it is left. */
function extend(app: App, key: PeriodKey, actor: string, least = 0): Promise<boolean> {
  return app.db.transaction().execute(async (trx) => {
    const period = await findPeriod(trx, key);
    const unit = await findUnit(trx, key.unitId);
    if (!period || !unit || period.untilLifted !== true) return false;
    if (least === 0 && !isShort(period, app.clock())) return false;
    const end = endAfter(period, app.clock(), { zone: unit.zone, least });
    await savePeriod(trx, key.unitId, { ...period, span: { ...period.span, end } });
    await dropCertificate(trx, key);
    const details = { to: dayOf(end, unit.zone) };
    await record(trx, app, { actor, action: 'period.extend', ...ofPeriod(key) }, details);
    return true;
  });
}

/** So many whole weeks on that three days are left again, at the same hour of the clock. */
function endAfter(
  { span }: Period,
  now: Instant,
  { zone, least }: { readonly zone: string; readonly least: number },
): Instant {
  const time = clockTimeOf(span.end, zone);
  let day: Day = dayOf(span.end, zone);
  let end = span.end;
  const isEnough = (weeks: number): boolean => weeks >= least && end - now >= HOURS_AHEAD * 3_600_000;
  for (let week = 0; week < MOST_WEEKS && !isEnough(week); week++) {
    day = addDays(day, DAYS_MORE);
    end = instantAt(day, time, zone);
  }
  return end;
}
