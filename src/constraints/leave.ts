/** Which shifts a person's leave rules out. Reads the plan only. */

import { overlaps } from '../calendar/interval.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';

/** By staff id, the shifts that overlap at least one leave, in the plan's order; people without any are absent. */
export function shiftsDuringLeave(plan: Plan): Map<string, Shift[]> {
  const found = new Map<string, Shift[]>();
  for (const member of plan.staff) {
    const leave = plan.leave.filter((each) => each.staffId === member.id);
    const shifts = plan.shifts.filter((shift) => leave.some(({ span }) => overlaps(span, shift.span)));
    if (shifts.length > 0) found.set(member.id, shifts);
  }
  return found;
}
