/**
 * Finds a person's cheapest roster exactly, depth first along the days, with every count in full: a branch is left where
 * its cost so far and the multipliers' bound on what follows do not beat the best found (branch and bound).
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { Addition, CountGraph } from './count-graph.ts';
import { addTo, type Multipliers } from './multipliers.ts';

export interface CountPath {
  /** Arcs, a day each. */
  readonly path: Int32Array;
  readonly cost: number;
}

/** Differences of sums below this are rounding. */
const ROUNDING = 1e-7;

/** Of one person; one search after another in the same room. */
export class CountSearch {
  readonly #graph: CountGraph;
  /** By day, count and units so far: least price still to come over what the multipliers charge on the way. */
  readonly #left: Float64Array;
  /** Of `#left`, what a day takes, and by count where its units begin within a day. */
  readonly #width: number;
  readonly #offsets: Int32Array;
  readonly #counts: Int32Array;
  readonly #path: Int32Array;
  readonly #days: number;
  readonly #open: readonly Open[];
  #base: Float64Array = new Float64Array(0);
  #onward: Float64Array = new Float64Array(0);
  #arcsLeft = 0;
  #limit = Number.POSITIVE_INFINITY;
  #most: number | undefined;
  #found: CountPath[] = [];

  constructor(graph: CountGraph) {
    this.#graph = graph;
    this.#days = graph.nodeStarts.length - 2;
    this.#counts = new Int32Array(graph.ends.length);
    this.#path = new Int32Array(this.#days);
    this.#open = Array.from({ length: this.#days }, () => new Open());
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
   * Rosters cheaper than `below`, each cheaper than those before it; where `most` is given all of them, in no order.
   * `isDone` is false when it ran out of arcs or there are more than `most`.
   * @param multipliers which must have relaxed the same `base` last.
   */
  run(
    multipliers: Multipliers,
    { base, below, arcs, most }: { base: Float64Array; below: number; arcs: number; most?: number },
  ): { isDone: boolean; found: readonly CountPath[] } {
    this.#base = base;
    this.#onward = multipliers.onward;
    this.#limit = below;
    this.#most = most;
    this.#arcsLeft = arcs;
    this.#found = [];
    this.#counts.fill(0);
    this.#weighLeft(multipliers.values);
    return { isDone: this.#descend(0, 0, 0, this.#leftAt(0)), found: this.#found };
  }

  /** @param left sum over the counts of what is left at this day. */
  #descend(day: number, node: number, cost: number, left: number): boolean {
    if (day === this.#days) {
      const whole = cost + left;
      if (whole >= this.#limit - ROUNDING) return true;
      this.#found.push({ path: this.#path.slice(), cost: whole });
      if (this.#most !== undefined) return this.#found.length <= this.#most;
      this.#limit = whole;
      return true;
    }
    const { arcStarts, to, addition, additions } = this.#graph;
    const first = intAt(arcStarts, node);
    const past = intAt(arcStarts, node + 1);
    this.#arcsLeft -= past - first;
    if (this.#arcsLeft < 0) return false;
    const passed = this.#leftAt(day + 1);
    const open = this.#open[day] as Open;
    open.length = 0;
    for (let arc = first; arc < past; arc++) {
      const so = cost + realAt(this.#base, arc) + realAt(this.#onward, intAt(to, arc));
      const added = additions[intAt(addition, arc)] as Addition;
      const after =
        passed < Number.POSITIVE_INFINITY
          ? passed + this.#change(day + 1, added)
          : this.#leftWith(day + 1, added);
      if (so + after < this.#limit - ROUNDING) open.insert(arc, so + after, after);
    }
    for (let at = 0; at < open.length; at++) {
      if (numberAt(open.bounds, at) >= this.#limit - ROUNDING) break;
      const arc = numberAt(open.arcs, at);
      const added = additions[intAt(addition, arc)] as Addition;
      this.#path[day] = arc;
      addTo(this.#counts, added);
      const done = this.#descend(
        day + 1,
        intAt(to, arc),
        cost + realAt(this.#base, arc),
        numberAt(open.lefts, at),
      );
      takeFrom(this.#counts, added);
      if (!done) return false;
    }
    return true;
  }

  /**
   * The least of price − multiplier × units still added, over what can still be added; at the end it is the price itself.
   * Prices are convex, so the least lies as near as it can to where it would lie without a bound.
   */
  #weighLeft(multipliers: Float64Array): void {
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

  /** What is left at the day when no more is added before it. */
  #leftAt(day: number): number {
    const start = day * this.#width;
    let sum = 0;
    for (let count = 0; count < this.#counts.length; count++) {
      sum += realAt(this.#left, start + intAt(this.#offsets, count) + intAt(this.#counts, count));
    }
    return sum;
  }

  #leftWith(day: number, added: Addition): number {
    addTo(this.#counts, added);
    const left = this.#leftAt(day);
    takeFrom(this.#counts, added);
    return left;
  }

  #change(day: number, { counts, amounts }: Addition): number {
    const start = day * this.#width;
    let change = 0;
    for (let i = 0; i < counts.length; i++) {
      const count = intAt(counts, i);
      const at = start + intAt(this.#offsets, count) + intAt(this.#counts, count);
      change += realAt(this.#left, at + intAt(amounts, i)) - realAt(this.#left, at);
    }
    return change;
  }
}

/** The arcs still to be followed from a node, the most promising first. */
class Open {
  length = 0;
  readonly arcs: number[] = [];
  readonly bounds: number[] = [];
  readonly lefts: number[] = [];

  insert(arc: number, bound: number, left: number): void {
    let at = this.length++;
    for (; at > 0 && numberAt(this.bounds, at - 1) > bound; at--) {
      this.arcs[at] = numberAt(this.arcs, at - 1);
      this.bounds[at] = numberAt(this.bounds, at - 1);
      this.lefts[at] = numberAt(this.lefts, at - 1);
    }
    this.arcs[at] = arc;
    this.bounds[at] = bound;
    this.lefts[at] = left;
  }
}

/** The units at which the price is furthest below the charge. */
function lowestOver(prices: Float64Array, charge: number): number {
  let lowest = 0;
  for (let value = 1; value < prices.length; value++) {
    if (realAt(prices, value) - charge * value < realAt(prices, lowest) - charge * lowest) lowest = value;
  }
  return lowest;
}

function takeFrom(counts: Int32Array, { counts: of, amounts }: Addition): void {
  for (let i = 0; i < of.length; i++) {
    const count = intAt(of, i);
    counts[count] = intAt(counts, count) - intAt(amounts, i);
  }
}
