/**
 * Runs of days on and off duty, for the rules on days in a row. A day is on when a shift of the person begins on it: the
 * morning on which a night shift ends is not on duty.
 */

import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { RosterIndex } from '../domain/roster-index.ts';
import type { Shift } from '../domain/shift.ts';
import { inScope, type ShiftScope } from './shift-scope.ts';

export interface DayRun {
  readonly staffId: string;
  readonly on: boolean;
  /** Days of the run inside the period. */
  readonly days: number;
  /** Days on just before the period that lead into this run; 0 for a run off. */
  readonly carried: number;
  /** The run may be longer than is seen: it touches the end of the period, or a start before which nothing is known. */
  readonly open: boolean;
  /** Shifts that begin in the run, or for a run off those on the day before and the day after. */
  readonly shifts: readonly Shift[];
}

/** By staff id, days in a row on duty up to the day before the plan's first; whatever post they were on. */
export function carriedOn(plan: Plan): Map<string, number> {
  const carried = new Map<string, number>();
  const [first] = plan.days;
  if (first === undefined) return carried;
  for (const { id } of plan.staff) {
    const on = new Set(plan.past.filter(({ staffId }) => staffId === id).map(({ day }) => day));
    let days = 0;
    while (on.has(addDays(first, -1 - days))) days++;
    if (days > 0) carried.set(id, days);
  }
  return carried;
}

/** Every maximal run of every person, in the plan's order of people and then of days. */
export function dayRuns(plan: Plan, roster: RosterIndex, scope: ShiftScope): DayRun[] {
  const carried = carriedOn(plan);
  const posts = new Set(plan.posts.filter((post) => inScope(scope, post)).map(({ id }) => id));
  return plan.staff.flatMap(({ id }) => {
    const shifts = roster.shiftsOf(id).filter(({ postId }) => posts.has(postId));
    return personRuns(plan, shifts).map((run): DayRun => {
      const before = run.first === plan.days[0] ? (carried.get(id) ?? 0) : 0;
      const openStart = run.first === plan.days[0] && before === 0;
      return {
        staffId: id,
        on: run.on,
        days: daysBetween(run.first, run.last) + 1,
        carried: run.on ? before : 0,
        open: openStart || run.last === plan.days.at(-1),
        shifts: shifts.filter(({ day }) => around(run, day)),
      };
    });
  });
}

interface Span {
  readonly on: boolean;
  readonly first: Day;
  readonly last: Day;
}

function personRuns(plan: Plan, shifts: readonly Shift[]): Span[] {
  const onDays = new Set(shifts.map(({ day }) => day));
  const runs: Span[] = [];
  for (const day of plan.days) {
    const run = runs.at(-1);
    const on = onDays.has(day);
    if (run?.on === on) runs[runs.length - 1] = { ...run, last: day };
    else runs.push({ on, first: day, last: day });
  }
  return runs;
}

function around({ on, first, last }: Span, day: Day): boolean {
  const margin = on ? 0 : 1;
  return addDays(first, -margin) <= day && day <= addDays(last, margin);
}
