/** From a plan to the problem the solver sees, and from a roster to cells and back. Ids become indices only here. */

import { daysBetween } from '../calendar/day.ts';
import { minutesBetween } from '../calendar/interval.ts';
import type { Plan } from '../domain/plan.ts';
import type { Assignment, Roster } from '../domain/roster.ts';
import { constraintOf, priceOfRule } from './catalogue.ts';
import { PlanIndices, RuleTerms } from './rule-terms.ts';
import type { Cells, Problem, ProblemRule } from './shapes.ts';
import { planForRule } from './staff-scope.ts';

/** The problem of a consistent plan; rules keep the order of the rule set. Throws when an id does not resolve. */
export function compile(plan: Plan): Problem {
  const indices = new PlanIndices(plan);
  const terms = plan.ruleSet.rules.map((rule, i) => {
    const own = planForRule(plan, rule);
    const sink = new RuleTerms(i, indices, own === plan ? undefined : own.staff.map(({ id }) => id));
    constraintOf(rule.constraint).terms(own, rule.params, sink);
    return sink;
  });
  const [firstDay] = plan.days;
  const [firstShift] = plan.shifts;
  return {
    people: plan.staff.length,
    shifts: plan.shifts.length,
    days: plan.days.length,
    shiftDay: Int32Array.from(plan.shifts, ({ day }) => daysBetween(firstDay ?? day, day)),
    shiftStart: Int32Array.from(plan.shifts, ({ span }) =>
      minutesBetween(firstShift?.span.start ?? span.start, span.start),
    ),
    shiftEnd: Int32Array.from(plan.shifts, ({ span }) =>
      minutesBetween(firstShift?.span.start ?? span.start, span.end),
    ),
    rules: plan.ruleSet.rules.map(
      (rule): ProblemRule => ({ id: rule.id, constraint: rule.constraint, ...priceOfRule(rule) }),
    ),
    masks: terms.flatMap((each) => each.masks()),
    conflicts: terms.flatMap((each) => each.conflicts()),
    counters: terms.flatMap((each) => each.counters()),
    runs: terms.flatMap((each) => each.runs),
    groups: terms.flatMap((each) => each.groups),
    pins: cellsFrom(plan.pins.map((pin) => indices.cell(pin.staffId, pin.shiftId))),
  };
}

/** The roster's cells. Throws when it names a person or shift outside the plan. */
export function cellsOf(plan: Plan, roster: Roster): Cells {
  const indices = new PlanIndices(plan);
  return cellsFrom(roster.assignments.map(({ staffId, shiftId }) => indices.cell(staffId, shiftId)));
}

/**
 * The roster of the cells. Whoever stands the same shift in `previous` keeps that place, so that a mended roster moves
 * no name on the wall; the others fill the free places in the plan's order of names.
 */
export function rosterOf(plan: Plan, cells: Cells, previous?: Roster): Roster {
  const staffOfShift = plan.shifts.map((): string[] => []);
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const member = plan.staff[Math.floor(cell / plan.shifts.length)];
    if (member) staffOfShift[cell % plan.shifts.length]?.push(member.id);
  }
  const before = new Map(plan.shifts.map(({ id }): [string, Assignment[]] => [id, []]));
  for (const assignment of previous?.assignments ?? []) before.get(assignment.shiftId)?.push(assignment);
  return {
    periodId: plan.period.id,
    assignments: plan.shifts.flatMap(({ id }, i) => seat(id, staffOfShift[i] ?? [], before.get(id) ?? [])),
  };
}

function seat(shiftId: string, staffIds: readonly string[], before: readonly Assignment[]): Assignment[] {
  const places = new Map<number, string>();
  for (const { place, staffId } of before) {
    if (staffIds.includes(staffId) && !places.has(place)) places.set(place, staffId);
  }
  const seated = new Set(places.values());
  let free = 0;
  for (const staffId of staffIds.filter((id) => !seated.has(id))) {
    while (places.has(free)) free++;
    places.set(free, staffId);
  }
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([place, staffId]): Assignment => ({ shiftId, place, staffId }));
}

function cellsFrom(cells: readonly number[]): Cells {
  return Int32Array.from(new Set(cells)).sort();
}
