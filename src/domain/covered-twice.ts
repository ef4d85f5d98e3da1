/** Two periods that cover the same post at the same hours: one of them must say that it replaces the other's. */

import { type Instant, type Interval, minutesBetween, sharedMinutes } from '../calendar/interval.ts';
import type { CededHours, Period } from './period.ts';
import type { Plan } from './plan.ts';
import type { Shift } from './shift.ts';
import type { RosterVersion } from './version.ts';

export interface CoveredTwice {
  /** The other period, as it is published. */
  readonly period: Pick<Period, 'id' | 'name'>;
  /** Its shifts that the plan covers as well, by start. */
  readonly shifts: readonly Shift[];
}

/** @param others newest versions of other periods of the unit; withdrawn ones cover nothing. */
export function coveredTwice(plan: Plan, others: readonly RosterVersion[]): CoveredTwice[] {
  const own = new Map<string, Shift[]>();
  for (const shift of plan.shifts) own.set(shift.postId, [...(own.get(shift.postId) ?? []), shift]);
  return others.flatMap(({ plan: other, withdrawn }) => {
    if (withdrawn || other.period.id === plan.period.id) return [];
    const shifts = other.shifts.filter((shift) =>
      own.get(shift.postId)?.some(({ span }) => isSameHours(span, shift.span)),
    );
    return shifts.length > 0 ? [{ period: { id: other.period.id, name: other.period.name }, shifts }] : [];
  });
}

/** Half of the shorter one at least: the half hour in which one shift hands over to the next is no second cover. */
export function isSameHours(a: Interval, b: Interval): boolean {
  const shorter = Math.min(minutesBetween(a.start, a.end), minutesBetween(b.start, b.end));
  return sharedMinutes(a, b) * 2 >= shorter;
}

/** The hours of the shifts as ones that `to` covers from now on, beside those left before. */
export function cedeHours(
  { ceded = [] }: Pick<Period, 'ceded'>,
  shifts: readonly Shift[],
  to: string,
): CededHours[] {
  return [...ceded, ...shifts.map(({ postId, span }): CededHours => ({ postId, span, to }))];
}

/** Without the hours that `from` covered, as far as they had not begun at `at`: these are the period's own again. */
export function takeBackHours(
  { ceded = [] }: Pick<Period, 'ceded'>,
  from: string,
  at: Instant,
): CededHours[] {
  return ceded.filter(({ to, span }) => to !== from || span.start < at);
}
