/** The plan of a stored period: its case, the holidays it touches, the duties of other periods beside it, worked out. */

import { addDays } from '../../calendar/day.ts';
import { breaksOfSpan } from '../../calendar/holiday-sources.ts';
import { dayOf } from '../../calendar/zone.ts';
import { buildPlan } from '../../domain/build-plan.ts';
import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Parsed } from '../../kernel/fault.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import type { App } from '../app.ts';
import { attachStream } from './attach-stream.ts';

/** Throws `not-found`; and `invalid`, `error.plan.broken`, when what is stored no longer fits together. */
export function getPlan(app: App, key: PeriodKey): Promise<Plan> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute((trx) => planWithin(trx, app, key));
}

/** The same inside a transaction that goes on to write. */
export async function planWithin(trx: Database, app: App, key: PeriodKey): Promise<Plan> {
  const source = await findCase(trx, key);
  if (!source) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  const plan = planOf(app, source);
  if (plan.ok) return attachStream(trx, plan.value);
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
  const { unit, period } = source;
  const from = dayOf(period.span.start, unit.zone);
  const to = addDays(dayOf(period.span.end, unit.zone), 1);
  const overrides = source.holidayOverrides ?? [];
  return buildPlan(source, breaksOfSpan(from, to, { ...app.holidays, overrides }));
}
