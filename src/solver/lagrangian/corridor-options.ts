/**
 * What the choices of a person's days come to when two counts are carried: of each choice, the cheapest shifts among those
 * that add as much to both.
 */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import { type SeasonGraph, shiftsOfClass } from './season-graph.ts';
import type { SeasonPerson } from './season-person.ts';

/** Unlike amounts of one choice; those beyond are left out. */
const MOST_OPTIONS = 64;

interface Option {
  /** Units of the first count and of the second. */
  readonly first: number;
  readonly second: number;
  readonly cost: number;
  /** Part of the cost: soft clashes inside the day. */
  readonly clash: number;
  readonly shifts: readonly number[];
}

/** Options of choice c are entries `starts[c]` up to `starts[c + 1]`. */
export interface CorridorOptions {
  readonly starts: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly cost: Float64Array;
  /** Part of the cost: soft clashes inside the day. */
  readonly clash: Float64Array;
  readonly shifts: readonly (readonly number[])[];
}

/**
 * @param prices by shift, everything but the two counts included.
 * @param units by shift: what it adds to the first count and to the second.
 */
export function corridorOptions(
  person: SeasonPerson,
  prices: Float64Array,
  units: readonly [Int32Array, Int32Array],
): CorridorOptions {
  const { choices, classStarts } = person.graph;
  const ofClasses = Array.from({ length: classStarts.length - 1 }, (_, id) =>
    optionsOf(shiftsOfClass(person.graph, id), prices, units),
  );
  const starts = new Int32Array(choices.length + 1);
  const all: Option[] = [];
  choices.forEach((patterns, choice) => {
    const best: Option[] = [];
    for (const pattern of patterns) {
      if (!person.isOpen(pattern)) continue;
      for (const option of combined(pattern, ofClasses)) keepCheapest(best, option);
    }
    all.push(...best);
    starts[choice + 1] = all.length;
  });
  return {
    starts,
    first: Int32Array.from(all, (option) => option.first),
    second: Int32Array.from(all, (option) => option.second),
    cost: Float64Array.from(all, (option) => option.cost),
    clash: Float64Array.from(all, (option) => option.clash),
    shifts: all.map((option) => option.shifts),
  };
}

function optionsOf(
  shifts: Int32Array,
  prices: Float64Array,
  [first, second]: readonly [Int32Array, Int32Array],
): Option[] {
  const best: Option[] = [];
  for (const shift of shifts) {
    const cost = realAt(prices, shift);
    if (cost === Number.POSITIVE_INFINITY) continue;
    const option = {
      first: intAt(first, shift),
      second: intAt(second, shift),
      cost,
      clash: 0,
      shifts: [shift],
    };
    keepCheapest(best, option);
  }
  return best;
}

/** One shift of each class of the pattern. */
function combined(
  { cost, classes }: SeasonGraph['choices'][number][number],
  ofClasses: readonly (readonly Option[])[],
): Option[] {
  let sums: Option[] = [{ first: 0, second: 0, cost, clash: cost, shifts: [] }];
  for (const id of classes) {
    const next: Option[] = [];
    for (const sum of sums) {
      for (const option of ofClasses[id] ?? []) {
        keepCheapest(next, {
          first: sum.first + option.first,
          second: sum.second + option.second,
          cost: sum.cost + option.cost,
          clash: sum.clash,
          shifts: [...sum.shifts, ...option.shifts],
        });
      }
    }
    sums = next;
  }
  return sums;
}

function keepCheapest(best: Option[], option: Option): void {
  let at = best.length - 1;
  while (at >= 0 && (best[at]?.first !== option.first || best[at]?.second !== option.second)) at--;
  if (at >= 0) {
    if ((best[at] as Option).cost > option.cost) best[at] = option;
  } else if (best.length < MOST_OPTIONS) best.push(option);
}
