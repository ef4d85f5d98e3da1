/**
 * The plan of a period, kept in memory while nothing it is made from has changed: edits of a draft change pins and seats
 * only, and working the plan out anew would take longer than all the rest of an edit.
 */

import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { Recent } from '../../kernel/recent.ts';
import type { Database } from '../../store/database.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';
import { attachToday } from './attach-stream.ts';
import { brokenPlan, planOf } from './get-plan.ts';

interface Kept {
  /** Everything the plan is made from, pins aside, as text. */
  readonly inputs: string;
  readonly plan: Plan;
}

/** A plan of 120 people × 14 days takes a megabyte or two. */
const MOST_PLANS = 16;

const memoryOf = onceFor((_: Database) => new Recent<Kept>(MOST_PLANS));

/** As `planWithin`, but pins to shifts or people that the plan no longer has are left out instead of refused. */
export async function recentPlanWithin(trx: Database, app: App, key: PeriodKey): Promise<Plan> {
  const source = await requireCase(trx, key);
  const { plan } = recall(app, key, { ...source, pins: [] });
  const shifts = new Set(plan.shifts.map(({ id }) => id));
  const staff = new Set(plan.staff.map(({ id }) => id));
  const pins = source.pins.filter(({ shiftId, staffId }) => shifts.has(shiftId) && staff.has(staffId));
  return attachToday(trx, { ...plan, pins });
}

function recall(app: App, key: PeriodKey, source: Case): Kept {
  const memory = memoryOf(app.db);
  const name = JSON.stringify([key.unitId, key.periodId]);
  const inputs = JSON.stringify(source);
  const known = memory.get(name);
  if (known?.inputs === inputs) return known;
  const plan = planOf(app, source);
  if (!plan.ok) throw brokenPlan(key, plan.faults);
  const kept = { inputs, plan: plan.value };
  memory.set(name, kept);
  return kept;
}
