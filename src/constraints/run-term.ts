/** A rule on days in a row in the solver's shapes: what the person's fixed duties make of it besides the cells. */

import { daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import { blamedDays, type FixedDays, type RunLimits, type SharedDays, sharedDays } from './day-runs.ts';
import { shiftsInScope } from './shift-scope.ts';
import type { TermSink } from './term-sink.ts';

export function addRunTerms(plan: Plan, sink: TermSink, limits: RunLimits): void {
  const { state, least, most, scope } = limits;
  const shifts = shiftsInScope(plan, scope);
  sink.run({
    people: sink.everyone,
    shifts: shifts.map(({ id }) => sink.shift(id)),
    state,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    fixed: new Map(
      plan.staff.map(({ id }): [number, FixedDays] => [sink.person(id), blamedDays(plan, limits, id)]),
    ),
  });
  const [first] = plan.days;
  if (first === undefined) return;
  const on = (days: readonly number[]): number[] =>
    shifts.filter(({ day }) => days.includes(daysBetween(first, day))).map(({ id }) => sink.shift(id));
  for (const { id } of plan.staff) {
    for (const shared of sharedDays(plan, limits, id)) addShared(sink, sink.person(id), { shared, on });
  }
}

interface OnDays {
  readonly shared: SharedDays;
  readonly on: (days: readonly number[]) => number[];
}

/** Each shift on the shared days counts; one on the days that make another run of it outweighs them all. */
function addShared(sink: TermSink, person: number, { shared, on }: OnDays): void {
  const counted = on(shared.days);
  const unless = on(shared.unless);
  if (unless.length === 0) {
    sink.mask([person], counted);
    return;
  }
  const coefficients = [...counted.map(() => 1), ...unless.map(() => -counted.length)];
  sink.counter({
    blocks: [
      {
        people: Int32Array.of(person),
        shifts: Int32Array.from([...counted, ...unless]),
        coefficients: Int32Array.from(coefficients),
      },
    ],
    price: { kind: 'range', above: 0 },
  });
}
