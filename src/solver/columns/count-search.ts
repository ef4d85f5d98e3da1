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

/** One search; `multipliers` must have relaxed the same `base` last. */
export class CountSearch {
  readonly #graph: CountGraph;
  readonly #base: Float64Array;
  readonly #onward: Float64Array;
  /** By day, then by count and units so far: least price still to come over what the multipliers charge on the way. */
  readonly #left: readonly Float64Array[];
  /** By count: where its units begin in `#left`. */
  readonly #offsets: Int32Array;
  readonly #counts: Int32Array;
  readonly #path: Int32Array;
  readonly #days: number;
  readonly #open: Open[];
  #arcsLeft: number;
  #limit: number;
  /** Each cheaper than those before it. */
  readonly found: CountPath[] = [];

  constructor(
    graph: CountGraph,
    multipliers: Multipliers,
    input: { base: Float64Array; below: number; arcs: number },
  ) {
    this.#graph = graph;
    this.#base = input.base;
    this.#onward = multipliers.onward;
    this.#limit = input.below;
    this.#arcsLeft = input.arcs;
    this.#days = graph.nodeStarts.length - 2;
    this.#counts = new Int32Array(graph.ends.length);
    this.#path = new Int32Array(this.#days);
    this.#open = Array.from({ length: this.#days }, () => new Open());
    this.#offsets = new Int32Array(graph.ends.length + 1);
    graph.ends.forEach((ends, count) => {
      this.#offsets[count + 1] = intAt(this.#offsets, count) + ends.length;
    });
    this.#left = graph.remaining.map((remaining) => this.#leftOn(remaining, multipliers));
  }

  /** False when it ran out of arcs. */
  run(): boolean {
    return this.#descend(0, 0, 0, this.#leftAt(0));
  }

  /** @param left sum over the counts of what is left at this day. */
  #descend(day: number, node: number, cost: number, left: number): boolean {
    if (day === this.#days) {
      const whole = cost + left;
      if (whole >= this.#limit - ROUNDING) return true;
      this.#limit = whole;
      this.found.push({ path: this.#path.slice(), cost: whole });
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

  #leftOn(remaining: Int32Array, { values }: Multipliers): Float64Array {
    const left = new Float64Array(intAt(this.#offsets, this.#counts.length));
    this.#graph.ends.forEach((ends, count) => {
      left.set(leftOf(ends, realAt(values, count), intAt(remaining, count)), intAt(this.#offsets, count));
    });
    return left;
  }

  /** What is left at the day when no more is added before it. */
  #leftAt(day: number): number {
    const left = this.#left[day] as Float64Array;
    let sum = 0;
    for (let count = 0; count < this.#counts.length; count++) {
      sum += realAt(left, intAt(this.#offsets, count) + intAt(this.#counts, count));
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
    const left = this.#left[day] as Float64Array;
    let change = 0;
    for (let i = 0; i < counts.length; i++) {
      const count = intAt(counts, i);
      const at = intAt(this.#offsets, count) + intAt(this.#counts, count);
      change += realAt(left, at + intAt(amounts, i)) - realAt(left, at);
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

/**
 * By units so far: the least of price − multiplier × units still added, over what can still be added. At the end it is the
 * price itself. Prices are convex, so the least lies as near as it can to where it would lie without a bound.
 */
function leftOf(ends: Float64Array, charge: number, remaining: number): Float64Array {
  const over = ends.map((cost, value) => cost - charge * value);
  let lowest = 0;
  over.forEach((cost, value) => {
    if (cost < realAt(over, lowest)) lowest = value;
  });
  return ends.map((_, from) => {
    const value = Math.max(from, Math.min(lowest, from + remaining));
    return realAt(over, value) + charge * from;
  });
}

function takeFrom(counts: Int32Array, { counts: of, amounts }: Addition): void {
  for (let i = 0; i < of.length; i++) {
    const count = intAt(of, i);
    counts[count] = intAt(counts, count) - intAt(amounts, i);
  }
}
