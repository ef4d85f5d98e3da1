/** A long roster is looked at a month at a time, beginning with today; a short one whole. */

import type { Day } from '../../calendar/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import { rosterDays } from '../../output/roster/day-head.ts';
import type { Visit } from '../kit/visit.ts';

/** Days that are shown at once; a month with the days beside it is one. */
const LONGEST_WHOLE = 45;

/** `2027-03`. */
type Month = string;

function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/**
 * The month asked for, or of a shift that is to be seen; else today's, else the nearest to it. Undefined for a roster
 * that is shown whole.
 */
export function shownMonth({ query, today }: Visit, plan: Plan, shiftId?: string): Month | undefined {
  const days = rosterDays(plan);
  if (days.length <= LONGEST_WHOLE) return undefined;
  const months = monthsOf(days);
  const seen = shiftId === undefined ? undefined : plan.shifts.find(({ id }) => id === shiftId);
  const asked = seen ? monthOf(seen.day) : query.get('month');
  const known = months.find((each) => each === asked);
  return known ?? months.find((each) => each >= monthOf(today)) ?? months.at(-1);
}

function monthsOf(days: readonly Day[]): Month[] {
  return [...new Set(days.map(monthOf))];
}

export function isIn(month: Month | undefined): (day: Day) => boolean {
  return (day) => month === undefined || monthOf(day) === month;
}

/** What an address says of the month; nothing where all days are shown. */
export function monthQuery(month: Month | undefined): Readonly<Record<string, string>> {
  return month === undefined ? {} : { month };
}

/**
 * Where a shift stands on a page that shows this month: a fragment of it, or of another month's page.
 *
 * @param path of the page; the address that is shown when absent.
 */
export function placeOf(
  plan: Plan,
  month: Month | undefined,
  anchor: (shiftId: string) => string,
  path = '',
) {
  const shifts = new Map<string, Shift>(plan.shifts.map((shift) => [shift.id, shift]));
  return (shiftId: string): string => {
    const day = shifts.get(shiftId)?.day;
    const other =
      month === undefined || day === undefined || isIn(month)(day) ? '' : `${path}?month=${monthOf(day)}`;
    return `${other}#${anchor(shiftId)}`;
  };
}

/** What a page shows of each month, made when it is first asked for. */
export function perMonth<T>(make: (month: Month | undefined) => T): (month: Month | undefined) => T {
  const made = new Map<Month | undefined, T>();
  return (month) => {
    const found = made.get(month) ?? make(month);
    made.set(month, found);
    return found;
  };
}

/** @param path of the page, its version with it. False for a roster that is shown whole. */
export function monthNav(visit: Visit, plan: Plan, month: Month | undefined, path: string) {
  if (month === undefined) return false;
  const months = monthsOf(rosterDays(plan));
  const at = months.indexOf(month);
  const words = (each: Month): string =>
    visit.say('web.grid.month', { month: Number(each.slice(5)), year: each.slice(0, 4) });
  const way = (each: Month | undefined) =>
    each !== undefined && {
      href: `${path}${path.includes('?') ? '&' : '?'}month=${each}`,
      label: words(each),
    };
  const { today } = visit;
  const found = rosterDays(plan).includes(today) && way(monthOf(today));
  return {
    label: words(month),
    // Today's row, on the page of its month; absent where nobody is on duty today.
    today: found && { href: `${found.href}#day-${today}`, label: visit.say('word.today') },
    // Empty at either end.
    previous: way(months[at - 1]),
    next: way(months[at + 1]),
  };
}
