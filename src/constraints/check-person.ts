/**
 * The referee for one person at a time: the rules that judge people one by one, over that person's shifts alone. Quick
 * enough to ask of everyone who might take a seat; rules over several people and balance are not asked.
 */

import { type Interval, overlaps } from '../calendar/interval.ts';
import type { Plan } from '../domain/plan.ts';
import { RosterIndex } from '../domain/roster-index.ts';
import { constraintOf, priceOfRule } from './catalogue.ts';
import type { Violation } from './check.ts';
import { planForPeople, planForRule } from './staff-scope.ts';

export type CheckPerson = (staffId: string, shiftIds: readonly string[]) => Violation[];

/** Gathers what the plan says of each person once; the answer may then be asked for any shifts. */
export function personChecker(plan: Plan): CheckPerson {
  const rules = plan.ruleSet.rules.filter(({ constraint }) => constraintOf(constraint).personal);
  const plans = new Map<string, Plan>();
  const planOf = (staffId: string): Plan => {
    const known = plans.get(staffId) ?? planForPeople(plan, (id) => id === staffId);
    plans.set(staffId, known);
    return known;
  };
  return (staffId, shiftIds) => {
    const own = withShifts(planOf(staffId), new Set(shiftIds));
    const assignments = shiftIds.map((shiftId) => ({ shiftId, place: 0, staffId }));
    const index = new RosterIndex(own, { periodId: plan.period.id, assignments });
    return rules.flatMap((rule): Violation[] => {
      const constraint = constraintOf(rule.constraint);
      const { level, weight } = priceOfRule(rule);
      return constraint.violations(planForRule(own, rule), index, rule.params).map((finding) => ({
        ...finding,
        rule: rule.id,
        constraint: rule.constraint,
        kind: constraint.kind,
        level,
        cost: finding.amount * weight,
      }));
    });
  };
}

/** Only shifts that can matter: those the person stands, and those a wish speaks of. */
function withShifts(own: Plan, stood: ReadonlySet<string>): Plan {
  const wished = (span: Interval): boolean => own.wishes.some((wish) => overlaps(wish.span, span));
  return { ...own, shifts: own.shifts.filter(({ id, span }) => stood.has(id) || wished(span)) };
}
