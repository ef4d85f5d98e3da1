/** Who takes over from whom: the shifts of a post that follow one another. */

import type { Plan } from './plan.ts';
import type { Shift } from './shift.ts';

/**
 * The shifts of the same post that begin first at or after the end of `shift`: to their people one hands over. Usually
 * one; several when patterns begin together; none at the end of the period.
 */
export function nextShifts(plan: Plan, shift: Shift): Shift[] {
  const later = plan.shifts.filter(
    (other) => other.postId === shift.postId && other.span.start >= shift.span.end,
  );
  const first = Math.min(...later.map((other) => other.span.start));
  return later.filter((other) => other.span.start === first);
}

/** The shifts of the same post that end last at or before the beginning of `shift`: from their people one takes over. */
export function previousShifts(plan: Plan, shift: Shift): Shift[] {
  const earlier = plan.shifts.filter(
    (other) => other.postId === shift.postId && other.span.end <= shift.span.start,
  );
  const last = Math.max(...earlier.map((other) => other.span.end));
  return earlier.filter((other) => other.span.end === last);
}
