/** Shifts that a hard rule keeps somebody from altogether: no nights for the mother of a small child. Reads the plan only. */

import { isWeekend } from '../calendar/holidays.ts';
import type { Plan } from '../domain/plan.ts';
import type { Rule } from '../domain/rule-set.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { planForRule } from './staff-scope.ts';

const counted: Readonly<Record<string, (shift: Shift) => boolean>> = {
  'most-shifts': () => true,
  'most-hours': () => true,
  'most-nights': ({ night }) => night,
  'most-weekends': ({ day }) => isWeekend(day),
};

export interface BarringRule {
  readonly rule: Rule;
  readonly people: ReadonlySet<string>;
  readonly shifts: ReadonlySet<Shift>;
}

/** Hard rules with a limit of nought, with whom they keep from what. */
export function barringRules(plan: Plan): BarringRule[] {
  return plan.ruleSet.rules.flatMap((rule) => {
    const counts = counted[rule.constraint];
    const { most = rule.params.mostWeekends } = rule.params;
    if (!counts || rule.strength.kind !== 'hard' || most !== 0) return [];
    const shifts = shiftsInScope(plan, shiftScope.parse(rule.params.scope)).filter(counts);
    const people = planForRule(plan, rule).staff.map(({ id }) => id);
    return [{ rule, people: new Set(people), shifts: new Set(shifts) }];
  });
}

/** Whether rules with a limit of nought, or the person's own, keep the member from the shift. */
export function ruledOut(plan: Plan): (member: StaffMember, shift: Shift) => boolean {
  const never = new Map<string, Set<Shift>>();
  for (const { people, shifts } of barringRules(plan)) {
    for (const id of people) never.set(id, new Set([...(never.get(id) ?? []), ...shifts]));
  }
  return ({ id, limits }, shift) =>
    limits.shifts === 0 ||
    limits.hours === 0 ||
    (shift.night && limits.nights === 0) ||
    never.get(id)?.has(shift) === true;
}
