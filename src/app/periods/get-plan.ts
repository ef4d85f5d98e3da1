/** The plan of a stored period: its case, the holidays it touches, the duties of other periods beside it, worked out. */

import { addDays } from '../../calendar/day.ts';
import { FIRST_DERIVED_YEAR, LAST_DERIVED_YEAR } from '../../calendar/holiday-law.ts';
import { breaksOfSpan, breaksOfYear } from '../../calendar/holiday-sources.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { dayOf } from '../../calendar/zone.ts';
import { ruleClashes } from '../../constraints/clashes/rule-clashes.ts';
import { buildPlan } from '../../domain/build-plan.ts';
import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Parsed } from '../../kernel/fault.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';
import { attachToday } from './attach-stream.ts';

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
  const [first] = plan.faults;
  throw new AppError('invalid', 'error.plan.broken', {
    period: key.periodId,
    count: plan.faults.length,
    fault: first?.key ?? '',
    value: first?.value ?? '',
  });
}

/** The plan of a case, stored or not, by itself: nothing of other periods beside it. */
export function planOf(app: Pick<App, 'holidays'>, source: Case): Parsed<Plan> {
  const touching = breaksAround(app, source);
  return buildPlan(source, touching, breaksElsewhere(app, source, touching));
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

function breaksAround(
  app: Pick<App, 'holidays'>,
  { unit, period, holidayOverrides = [] }: Case,
): HolidayBreak[] {
  const from = dayOf(period.span.start, unit.zone);
  const to = addDays(dayOf(period.span.end, unit.zone), 1);
  return breaksOfSpan(from, to, { ...app.holidays, overrides: holidayOverrides });
}

/** Those the period names that there are, only at another time. */
function breaksElsewhere(
  app: Pick<App, 'holidays'>,
  { period, holidayOverrides = [] }: Case,
  touching: readonly HolidayBreak[],
): HolidayBreak[] {
  const known = new Set(touching.map(({ key }) => key));
  return period.holidays.flatMap((key) => {
    const year = Number(key.slice(0, 4));
    if (known.has(key) || !(year >= FIRST_DERIVED_YEAR && year <= LAST_DERIVED_YEAR)) return [];
    const ofYear = breaksOfYear(year, { ...app.holidays, overrides: holidayOverrides });
    return ofYear.filter((each) => each.key === key);
  });
}
