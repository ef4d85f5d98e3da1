/** The plan of a stored period: its case, the holidays it touches, the duties of other periods beside it, worked out. */

import { addDays } from '../../calendar/day.ts';
import { FIRST_DERIVED_YEAR, LAST_DERIVED_YEAR } from '../../calendar/holiday-law.ts';
import { breaksOfSpan, breaksOfYear } from '../../calendar/holiday-sources.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { dayOf } from '../../calendar/zone.ts';
import { ruleClashes } from '../../constraints/clashes/rule-clashes.ts';
import { reachDays } from '../../constraints/reach.ts';
import { buildPlan } from '../../domain/build-plan.ts';
import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault, Parsed } from '../../kernel/fault.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';
import { attachToday } from './attach-stream.ts';

/** A working day is exchanged for one that lies no more than so many days from the break it lengthens. */
const LONGEST_EXCHANGE_DAYS = 31;

/** Throws `not-found`; and `invalid`, `error.plan.broken`, when what is stored no longer fits together. */
export function getPlan(app: App, key: PeriodKey): Promise<Plan> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, (trx) => planWithin(trx, app, key));
}

/** The same inside a transaction that goes on to write. */
export async function planWithin(trx: Database, app: App, key: PeriodKey): Promise<Plan> {
  const source = await requireCase(trx, key);
  const plan = planOf(app, source);
  if (plan.ok) return attachToday(trx, plan.value);
  throw brokenPlan(key, plan.faults);
}

/** Stored, and yet no plan: told by its first fault. */
export function brokenPlan({ periodId }: PeriodKey, faults: readonly Fault[]): AppError {
  const { key: fault = '', value = '' } = faults[0] ?? {};
  return new AppError('invalid', 'error.plan.broken', {
    period: periodId,
    count: faults.length,
    fault,
    value,
  });
}

/** The plan of a case, stored or not, by itself: nothing of other periods beside it. */
export function planOf(app: Pick<App, 'holidays'>, source: Case): Parsed<Plan> {
  const beside = Math.max(reachDays(source.ruleSet), LONGEST_EXCHANGE_DAYS);
  return buildPlan(source, breaksAround(app, source, beside), breaksElsewhere(app, source));
}

/** The same, rules that contradict each other among its warnings: for who sees the case for the first time. */
export function lookedOverPlan(app: Pick<App, 'holidays'>, source: Case): Parsed<Plan> {
  const built = planOf(app, source);
  return built.ok ? { ...built, warnings: [...built.warnings, ...ruleClashes(built.value)] } : built;
}

/** The case without the holidays that its days do not touch: a form may have named them before its days were changed. */
export function servingItsHolidays(app: Pick<App, 'holidays'>, source: Case): Case {
  const touched = new Set(breaksAround(app, source).map(({ key }) => key));
  const { period } = source;
  return { ...source, period: { ...period, holidays: period.holidays.filter((key) => touched.has(key)) } };
}

/** Those that touch the period, or so many days beside it. */
function breaksAround(
  app: Pick<App, 'holidays'>,
  { unit, period, holidayOverrides = [] }: Case,
  beside = 0,
): HolidayBreak[] {
  const from = addDays(dayOf(period.span.start, unit.zone), -beside);
  const to = addDays(dayOf(period.span.end, unit.zone), 1 + beside);
  return breaksOfSpan(from, to, { ...app.holidays, overrides: holidayOverrides });
}

/** Those the period names that there are, only at another time. */
function breaksElsewhere(app: Pick<App, 'holidays'>, source: Case): HolidayBreak[] {
  const { period, holidayOverrides = [] } = source;
  const known = new Set(breaksAround(app, source).map(({ key }) => key));
  return period.holidays.flatMap((key) => {
    const year = Number(key.slice(0, 4));
    if (known.has(key) || !(year >= FIRST_DERIVED_YEAR && year <= LAST_DERIVED_YEAR)) return [];
    const ofYear = breaksOfYear(year, { ...app.holidays, overrides: holidayOverrides });
    return ofYear.filter((each) => each.key === key);
  });
}
