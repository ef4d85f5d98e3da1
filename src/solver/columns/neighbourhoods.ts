/**
 * Neighbourhoods: parts of the roster set free, some people over all days or everyone over some days, solved again by
 * columns with the rest standing. Which kind comes next follows what each kind has gained a second.
 */

import { shuffled } from '../../kernel/random.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { dive } from './dive.ts';
import { agreesWith, type Fixed } from './fixed.ts';
import { boundAt, generateColumns } from './generation.ts';
import { Master } from './master.ts';
import { polish } from './polish.ts';
import type { Column } from './pool.ts';
import type { RosterState } from './roster-state.ts';
import type { Search } from './search.ts';
import { BARRED, FREE, TAKEN } from './walk.ts';

export interface Neighbourhood {
  readonly free: readonly number[];
  /** Cells that stand although their person is free. */
  readonly fixed?: Fixed;
}

const POOL_COLUMNS_A_PERSON = 40;

/** Solves the part that is set free; gives back a roster no worse than `state`, or undefined. */
export function resolve(
  search: Search,
  state: RosterState,
  part: Neighbourhood,
  guide: { rowDuals: Float64Array; missingCost: number },
): RosterState | undefined {
  const { free, fixed } = part;
  const cost = state.cost();
  const base = state.baseFor(free);
  const ownOutside = outsideCost(search, state, free);
  const cutoff = cost - ownOutside;
  const effort = search.isRough ? 'low' : 'full';
  const master = new Master(search.highs, {
    split: search.split,
    free,
    base,
    missingCost: guide.missingCost,
  });
  try {
    const agrees = fixed ? agreesWith(fixed) : () => true;
    for (const person of free) {
      master.add(startColumns(search, state, person, guide.rowDuals).filter(agrees));
    }
    const limits = fixed ? { fixed } : {};
    const centre = boundAt(search, master, guide, { fixed, changed: () => true, effort });
    const relaxed = generateColumns(search, master, { ...limits, rounds: 60, cutoff, centre, effort });
    if (relaxed.ended === 'cutoff' || relaxed.ended === 'infeasible' || relaxed.ended === 'over')
      return undefined;
    const { whole, columns } = dive(search, master, relaxed.point, {
      ...limits,
      cutoff: cutoff + 1,
      share: 0.15,
      noise: 0.1,
      effort: 'medium',
      rounds: 6,
    });
    if (!whole) return undefined;
    const next = state.copy();
    for (const column of columns) next.set(column.person, column);
    polish(search, next, shuffled(search.split.people.keys(), search.random));
    return next.cost() <= cost ? next : undefined;
  } finally {
    master.dispose();
  }
}

function outsideCost(search: Search, state: RosterState, free: readonly number[]): number {
  const inside = new Set(free);
  let cost = 0;
  for (const { person } of search.split.people) {
    if (!inside.has(person)) cost += state.columnOf(person)?.cost ?? 0;
  }
  return cost;
}

/** The person's present column and the likeliest of the pool at the guiding duals. */
function startColumns(search: Search, state: RosterState, person: number, rowDuals: Float64Array): Column[] {
  const present = state.columnOf(person);
  const ranked = search.pool.cheapest(person, rowDuals, POOL_COLUMNS_A_PERSON);
  return present && !ranked.includes(present) ? [present, ...ranked] : ranked;
}

/** One kind of neighbourhood. */
export type Pick = (state: RosterState) => Neighbourhood;

export function createPicks(search: Search): Pick[] {
  const people = [0.2, 0.35, 0.5, 0.7].flatMap((share): Pick[] => [
    () => somePeople(search, share),
    (state) => peopleNearWorst(search, state, share),
  ]);
  const stretches = [7, 12].filter((days) => days * 2 < search.split.problem.days);
  return [
    ...people,
    ...stretches.map(
      (days): Pick =>
        (state) =>
          someDays(search, state, days),
    ),
  ];
}

function somePeople(search: Search, share: number): Neighbourhood {
  const everyone = shuffled(search.split.people.keys(), search.random);
  return { free: everyone.slice(0, peopleIn(search, share)).sort((a, b) => a - b) };
}

function peopleIn(search: Search, share: number): number {
  return Math.max(2, Math.round(search.split.people.length * share));
}

/** Half of them stand, or could stand, on days around a costly row; the other half are anyone. */
function peopleNearWorst(search: Search, state: RosterState, share: number): Neighbourhood {
  const { people, problem } = search.split;
  const day = costlyDay(search, state);
  const near = (person: number): boolean =>
    (state.columnOf(person)?.shifts ?? new Int32Array(0)).some(
      (shift) => Math.abs(intAt(problem.shiftDay, shift) - day) <= 1,
    );
  const order = shuffled(people.keys(), search.random);
  const count = peopleIn(search, share);
  const close = order.filter(near).slice(0, Math.ceil(count / 2));
  const rest = order.filter((person) => !close.includes(person)).slice(0, count - close.length);
  return { free: [...close, ...rest].sort((a, b) => a - b) };
}

/** A day drawn by what its rows cost. */
function costlyDay(search: Search, state: RosterState): number {
  const { cellRows, problem, rows } = search.split;
  const costs = new Float64Array(problem.days);
  const seen = new Uint8Array(rows.length);
  for (let cell = 0; cell + 1 < cellRows.starts.length; cell++) {
    for (let at = intAt(cellRows.starts, cell); at < intAt(cellRows.starts, cell + 1); at++) {
      const row = intAt(cellRows.rows, at);
      if (seen[row] === 1) continue;
      seen[row] = 1;
      const day = intAt(problem.shiftDay, cell % problem.shifts);
      costs[day] = realAt(costs, day) + state.rowCost(row);
    }
  }
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  let left = search.random.next() * total;
  for (let day = 0; day < costs.length; day++) {
    left -= realAt(costs, day);
    if (left < 0) return day;
  }
  return search.random.below(problem.days);
}

/** Everyone, over a stretch of days. */
function someDays(search: Search, state: RosterState, days: number): Neighbourhood {
  const { people, problem } = search.split;
  const first = search.random.below(Math.max(1, problem.days - days + 1));
  const fixed = people.map(({ person, shifts }) => {
    const cells = search.pinned[person]?.slice() ?? new Uint8Array(problem.shifts);
    for (const shift of shifts) {
      const day = intAt(problem.shiftDay, shift);
      if (cells[shift] === FREE && (day < first || day >= first + days)) cells[shift] = BARRED;
    }
    for (const shift of state.columnOf(person)?.shifts ?? [])
      if (cells[shift] === BARRED) cells[shift] = TAKEN;
    return cells;
  });
  return { free: [...people.keys()], fixed };
}
