/** Who takes over from whom: the shifts of a post that follow one another, over the seam of two periods as well. */

import type { Interval } from '../calendar/interval.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { Plan } from './plan.ts';
import type { RosterIndex } from './roster-index.ts';
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

/**
 * Who stands the post next after the shift: of the plan's own roster, or of the period that follows; whichever begins
 * first. Nobody where the stream beside the plan ends.
 */
export function takersOf(plan: Plan, roster: RosterIndex, shift: Shift): string[] {
  const own = nextShifts(plan, shift);
  const beside = ofPost(plan, shift).filter(({ span }) => span.start >= shift.span.end);
  const first = Math.min(...own.map(({ span }) => span.start), ...beside.map(({ span }) => span.start));
  const follows = ({ span }: { readonly span: Interval }): boolean => span.start === first;
  return standing(roster, own.filter(follows), beside.filter(follows));
}

/** Who stood the post last before the shift, likewise. */
export function giversOf(plan: Plan, roster: RosterIndex, shift: Shift): string[] {
  const own = previousShifts(plan, shift);
  const beside = ofPost(plan, shift).filter(({ span }) => span.end <= shift.span.start);
  const last = Math.max(...own.map(({ span }) => span.end), ...beside.map(({ span }) => span.end));
  const precedes = ({ span }: { readonly span: Interval }): boolean => span.end === last;
  return standing(roster, own.filter(precedes), beside.filter(precedes));
}

function ofPost({ fixed }: Plan, { postId }: Shift): FixedDuty[] {
  return fixed.filter(({ seat }) => seat?.post.id === postId);
}

function standing(roster: RosterIndex, shifts: readonly Shift[], duties: readonly FixedDuty[]): string[] {
  const ids = [...shifts.flatMap(({ id }) => roster.staffOf(id)), ...duties.map(({ staffId }) => staffId)];
  return [...new Set(ids)];
}
