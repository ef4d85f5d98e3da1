/**
 * Finds one person's cheapest roster under given shift prices, exactly, by dynamic programming over days. Counts that
 * were never exceeded are left out until a cheapest roster exceeds one (decremental state space, Righini and Salani
 * 2008), so what it calls cheapest is always a true lower bound and a roster allowed by every rule.
 */

import { dayAutomaton } from './automaton.ts';
import { type DayOptions, type DayPattern, dayOptions } from './day-patterns.ts';
import { type LayeredGraph, layeredGraph } from './layers.ts';
import {
  alwaysMatters,
  carriedMeasure,
  type MeasureId,
  measureCost,
  measureCount,
  measureOf,
} from './measures.ts';
import { rosterCost } from './roster-cost.ts';
import type { Clashes, PersonModel } from './split.ts';

/** Free, must be taken, must not be taken; by cell or by shift. */
export const FREE = 0;
export const TAKEN = 1;
export const BARRED = 2;

export interface PricedRoster {
  /** Shifts, ascending. */
  readonly shifts: Int32Array;
  /** By the prices asked with, the person's own soft rules included. */
  readonly priced: number;
  /** The person's own rules alone. */
  readonly own: number;
}

export interface PricingResult {
  /** No allowed roster is priced below this; `Infinity` when none is allowed. */
  readonly bound: number;
  /** Cheapest first; empty when none is allowed. */
  readonly rosters: readonly PricedRoster[];
}

export interface PricingInput {
  /** Added to the person's own cost of each shift. */
  readonly prices: Float64Array;
  /** By shift; absent means all free. */
  readonly fixed?: Uint8Array;
  /** How many rosters to give back at most. */
  readonly count: number;
}

export class Pricer {
  readonly model: PersonModel;
  readonly #clashes: Clashes;
  readonly #shiftDay: Int32Array;
  readonly #days: number;
  readonly #carried = new Set<MeasureId>();
  #built: { options: DayOptions; graph: LayeredGraph } | undefined;
  #tooLarge = false;

  constructor(model: PersonModel, shape: { clashes: Clashes; shiftDay: Int32Array; days: number }) {
    this.model = model;
    this.#clashes = shape.clashes;
    this.#shiftDay = shape.shiftDay;
    this.#days = shape.days;
    for (let id = 0; id < measureCount(model); id++) if (alwaysMatters(model, id)) this.#carried.add(id);
  }

  /**
   * When the person's rules took more states than can be walked: the carried count, not always carried, that reaches
   * highest, by its number. −1 when dropping a count would not help.
   */
  get heaviest(): MeasureId {
    let heaviest = -1;
    let most = 0;
    for (const id of this.#carried) {
      const own = this.model.counters[id]?.curve ?? [];
      const above = Math.max(0, ...own.map(({ price }) => (price.kind === 'range' ? (price.above ?? 0) : 0)));
      if (alwaysMatters(this.model, id) || above <= most) continue;
      heaviest = id;
      most = above;
    }
    return heaviest;
  }

  /** Carries only what is always carried again, after prices that drove rosters to odd extremes. */
  forget(): void {
    this.#carried.clear();
    for (let id = 0; id < measureCount(this.model); id++)
      if (alwaysMatters(this.model, id)) this.#carried.add(id);
    this.#built = undefined;
  }

  /** Undefined when the person's rules take more states than can be walked. */
  price(input: PricingInput): PricingResult | undefined {
    for (;;) {
      const built = this.#build();
      if (!built) return undefined;
      const walk = walkForward(built, this.model, input);
      if (walk.ends.length === 0) return { bound: Number.POSITIVE_INFINITY, rosters: [] };
      const rosters = walk.ends.map((end) => this.#roster(walk.trace(end), input.prices));
      const best = rosters[0] as PricedRoster;
      const bound = (walk.costs[walk.ends[0] as number] as number) + this.model.constant;
      if (best.priced - bound < 1e-6 * Math.max(1, Math.abs(bound)) || !this.#carryMore(best.shifts)) {
        const allowed = rosters.filter((roster) => roster.own < Number.POSITIVE_INFINITY);
        return { bound, rosters: allowed };
      }
    }
  }

  #roster(shifts: Int32Array, prices: Float64Array): PricedRoster {
    const own = rosterCost(
      this.model,
      { clashes: this.#clashes, shiftDay: this.#shiftDay, days: this.#days },
      shifts,
    );
    let priced = own;
    for (const shift of shifts) priced += prices[shift] as number;
    return { shifts, priced, own };
  }

  /** Adds the counts that this roster is charged for but that were not carried; false when there is none. */
  #carryMore(shifts: Int32Array): boolean {
    let more = false;
    for (let id = 0; id < measureCount(this.model); id++) {
      if (this.#carried.has(id) || measureCost(this.model, id, shifts) === 0) continue;
      this.#carried.add(id);
      more = true;
    }
    if (more) this.#built = undefined;
    return more;
  }

  #build(): { options: DayOptions; graph: LayeredGraph } | undefined {
    if (this.#built || this.#tooLarge) return this.#built;
    const { model } = this;
    const ids = [...this.#carried].sort((a, b) => a - b);
    const shape = { days: this.#days, shiftDay: this.#shiftDay, clashes: this.#clashes };
    const measures = ids.map((id) => measureOf(model, id));
    const options = dayOptions({ ...shape, shifts: model.shifts, runs: model.runs, measures });
    if (options) {
      // The longest count runs along the vectors, the others are digits of the row.
      const reach = ids.map((id) => carriedMeasure(model, id, options, true).most);
      const along = reach.length === 0 ? -1 : reach.indexOf(Math.max(...reach));
      const order = ids.filter((_, index) => index !== along);
      if (along >= 0) order.push(ids[along] as MeasureId);
      const ordered = order.map((id) => measureOf(model, id));
      const automaton = dayAutomaton(options, {
        clashes: this.#clashes,
        runs: model.runs,
        measures: ordered,
      });
      const digitIds = along < 0 ? order : order.slice(0, -1);
      const alongId = along < 0 ? undefined : order[order.length - 1];
      const graph =
        automaton &&
        layeredGraph(
          automaton,
          digitIds.map((id) => carriedMeasure(model, id, options, true)),
          alongId === undefined ? undefined : carriedMeasure(model, alongId, options, false),
        );
      if (graph) this.#built = { options, graph };
    }
    this.#tooLarge = this.#built === undefined;
    return this.#built;
  }
}

interface Walked {
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

function walkForward(
  { options, graph }: { options: DayOptions; graph: LayeredGraph },
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
      const stop = end < past ? end : past;
      const move = shift[arc] as number;
      for (let state = begin > first ? begin : first; state < stop; state++) {
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
  { options, graph }: { options: DayOptions; graph: LayeredGraph },
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
