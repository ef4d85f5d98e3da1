/**
 * A person's day automaton laid flat, with what each arc adds to every count that can matter and what each count costs at
 * the end. Counts are not multiplied into its states, so it stays small whatever the rules; `multipliers.ts` and
 * `count-search.ts` bring the counts in.
 */

import { intAt, numberAt } from '../../kernel/typed-at.ts';
import { type DayArc, type DayAutomaton, dayAutomaton } from './automaton.ts';
import { type DayOptions, dayOptions, type OptionsInput } from './day-patterns.ts';
import { type CarriedMeasure, carriedMeasure, type MeasureId, measureCount, measureOf } from './measures.ts';
import type { PersonModel } from './split-problem.ts';

/** What some arcs of a day add: `amounts[i]` units to count `counts[i]`. */
export interface Addition {
  readonly counts: Int32Array;
  readonly amounts: Int32Array;
}

export interface CountGraph {
  readonly options: DayOptions;
  /** First node of each day and, last, one past the ends; node 0 is the start. */
  readonly nodeStarts: Int32Array;
  /** Arcs of node n: `arcStarts[n]` up to `arcStarts[n + 1]`; none of the ends. */
  readonly arcStarts: Int32Array;
  readonly to: Int32Array;
  /** Index among the day's patterns. */
  readonly pattern: Int32Array;
  readonly cost: Float64Array;
  /** Index among `additions`. */
  readonly addition: Int32Array;
  readonly additions: readonly Addition[];
  /** What counts cost that are the same whatever is taken. */
  readonly constant: number;
  /** By count: what each number of units costs at the end, from none to the most that can be reached. */
  readonly ends: readonly Float64Array[];
  /** By day and count: the most units that this day and the later ones can add. */
  readonly remaining: readonly Int32Array[];
}

/** Over more days too many rosters cost nearly the same to be looked through. */
const MOST_DAYS = 35;
/** Pricing walks this once for every step of the multipliers. */
const MOST_ARCS = 12_000;

/** Undefined when the graph would be too large to walk many times. */
export function countGraph(
  model: PersonModel,
  shape: Pick<OptionsInput, 'days' | 'shiftDay' | 'clashes'>,
): CountGraph | undefined {
  if (shape.days > MOST_DAYS) return undefined;
  const ids = Array.from({ length: measureCount(model) }, (_, id) => id);
  const measures = ids.map((id) => measureOf(model, id));
  const options = dayOptions({ ...shape, shifts: model.shifts, runs: model.runs, measures });
  const automaton = options && dayAutomaton(options, { clashes: shape.clashes, runs: model.runs, measures });
  if (!automaton) return undefined;
  const arcs = automaton.arcs.flat(2);
  if (arcs.length > MOST_ARCS) return undefined;
  const carried = ids.map((id) => carriedMeasure(model, id, options, false));
  const remaining = remainingBy(automaton, carried);
  const ends = carried.map(({ endCost }, id) => reachable(endCost, intAt(remaining[0] as Int32Array, id)));
  const priced = ids.filter((id) => (ends[id] as Float64Array).some((cost) => cost !== ends[id]?.[0]));
  const added = additionsOf(arcs, priced, carried);
  return {
    options,
    ...nodesOf(automaton),
    pattern: Int32Array.from(arcs, (arc) => arc.pattern),
    cost: Float64Array.from(arcs, (arc) => arc.cost),
    ...added,
    constant: ids.reduce((sum, id) => (priced.includes(id) ? sum : sum + (ends[id]?.[0] ?? 0)), 0),
    ends: priced.map((id) => ends[id] as Float64Array),
    remaining: remaining.map((of) => Int32Array.from(priced, (id) => intAt(of, id))),
  };
}

function unitsOf({ added }: DayArc, id: number, carried: readonly CarriedMeasure[]): number {
  return numberAt(added, id) / (carried[id] as CarriedMeasure).unit;
}

/** By day and measure. */
function remainingBy({ arcs }: DayAutomaton, carried: readonly CarriedMeasure[]): Int32Array[] {
  const remaining = [new Int32Array(carried.length)];
  for (const nodes of arcs.toReversed()) {
    const later = remaining[0] as Int32Array;
    const most = new Int32Array(carried.length);
    for (const arc of nodes.flat()) {
      carried.forEach((_, id) => {
        most[id] = Math.max(intAt(most, id), unitsOf(arc, id, carried));
      });
    }
    remaining.unshift(most.map((units, id) => units + intAt(later, id)));
  }
  return remaining;
}

function nodesOf({ arcs, ends }: DayAutomaton): Pick<CountGraph, 'nodeStarts' | 'arcStarts' | 'to'> {
  const nodeStarts = new Int32Array(arcs.length + 2);
  arcs.forEach((nodes, day) => {
    nodeStarts[day + 1] = intAt(nodeStarts, day) + nodes.length;
  });
  nodeStarts[arcs.length + 1] = intAt(nodeStarts, arcs.length) + ends;
  const to = arcs.flatMap((nodes, day) => nodes.flat().map((arc) => intAt(nodeStarts, day + 1) + arc.to));
  const arcStarts = new Int32Array(intAt(nodeStarts, arcs.length + 1) + 1).fill(to.length);
  let before = 0;
  arcs.flat().forEach((out, node) => {
    arcStarts[node] = before;
    before += out.length;
  });
  return { nodeStarts, arcStarts, to: Int32Array.from(to) };
}

function additionsOf(
  arcs: readonly DayArc[],
  priced: readonly MeasureId[],
  carried: readonly CarriedMeasure[],
): Pick<CountGraph, 'addition' | 'additions'> {
  const additions: Addition[] = [];
  const known = new Map<string, number>();
  const addition = Int32Array.from(arcs, (arc) => {
    const amounts = priced.map((id) => unitsOf(arc, id, carried));
    const key = amounts.join();
    const index = known.get(key) ?? additions.push(additionOf(amounts)) - 1;
    known.set(key, index);
    return index;
  });
  return { addition, additions };
}

/** Beyond a strict limit a count may still be reached, at no finite cost. */
function reachable(endCost: Float64Array, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, value) => endCost[value] ?? Number.POSITIVE_INFINITY);
}

function additionOf(amounts: readonly number[]): Addition {
  const counts = amounts.flatMap((amount, i) => (amount > 0 ? [i] : []));
  return {
    counts: Int32Array.from(counts),
    amounts: Int32Array.from(counts, (i) => numberAt(amounts, i)),
  };
}
