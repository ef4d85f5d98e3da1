/**
 * One walk through a person's layered graph: forward for the cheapest way into every state, back for the roster. It
 * knows prices and fixed cells, not where they come from.
 */

import type { DayOptions, DayPattern } from './day-patterns.ts';
import type { LayeredGraph } from './layers.ts';
import type { PersonModel } from './split-problem.ts';

/** Free, must be taken, must not be taken; by cell or by shift. */
export const FREE = 0;
export const TAKEN = 1;
export const BARRED = 2;

export interface PricingInput {
  /** Added to the person's own cost of each shift. */
  readonly prices: Float64Array;
  /** By shift; absent means all free. */
  readonly fixed?: Uint8Array;
  /** How many rosters to give back at most. */
  readonly count: number;
  /** Leaves counts that were never exceeded aside even when this roster exceeds them: quicker, the bound lower. */
  readonly relaxed?: boolean;
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

interface DayPrices {
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
  const required = fixed ? requiredByDay(model, fixed, options) : undefined;
  const dayPrices = options.patterns.map((patterns, day) =>
    priceDay(patterns, { model, prices, fixed, required: required?.[day] ?? 0 }),
  );
  const weights = graph.days.map((layer, day) => {
    const patternCosts = (dayPrices[day] as DayPrices).patterns;
    return layer.cost.map((cost, choice) => cost + (patternCosts[layer.pattern[choice] as number] as number));
  });
  graph.days.forEach((layer, day) => {
    relaxDay(layer, costs, weights[day] as Float64Array);
  });
  for (let end = 0; end < graph.endCost.length; end++) {
    const state = graph.endStart + end;
    costs[state] = (costs[state] as number) + (graph.endCost[end] as number);
  }
  return {
    costs,
    ends: cheapestEnds(costs, graph.endStart, graph.endCost.length, count),
    trace: (end) => traceBack({ options, graph }, { costs, weights, dayPrices }, end),
  };
}

function requiredByDay(model: PersonModel, fixed: Uint8Array, options: DayOptions): Int32Array {
  const required = new Int32Array(options.patterns.length);
  for (const shift of model.shifts) {
    if (fixed[shift] !== TAKEN) continue;
    const day = options.classes[options.classOf[shift] as number]?.day ?? 0;
    required[day] = (required[day] as number) + 1;
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
          const state = fixed ? (fixed[shift] as number) : FREE;
          if (state === BARRED) continue;
          const price = (model.cellCost[shift] as number) + (prices[shift] as number);
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
      cost += classCost.get(id) as number;
      met += classMeets.get(id) as number;
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
    let first = states[row] as number;
    let past = states[row + 1] as number;
    while (first < past && costs[first] === Number.POSITIVE_INFINITY) first++;
    if (first === past) continue;
    while (costs[past - 1] === Number.POSITIVE_INFINITY) past--;
    const lastArc = starts[row + 1] as number;
    for (let arc = starts[row] as number; arc < lastArc; arc++) {
      const weight = weights[choice[arc] as number] as number;
      if (weight === Number.POSITIVE_INFINITY) continue;
      const begin = from[arc] as number;
      const end = until[arc] as number;
      const stop = Math.min(end, past);
      const move = shift[arc] as number;
      for (let state = Math.max(begin, first); state < stop; state++) {
        const cost = (costs[state] as number) + weight;
        if (cost < (costs[state + move] as number)) costs[state + move] = cost;
      }
    }
  }
}

function cheapestEnds(costs: Float64Array, start: number, length: number, count: number): number[] {
  const ends: number[] = [];
  for (let state = start; state < start + length; state++) {
    const cost = costs[state] as number;
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (ends.length === count && cost >= (costs[ends[count - 1] as number] as number)) continue;
    let place = ends.length;
    while (place > 0 && (costs[ends[place - 1] as number] as number) > cost) place--;
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
  let endCost = graph.endCost[end - graph.endStart] as number;
  for (let day = graph.days.length - 1; day >= 0; day--) {
    const layer = graph.days[day] as LayeredGraph['days'][number];
    const arcs = layer.from.length;
    const target = costs[state] as number;
    let found = -1;
    for (let arc = 0; arc < arcs; arc++) {
      const source = state - (layer.shift[arc] as number);
      if (source < (layer.from[arc] as number) || source >= (layer.until[arc] as number)) continue;
      const weight = (weights[day] as Float64Array)[layer.choice[arc] as number] as number;
      if ((costs[source] as number) + weight + endCost === target) {
        found = arc;
        break;
      }
    }
    if (found < 0) throw new Error('pricing lost its path');
    const pattern = options.patterns[day]?.[layer.pattern[layer.choice[found] as number] as number];
    for (const { id } of pattern?.classes ?? [])
      shifts.push((dayPrices[day] as DayPrices).chosen.get(id) as number);
    state -= layer.shift[found] as number;
    endCost = 0;
  }
  return Int32Array.from(shifts).sort();
}
