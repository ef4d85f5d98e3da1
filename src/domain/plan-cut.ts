/** A plan with some of its shifts taken away: hours that are no longer its own, or all that begin after a moment. */

import { addDays, eachDay } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Period } from './period.ts';
import type { Plan } from './plan.ts';
import type { Roster } from './roster.ts';

export interface CutPlan {
  readonly plan: Plan;
  readonly roster: Roster;
}

/** Neither has the shifts any more; people and posts stay as they are. */
export function withoutShifts({ plan, roster }: CutPlan, gone: ReadonlySet<string>): CutPlan {
  const shifts = plan.shifts.filter(({ id }) => !gone.has(id));
  const first = shifts[0];
  const last = shifts.at(-1);
  return {
    plan: {
      ...plan,
      shifts,
      days: first && last ? eachDay(first.day, addDays(last.day, 1)) : [],
      pins: plan.pins.filter(({ shiftId }) => !gone.has(shiftId)),
    },
    roster: { ...roster, assignments: roster.assignments.filter(({ shiftId }) => !gone.has(shiftId)) },
  };
}

/** What begins before `from` alone: duties that were begun are stood to their end. The period ends there. */
export function cutAt({ plan, roster }: CutPlan, from: Instant): CutPlan {
  const gone = plan.shifts.filter(({ span }) => span.start >= from).map(({ id }) => id);
  const cut = withoutShifts({ plan, roster }, new Set(gone));
  return { ...cut, plan: { ...cut.plan, period: endedAt(plan.period, from) } };
}

/** The period with nothing of it after `from`, which lies inside it. */
function endedAt(period: Period, from: Instant): Period {
  const { span, parts, ...rest } = period;
  if (from >= span.end) return period;
  const kept = parts
    ?.filter(({ start }) => start < from)
    .map(({ start, end }) => ({ start, end: Math.min(end, from) as Instant }));
  return {
    ...rest,
    span: { start: span.start, end: from },
    ...(kept && kept.length > 1 ? { parts: kept } : {}),
  };
}
