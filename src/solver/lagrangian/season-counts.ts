/**
 * What one person's shifts add to each of the person's counts, in units of their common divisor, and what each number of
 * units costs. Counters come first, then groups.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { commonDivisor } from '../columns/measures.ts';
import { Numbering } from '../columns/memory.ts';
import type { OwnCounter, PersonModel } from '../columns/split-problem.ts';
import { CountPrice, type Reach } from './count-price.ts';
import { type SeasonGraph, type SeasonPattern, shiftsOfClass } from './season-graph.ts';

/** Units added to counts. */
export interface Addition {
  readonly counts: readonly number[];
  readonly units: readonly number[];
}

export interface SeasonCounts {
  readonly prices: readonly CountPrice[];
  /** What shifts add, each kind once: a kind of shift adds the same on every day. */
  readonly additions: readonly Addition[];
  /** By shift: index among the additions. */
  readonly additionOf: Int32Array;
}

export function seasonCounts(model: PersonModel, graph: SeasonGraph): SeasonCounts {
  const { counters, groups } = model;
  const divisors = counters.map(({ coefficients }) => Math.max(1, coefficients.reduce(commonDivisor, 0)));
  const { additions, additionOf } = additionsOf(counters, divisors, model.cellCost.length);
  const reach = reachOf(graph, additions, additionOf);
  const prices = counters.map(
    ({ curve, offset }, count) =>
      new CountPrice(curve, { offset, unit: numberAt(divisors, count) }, reach.get(count)),
  );
  const ofGroups = groups.map(
    (of, group) =>
      new CountPrice(
        of.curve,
        { offset: 0, unit: 1 },
        { all: of.groups.length, aDay: mostTouched(graph, group) },
      ),
  );
  return { prices: [...prices, ...ofGroups], additions, additionOf };
}

/** By addition: what is charged. */
export function chargesOf({ additions }: SeasonCounts, charges: Float64Array): Float64Array {
  return Float64Array.from(additions, ({ counts, units }) =>
    counts.reduce((sum, count, i) => sum + realAt(charges, count) * numberAt(units, i), 0),
  );
}

/** Adds the units of the shift to the counts' values. */
export function addUnits({ additions, additionOf }: SeasonCounts, shift: number, values: Float64Array): void {
  const { counts, units } = additions[intAt(additionOf, shift)] as Addition;
  counts.forEach((count, i) => {
    values[count] = realAt(values, count) + numberAt(units, i);
  });
}

function additionsOf(
  counters: readonly OwnCounter[],
  divisors: readonly number[],
  shifts: number,
): Omit<SeasonCounts, 'prices'> {
  // Each counter turns what a shift adds so far into what it adds with this counter.
  const numbering = new Numbering<Addition>();
  const none = numbering.idOf('', { counts: [], units: [] });
  const additionOf = new Int32Array(shifts).fill(none);
  counters.forEach(({ shifts: of, coefficients }, count) => {
    // Neighbours are nearly always of a kind.
    let last = { before: none, units: 0, after: none };
    of.forEach((shift, i) => {
      const units = intAt(coefficients, i) / numberAt(divisors, count);
      const before = intAt(additionOf, shift);
      if (before !== last.before || units !== last.units) {
        const known = numbering.value(before);
        const addition = { counts: [...known.counts, count], units: [...known.units, units] };
        const after = numbering.idOf(`${addition.counts};${addition.units}`, addition);
        last = { before, units, after };
      }
      additionOf[shift] = last.after;
    });
  });
  return { additions: numbering.values, additionOf };
}

/** By counter: units that all days add at most, and one. Days on which shifts add the same are worked out once. */
function reachOf(
  graph: SeasonGraph,
  additions: readonly Addition[],
  additionOf: Int32Array,
): ReadonlyMap<number, Reach> {
  const { classStarts, choices, choiceStarts } = graph;
  const ofClasses = Array.from({ length: classStarts.length - 1 }, (_, id) => {
    const distinct: number[] = [];
    for (const shift of shiftsOfClass(graph, id)) {
      const addition = intAt(additionOf, shift);
      if (!distinct.includes(addition)) distinct.push(addition);
    }
    return distinct;
  });
  const days = new Map<string, ReadonlyMap<number, number>>();
  const reach = new Map<number, Reach>();
  for (let day = 0; day + 1 < choiceStarts.length; day++) {
    const patterns = choices.slice(intAt(choiceStarts, day), intAt(choiceStarts, day + 1)).flat();
    const told = patterns
      .map(({ classes }) => classes.map((id) => ofClasses[id]?.join()).join('+'))
      .join(';');
    const known = days.get(told);
    const largest = known ?? largestOf(patterns, ofClasses, additions);
    if (!known) days.set(told, largest);
    for (const [count, sum] of largest) {
      const before = reach.get(count) ?? { all: 0, aDay: 1 };
      reach.set(count, { all: before.all + sum, aDay: Math.max(before.aDay, sum) });
    }
  }
  return reach;
}

/** By counter: units that one of the patterns adds at most. */
function largestOf(
  patterns: readonly SeasonPattern[],
  ofClasses: readonly (readonly number[])[],
  additions: readonly Addition[],
): ReadonlyMap<number, number> {
  const largest = new Map<number, number>();
  for (const { classes } of patterns) {
    const sums = new Map<number, number>();
    for (const id of classes) {
      const ofClass = new Map<number, number>();
      for (const addition of ofClasses[id] ?? []) raise(ofClass, entriesOf(additions[addition] as Addition));
      for (const [count, units] of ofClass) sums.set(count, (sums.get(count) ?? 0) + units);
    }
    raise(largest, sums);
  }
  return largest;
}

function entriesOf({ counts, units }: Addition): [number, number][] {
  return counts.map((count, i) => [count, numberAt(units, i)]);
}

function raise(largest: Map<number, number>, entries: Iterable<[number, number]>): void {
  for (const [count, units] of entries) largest.set(count, Math.max(largest.get(count) ?? 0, units));
}

function mostTouched({ wayCosts }: SeasonGraph, group: number): number {
  let most = 1;
  for (const { groups, amounts } of wayCosts) most = Math.max(most, amounts[groups.indexOf(group)] ?? 0);
  return most;
}
