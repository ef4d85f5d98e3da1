/** A rule on days in a row as a term: what the person's fixed duties make of it besides the cells. */

import type { Plan } from '../domain/plan.ts';
import { blamedDays, type FixedDays, type RunLimits } from './day-runs.ts';
import { shiftsInScope } from './shift-scope.ts';
import type { TermSink } from './term-sink.ts';

export function runTerm(plan: Plan, sink: TermSink, limits: RunLimits): Parameters<TermSink['run']>[0] {
  const { state, least, most, scope } = limits;
  return {
    people: sink.everyone,
    shifts: shiftsInScope(plan, scope).map(({ id }) => sink.shift(id)),
    state,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    fixed: new Map(
      plan.staff.map(({ id }): [number, FixedDays] => [sink.person(id), blamedDays(plan, limits, id)]),
    ),
  };
}
