/**
 * One walk through a person's layered graph: forward for the cheapest way into every state, back for the roster. It
 * knows prices and fixed cells, not where they come from.
 */

import { byteAt, intAt, keptUnder, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { DayOptions, DayPattern } from './day-patterns.ts';
import type { LayeredGraph } from './layers.ts';
import type { PersonModel } from './split-problem.ts';

/** Free, must be taken, must not be taken; by cell or by shift. */
export const FREE = 0;
export const TAKEN = 1;
export const BARRED = 2;

/** How soon pricing gives up where the cheapest roster takes long to tell. */
export type Effort = 'low' | 'medium' | 'full';

export interface PricingInput {
  /** Added to the person's own cost of each shift. */
  readonly prices: Float64Array;
  /** By shift; absent means all free. */
  readonly fixed?: Uint8Array;
  /** How many rosters to give back at most. */
  readonly count: number;
  /** Leaves counts that were never exceeded aside even when this roster exceeds them: quicker, the bound lower. */
  readonly relaxed?: boolean;
  /** Short of full effort, which is what absent means, what it gives is allowed and its bound holds, and the cheapest may be another. */
  readonly effort?: Effort;
}

export interface BuiltGraph {
  readonly options: DayOptions;
  readonly graph: LayeredGraph;
}

export interface Walked {
  readonly costs: Float64Array;
  /** Final states, cheapest first. */
  readonly ends: readonly number[];
  trace(end: number): Int32Array;
}

let scratch = new Float64Array(0);

/** The work space all pricers share, since pricing is never interrupted. */
function workSpace(size: number): Float64Array {
  if (scratch.length < size) scratch = new Float64Array(Math.ceil(size * 1.5));
  return scratch;
}

export interface DayPrices {
  /** By pattern; `Infinity` when the fixed cells rule it out. */
  readonly patterns: Float64Array;
  /** By class: the shift chosen. */
  readonly chosen: ReadonlyMap<number, number>;
}

export function walkForward(
  { options, graph }: BuiltGraph,
  model: PersonModel,
  { prices, fixed, count }: PricingInput,
): Walked {
  const costs = workSpace(graph.size);
  costs.fill(Number.POSITIVE_INFINITY, 0, graph.size);
  if (graph.size > 0 && graph.days.length > 0) costs[0] = 0;
  const dayPrices = patternPrices(options, model, { prices, fixed });
  const weights = graph.days.map((layer, day) => {
    const patternCosts = (dayPrices[day] as DayPrices).patterns;
    return layer.cost.map((cost, choice) => cost + realAt(patternCosts, intAt(layer.pattern, choice)));
  });
  graph.days.forEach((layer, day) => {
    relaxDay(layer, costs, weights[day] as Float64Array);
  });
  for (let end = 0; end < graph.endCost.length; end++) {
    const state = graph.endStart + end;
    costs[state] = realAt(costs, state) + realAt(graph.endCost, end);
  }
  return {
    costs,
    ends: cheapestEnds(costs, graph.endStart, graph.endCost.length, count),
    trace: (end) => traceBack({ options, graph }, { costs, weights, dayPrices }, end),
  };
}

/** What each day's patterns cost by themselves. */
export function patternPrices(
  options: DayOptions,
  model: PersonModel,
  { prices, fixed }: { prices: Float64Array; fixed?: Uint8Array | undefined },
): DayPrices[] {
  const required = fixed ? requiredByDay(model, fixed, options) : undefined;
  return options.patterns.map((patterns, day) =>
    priceDay(patterns, { model, prices, fixed, required: required?.[day] ?? 0 }),
  );
}

function requiredByDay(model: PersonModel, fixed: Uint8Array, options: DayOptions): Int32Array {
  const required = new Int32Array(options.patterns.length);
  for (const shift of model.shifts) {
    if (fixed[shift] !== TAKEN) continue;
    const day = options.classes[intAt(options.classOf, shift)]?.day ?? 0;
    required[day] = intAt(required, day) + 1;
  }
  return required;
}

function priceDay(
  patterns: readonly DayPattern[],
  input: { model: PersonModel; prices: Float64Array; fixed: Uint8Array | undefined; required: number },
): DayPrices {
  const { model, prices, fixed, required } = input;
  const chosen = new Map<number, number>();
  const classCost = new Map<number, number>();
  const classMeets = new Map<number, number>();
  const costs = new Float64Array(patterns.length);
  patterns.forEach((pattern, index) => {
    let cost = 0;
    let met = 0;
    for (const { id, shifts } of pattern.classes) {
      if (!classCost.has(id)) {
        let best = Number.POSITIVE_INFINITY;
        let bestShift = -1;
        let meets = 0;
        for (const shift of shifts) {
          const state = fixed ? byteAt(fixed, shift) : FREE;
          if (state === BARRED) continue;
          const price = realAt(model.cellCost, shift) + realAt(prices, shift);
          if (state === TAKEN) {
            // Members of a class exclude each other: a second required one leaves the day without a pattern.
            best = price;
            bestShift = shift;
            meets = 1;
            break;
          }
          if (price < best) {
            best = price;
            bestShift = shift;
          }
        }
        classCost.set(id, best);
        classMeets.set(id, meets);
        chosen.set(id, bestShift);
      }
      cost += keptUnder(classCost, id);
      met += keptUnder(classMeets, id);
    }
    costs[index] = met === required ? cost : Number.POSITIVE_INFINITY;
  });
  return { patterns: costs, chosen };
}

/** The inner loop of everything: shifts each live vector along its arcs. */
function relaxDay(layer: LayeredGraph['days'][number], costs: Float64Array, weights: Float64Array): void {
  const { from, until, shift, choice, starts, states } = layer;
  const rows = starts.length - 1;
  for (let row = 0; row < rows; row++) {
    let first = intAt(states, row);
    let past = intAt(states, row + 1);
    while (first < past && costs[first] === Number.POSITIVE_INFINITY) first++;
    if (first === past) continue;
    while (costs[past - 1] === Number.POSITIVE_INFINITY) past--;
    const lastArc = intAt(starts, row + 1);
    for (let arc = intAt(starts, row); arc < lastArc; arc++) {
      const weight = realAt(weights, intAt(choice, arc));
      if (weight === Number.POSITIVE_INFINITY) continue;
      const begin = intAt(from, arc);
      const end = intAt(until, arc);
      const stop = Math.min(end, past);
      const move = intAt(shift, arc);
      for (let state = Math.max(begin, first); state < stop; state++) {
        const cost = realAt(costs, state) + weight;
        if (cost < realAt(costs, state + move)) costs[state + move] = cost;
      }
    }
  }
}

function cheapestEnds(costs: Float64Array, start: number, length: number, count: number): number[] {
  const ends: number[] = [];
  for (let state = start; state < start + length; state++) {
    const cost = realAt(costs, state);
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (ends.length === count && cost >= realAt(costs, numberAt(ends, count - 1))) continue;
    let place = ends.length;
    while (place > 0 && realAt(costs, numberAt(ends, place - 1)) > cost) place--;
    ends.splice(place, 0, state);
    if (ends.length > count) ends.pop();
  }
  return ends;
}

/** Walks back along arcs whose sums reproduce each state's cost exactly, since they were added in the same order. */
function traceBack(
  { options, graph }: BuiltGraph,
  walked: { costs: Float64Array; weights: readonly Float64Array[]; dayPrices: readonly DayPrices[] },
  end: number,
): Int32Array {
  const { costs, weights, dayPrices } = walked;
  const shifts: number[] = [];
  let state = end;
  let endCost = realAt(graph.endCost, end - graph.endStart);
  for (let day = graph.days.length - 1; day >= 0; day--) {
    const layer = graph.days[day] as LayeredGraph['days'][number];
    const arcs = layer.from.length;
    const target = realAt(costs, state);
    let found = -1;
    for (let arc = 0; arc < arcs; arc++) {
      const source = state - intAt(layer.shift, arc);
      if (source < intAt(layer.from, arc) || source >= intAt(layer.until, arc)) continue;
      const weight = realAt(weights[day] as Float64Array, intAt(layer.choice, arc));
      if (realAt(costs, source) + weight + endCost === target) {
        found = arc;
        break;
      }
    }
    if (found < 0) throw new Error('pricing lost its path');
    const pattern = options.patterns[day]?.[intAt(layer.pattern, intAt(layer.choice, found))];
    for (const { id } of pattern?.classes ?? [])
      shifts.push(keptUnder((dayPrices[day] as DayPrices).chosen, id));
    state -= intAt(layer.shift, found);
    endCost = 0;
  }
  return Int32Array.from(shifts).sort();
}
