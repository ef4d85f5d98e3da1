/** By day, count and units so far: what the multipliers leave to be paid, and which numbers of units lead on alike. */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { Addition, CountGraph } from './count-graph.ts';
import { addTo } from './multipliers.ts';

export class CountsLeft {
  readonly #graph: CountGraph;
  readonly #days: number;
  /** Of `#left`, what a day takes, and by count where its units begin within a day. */
  readonly #width: number;
  readonly #offsets: Int32Array;
  /** Least price still to come over what the multipliers charge on the way. */
  readonly #left: Float64Array;
  /** The least number of units from which each further unit costs the same, as far as more can be added; absent before it is asked for. */
  #alike: Int32Array | undefined;

  constructor(graph: CountGraph) {
    this.#graph = graph;
    this.#days = graph.nodeStarts.length - 2;
    this.#offsets = new Int32Array(graph.ends.length);
    let width = 0;
    graph.ends.forEach((ends, count) => {
      this.#offsets[count] = width;
      width += ends.length;
    });
    this.#width = width;
    this.#left = new Float64Array(width * (this.#days + 1));
  }

  /**
   * The least of price − multiplier × units still added, over what can still be added; at the end it is the price itself.
   * Prices are convex, so the least lies as near as it can to where it would lie without a bound.
   */
  weigh(multipliers: Float64Array): void {
    const { ends, remaining } = this.#graph;
    for (let count = 0; count < ends.length; count++) {
      const prices = ends[count] as Float64Array;
      const charge = realAt(multipliers, count);
      const lowest = lowestOver(prices, charge);
      for (let day = 0; day <= this.#days; day++) {
        const start = day * this.#width + intAt(this.#offsets, count);
        const more = intAt(remaining[day] as Int32Array, count);
        for (let from = 0; from < prices.length; from++) {
          const value = Math.max(from, Math.min(lowest, from + more));
          this.#left[start + from] = realAt(prices, value) - charge * (value - from);
        }
      }
    }
  }

  /** Sum over the counts of what is left at the day when no more is added before it. @param state begins with the units, by count. */
  at(day: number, state: Int32Array): number {
    const start = day * this.#width;
    let sum = 0;
    for (let count = 0; count < this.#offsets.length; count++)
      sum += realAt(this.#left, start + intAt(this.#offsets, count) + intAt(state, count));
    return sum;
  }

  /** What an addition changes about that sum, where it is finite. */
  change(day: number, state: Int32Array, { counts, amounts }: Addition): number {
    const start = day * this.#width;
    let change = 0;
    for (let i = 0; i < counts.length; i++) {
      const count = intAt(counts, i);
      const at = start + intAt(this.#offsets, count) + intAt(state, count);
      change += realAt(this.#left, at + intAt(amounts, i)) - realAt(this.#left, at);
    }
    return change;
  }

  /** The sum with the addition. */
  with(day: number, state: Int32Array, added: Addition): number {
    addTo(state, added);
    const left = this.at(day, state);
    takeFrom(state, added);
    return left;
  }

  /**
   * By count the least units that lead on alike, into `alike`. What counts cost that nothing is added to any more is part of
   * what is left: counts that are alike differ by it, and by nothing else.
   */
  alike(day: number, state: Int32Array, alike: Int32Array): void {
    for (let count = 0; count < this.#offsets.length; count++)
      alike[count] = this.alikeTo(day, count, intAt(state, count));
  }

  /** The same of some counts. */
  alikeOf(day: number, counts: Int32Array, state: Int32Array, alike: Int32Array): void {
    for (const count of counts) alike[count] = this.alikeTo(day, count, intAt(state, count));
  }

  alikeTo(day: number, count: number, units: number): number {
    this.#alike ??= this.#findAlike();
    return intAt(this.#alike, day * this.#width + intAt(this.#offsets, count) + units);
  }

  #findAlike(): Int32Array {
    const { ends, remaining } = this.#graph;
    const alike = new Int32Array(this.#left.length);
    ends.forEach((prices, count) => {
      for (let day = 0; day <= this.#days; day++) {
        const more = intAt(remaining[day] as Int32Array, count);
        const start = day * this.#width + intAt(this.#offsets, count);
        for (let units = 0; units < prices.length; units++) {
          let least = units;
          while (least > 0 && isAlike(prices, { units, least: least - 1, more })) least--;
          alike[start + units] = least;
        }
      }
    });
    return alike;
  }
}

/** Whether both are allowed and each of so many units more costs the same behind them; beyond the most that is ever reached none is added. */
function isAlike(
  prices: Float64Array,
  { units, least, more }: { units: number; least: number; more: number },
): boolean {
  const past = Math.min(more, prices.length - 1 - units);
  const apart = realAt(prices, units) - realAt(prices, least);
  if (!Number.isFinite(apart)) return false;
  for (let step = 1; step <= past; step++)
    if (realAt(prices, units + step) - realAt(prices, least + step) !== apart) return false;
  return true;
}

/** The units at which the price is furthest below the charge. */
function lowestOver(prices: Float64Array, charge: number): number {
  let lowest = 0;
  for (let value = 1; value < prices.length; value++) {
    if (realAt(prices, value) - charge * value < realAt(prices, lowest) - charge * lowest) lowest = value;
  }
  return lowest;
}

export function takeFrom(state: Int32Array, { counts, amounts }: Addition): void {
  for (let i = 0; i < counts.length; i++) {
    const at = intAt(counts, i);
    state[at] = intAt(state, at) - intAt(amounts, i);
  }
}
