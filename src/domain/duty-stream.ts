/**
 * The unit's duties beside a plan. Published seats of all periods are one stream; the part of it that rules can reach
 * stands in a plan as fixed duties: before it, after it, and inside it for other posts. It judges nothing.
 */

import { addDays, type Day } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import type { NamedDay } from '../calendar/named-days.ts';
import { onceFor } from '../kernel/once-for.ts';
import type { Period } from './period.ts';
import type { Post } from './unit.ts';

/** The published seat a duty is stood on, as its period's newest version has it. */
export interface PublishedSeat {
  readonly period: Pick<Period, 'id' | 'name'>;
  readonly post: Pick<Post, 'id' | 'name' | 'tier' | 'presence'>;
  readonly shiftId: string;
  readonly patternId: string;
  readonly label: string;
  readonly namedDay?: NamedDay;
}

/** A duty that a plan cannot change. */
export interface FixedDuty {
  readonly staffId: string;
  /** The civil day on which it begins, in the unit's zone. */
  readonly day: Day;
  readonly span: Interval;
  readonly night: boolean;
  /** Absent for a duty before the period that was typed by hand: nobody knows its post. */
  readonly seat?: PublishedSeat;
}

/** The fixed duties of a plan made quick to ask. */
export interface DutyStream {
  /** The person's, by start. */
  of(staffId: string): readonly FixedDuty[];
  /** Whether it is known what the person did on a day outside the plan: whoever has no duty then was off. */
  isKnown(staffId: string, day: Day): boolean;
}

/** Gathered once for each list: a list is never changed. */
export const streamOf: (duties: readonly FixedDuty[]) => DutyStream = onceFor(gather);

/**
 * The hand-typed duties of `fixed` with `published` beside them, by start. One that was typed and is published as well
 * counts once, as it is published.
 */
export function withStream(fixed: readonly FixedDuty[], published: readonly FixedDuty[]): FixedDuty[] {
  const stands = new Set(published.map(nameOf));
  const typed = fixed.filter((duty) => duty.seat === undefined && !stands.has(nameOf(duty)));
  return byStart([...typed, ...published]);
}

function nameOf({ staffId, span }: FixedDuty): string {
  return JSON.stringify([staffId, span.start, span.end]);
}

export function byStart(duties: readonly FixedDuty[]): FixedDuty[] {
  return [...duties].sort((a, b) => a.span.start - b.span.start);
}

function gather(duties: readonly FixedDuty[]): DutyStream {
  const ofStaff = new Map<string, FixedDuty[]>();
  /** First and last day on which anyone of a period comes on duty. */
  const periods = new Map<string, { first: Day; last: Day }>();
  for (const duty of byStart(duties)) {
    const own = ofStaff.get(duty.staffId);
    if (own) own.push(duty);
    else ofStaff.set(duty.staffId, [duty]);
    const { seat, day } = duty;
    if (!seat) continue;
    const known = periods.get(seat.period.id);
    if (!known) periods.set(seat.period.id, { first: day, last: day });
    else if (day > known.last) known.last = day;
  }
  const spans = [...periods.values()];
  return {
    of: (staffId) => ofStaff.get(staffId) ?? [],
    isKnown: (staffId, day) =>
      spans.some(({ first, last }) => first <= day && day <= last) ||
      isTypedDay(ofStaff.get(staffId) ?? [], day),
  };
}

/** Whoever writes down a duty before the period knows the day before it and all days up to the last one written. */
function isTypedDay(own: readonly FixedDuty[], day: Day): boolean {
  const typed = own.filter(({ seat }) => seat === undefined);
  const [first] = typed;
  const last = typed.at(-1);
  return first !== undefined && last !== undefined && addDays(first.day, -1) <= day && day <= last.day;
}
