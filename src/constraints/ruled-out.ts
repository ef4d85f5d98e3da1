/** Shifts that a hard rule keeps somebody from altogether: no nights for the mother of a small child. Reads the plan only. */

import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { planForRule } from './staff-scope.ts';

const counted: Readonly<Record<string, (shift: Shift) => boolean>> = {
  'most-shifts': () => true,
  'most-hours': () => true,
  'most-nights': ({ night }) => night,
};

/** Whether rules with a limit of nought, or the person's own, keep the member from the shift. */
export function ruledOut(plan: Plan): (member: StaffMember, shift: Shift) => boolean {
  const never = new Map<string, Set<Shift>>();
  for (const rule of plan.ruleSet.rules) {
    const counts = counted[rule.constraint];
    if (!counts || rule.strength.kind !== 'hard' || rule.params.most !== 0) continue;
    const shifts = shiftsInScope(plan, shiftScope.parse(rule.params.scope)).filter(counts);
    for (const { id } of planForRule(plan, rule).staff) {
      never.set(id, new Set([...(never.get(id) ?? []), ...shifts]));
    }
  }
  return ({ id, limits }, shift) =>
    limits.shifts === 0 ||
    limits.hours === 0 ||
    (shift.night && limits.nights === 0) ||
    never.get(id)?.has(shift) === true;
}
