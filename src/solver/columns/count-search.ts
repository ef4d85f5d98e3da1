/**
 * Finds a person's cheapest roster exactly, depth first along the days, with every count in full: a branch is left where
 * its cost so far and the multipliers' bound on what follows do not beat the best found (branch and bound).
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { Addition, CountGraph } from './count-graph.ts';
import { type CountsLeft, takeFrom } from './counts-left.ts';
import { addTo, type Multipliers } from './multipliers.ts';

export interface CountPath {
  /** Arcs, a day each. */
  readonly path: Int32Array;
  readonly cost: number;
}

/** Differences of sums below this are rounding. */
export const ROUNDING = 1e-7;

/** Of one person; one search after another in the same room. */
export class CountSearch {
  readonly #graph: CountGraph;
  readonly #left: CountsLeft;
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

  constructor(graph: CountGraph, left: CountsLeft) {
    this.#graph = graph;
    this.#left = left;
    this.#days = graph.nodeStarts.length - 2;
    this.#counts = new Int32Array(graph.ends.length);
    this.#path = new Int32Array(this.#days);
    this.#open = Array.from({ length: this.#days }, () => new Open());
  }

  /**
   * Rosters cheaper than `below`, each cheaper than those before it; where `most` is given all of them, in no order.
   * `isDone` is false when it ran out of arcs or there are more than `most`.
   * @param multipliers which must have relaxed the same `base` last, and been weighed.
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
    return { isDone: this.#descend(0, 0, 0, this.#left.at(0, this.#counts)), found: this.#found };
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
    const passed = this.#left.at(day + 1, this.#counts);
    const open = this.#open[day] as Open;
    open.length = 0;
    for (let arc = first; arc < past; arc++) {
      const so = cost + realAt(this.#base, arc) + realAt(this.#onward, intAt(to, arc));
      const added = additions[intAt(addition, arc)] as Addition;
      const after =
        passed < Number.POSITIVE_INFINITY
          ? passed + this.#left.change(day + 1, this.#counts, added)
          : this.#left.with(day + 1, this.#counts, added);
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
