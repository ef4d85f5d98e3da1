/** How far beyond a plan its rules look: what of the unit's stream of duties must be read beside it. */

import { type Instant, type Interval, MS_PER_MINUTE } from '../calendar/interval.ts';
import type { Plan } from '../domain/plan.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import { constraintOf } from './catalogue.ts';

const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** Days beyond the plan on which a duty can still matter to one of the rules. */
export function reachDays({ rules }: RuleSet): number {
  return Math.max(
    0,
    ...rules.map(({ constraint, params }) => constraintOf(constraint).reachDays?.(params) ?? 0),
  );
}

/**
 * From the plan's start to the end of its last shift, and so many days to either side. A rule counts days from the one
 * on which a shift begins, so a day more is read.
 */
export function reachSpan({ period, shifts, ruleSet }: Plan): Interval {
  const reach = (reachDays(ruleSet) + 1) * MS_PER_DAY;
  const end = Math.max(period.span.end, ...shifts.map(({ span }) => span.end));
  return { start: (period.span.start - reach) as Instant, end: (end + reach) as Instant };
}
