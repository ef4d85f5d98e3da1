/**
 * A lower bound on what one person's roster costs at given shift prices, over any horizon: the cheapest way through the
 * person's days with every count charged a multiplier a unit instead of its price. See `columns/multipliers.ts` for short
 * horizons, where the multipliers are settled for each pricing; here they ascend together with the prices.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { slopesOf } from '../columns/multipliers.ts';
import type { PersonModel } from '../columns/split-problem.ts';
import type { Addition, SeasonGraph, SeasonPattern } from './season-graph.ts';
import { chargeOf, patternCost, shiftsOf } from './season-prices.ts';

/** Of what is usual, what stays with each roster remembered. */
const KEPT = 0.97;

export interface PersonRelaxed {
  /** No allowed roster is cheaper, the person's constant included. */
  readonly bound: number;
  /** Of the cheapest way, ascending. */
  readonly shifts: Int32Array;
  /** By day: what the cheapest way takes and what it costs beside; empty when there is none. */
  readonly patterns: readonly SeasonPattern[];
  readonly touched: readonly Addition[];
  /** By count: units of the cheapest way less those whose price is furthest below the charge. */
  readonly slope: Float64Array;
}

export class PersonRelaxation {
  readonly #model: PersonModel;
  readonly #graph: SeasonGraph;
  /** By count, a unit each. */
  multipliers: Float64Array;
  /** By count: one over the most that a day adds, by which steps are scaled. */
  readonly scale: Float64Array;
  /** By count: between what a unit more is worth at least and what it costs at most. */
  readonly #limits: readonly { readonly least: number; readonly most: number }[];
  /** By day and count: units a day in the rosters remembered, the later ones more. */
  readonly usual: readonly Float64Array[];
  /** By shift: its share of them. */
  readonly share: Float64Array;
  readonly #onward: Float64Array;
  readonly #next: Int32Array;

  constructor(model: PersonModel, graph: SeasonGraph) {
    this.#model = model;
    this.#graph = graph;
    this.#limits = graph.ends.map(slopesOf);
    this.multipliers = this.within(new Float64Array(graph.ends.length));
    this.scale = Float64Array.from(graph.ends, (_, count) => 1 / mostADay(graph, count));
    this.usual = graph.choices.map(() => new Float64Array(graph.ends.length));
    this.share = new Float64Array(model.cellCost.length);
    this.#onward = new Float64Array(intAt(graph.nodeStarts, graph.nodeStarts.length - 1));
    this.#next = new Int32Array(this.#onward.length);
  }

  within(multipliers: Float64Array): Float64Array {
    return multipliers.map((value, count) => {
      const { least, most } = this.#limits[count] as { least: number; most: number };
      return Math.max(least, Math.min(most, value));
    });
  }

  /** Of what is tied at the multipliers one roster takes much early and another late; together they are even. */
  remember({ patterns, touched, shifts }: PersonRelaxed): void {
    const { additions } = this.#graph;
    for (const shift of this.#model.shifts) this.share[shift] = KEPT * realAt(this.share, shift);
    for (const shift of shifts) this.share[shift] = realAt(this.share, shift) + 1 - KEPT;
    patterns.forEach((pattern, day) => {
      const usual = this.usual[day] as Float64Array;
      for (let count = 0; count < usual.length; count++) usual[count] = KEPT * realAt(usual, count);
      for (const { counts, amounts } of [additions[pattern.addition] as Addition, touched[day] as Addition]) {
        counts.forEach((count, i) => {
          usual[count] = realAt(usual, count) + (1 - KEPT) * numberAt(amounts, i);
        });
      }
    });
  }

  relax(prices: Float64Array): PersonRelaxed {
    const best = this.#walk(prices);
    let bound = this.#model.constant + realAt(this.#onward, 0);
    const slope = new Float64Array(this.multipliers.length);
    this.#graph.ends.forEach((ends, count) => {
      const { value, cost } = lowest(ends, realAt(this.multipliers, count));
      bound += cost;
      slope[count] = -value;
    });
    const patterns: SeasonPattern[] = [];
    const touched: Addition[] = [];
    if (bound < Number.POSITIVE_INFINITY) this.#follow(best, patterns, touched);
    const { additions } = this.#graph;
    for (const { counts, amounts } of [
      ...patterns.map((of) => additions[of.addition] as Addition),
      ...touched,
    ]) {
      counts.forEach((count, i) => {
        slope[count] = realAt(slope, count) + numberAt(amounts, i);
      });
    }
    return { bound, shifts: shiftsOf(this.#model, patterns, prices), patterns, touched, slope };
  }

  #follow(best: readonly (readonly SeasonPattern[])[], patterns: SeasonPattern[], touched: Addition[]): void {
    const { wayCosts, to, choice, wayCost } = this.#graph;
    let node = 0;
    for (const choices of best) {
      const way = intAt(this.#next, node);
      patterns.push(choices[intAt(choice, way)] as SeasonPattern);
      touched.push(wayCosts[intAt(wayCost, way)] as Addition);
      node = intAt(to, way);
    }
  }

  /** @returns by day the cheapest pattern of each choice. */
  #walk(prices: Float64Array): SeasonPattern[][] {
    const { choices, additions, wayCosts, nodeStarts, wayStarts, to, choice, wayCost } = this.#graph;
    const charges = Float64Array.from(additions, (addition) => chargeOf(addition, this.multipliers));
    const extra = Float64Array.from(wayCosts, (way) => way.cost + chargeOf(way, this.multipliers));
    const onward = this.#onward;
    onward.fill(0, intAt(nodeStarts, nodeStarts.length - 2));
    const best: SeasonPattern[][] = choices.map(() => []);
    for (let day = choices.length - 1; day >= 0; day--) {
      const costs = new Float64Array(choices[day]?.length ?? 0);
      best[day] = (choices[day] ?? []).map((patterns, place) => {
        let least = Number.POSITIVE_INFINITY;
        let cheapest = patterns[0] as SeasonPattern;
        for (const pattern of patterns) {
          const cost = patternCost(this.#model, pattern, prices) + realAt(charges, pattern.addition);
          if (cost >= least) continue;
          least = cost;
          cheapest = pattern;
        }
        costs[place] = least;
        return cheapest;
      });
      for (let node = intAt(nodeStarts, day); node < intAt(nodeStarts, day + 1); node++) {
        let least = Number.POSITIVE_INFINITY;
        let taken = -1;
        const past = intAt(wayStarts, node + 1);
        for (let way = intAt(wayStarts, node); way < past; way++) {
          const cost =
            realAt(costs, intAt(choice, way)) +
            realAt(extra, intAt(wayCost, way)) +
            realAt(onward, intAt(to, way));
          if (cost >= least) continue;
          least = cost;
          taken = way;
        }
        onward[node] = least;
        this.#next[node] = taken;
      }
    }
    return best;
  }
}

/** Units of the count that one day adds at most, at least one. */
export function mostADay({ additions, wayCosts }: SeasonGraph, count: number): number {
  let most = 1;
  for (const { counts, amounts } of [...additions, ...wayCosts]) {
    const at = counts.indexOf(count);
    if (at >= 0) most = Math.max(most, numberAt(amounts, at));
  }
  return most;
}

/** The number of units at which the price is furthest below the charge. */
function lowest(ends: Float64Array, charge: number): { value: number; cost: number } {
  let least = Number.POSITIVE_INFINITY;
  let best = 0;
  for (let value = 0; value < ends.length; value++) {
    const cost = realAt(ends, value) - charge * value;
    if (cost >= least) continue;
    least = cost;
    best = value;
  }
  return { value: best, cost: least };
}
