/**
 * A lower bound on a person's cheapest roster without carrying counts: each count is charged a multiplier a unit instead
 * of its true price (Lagrangian relaxation; Held, Wolfe and Crowder 1974 for the steps). A count's price is convex, so the
 * charge less the most it can overrate is never above the price, and good multipliers come near it.
 */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { Addition, CountGraph } from './count-graph.ts';

export interface Relaxed {
  /** No allowed roster is cheaper; the person's constant is not in it. */
  readonly bound: number;
  /** Arcs of the relaxation's cheapest path, a day each. */
  readonly path: Int32Array;
  /** By count: units on the path. */
  readonly counts: Int32Array;
  /** What the path truly costs; `Infinity` when it breaks a hard limit. */
  readonly cost: number;
}

/** A count of which no number is allowed, or no path at all. */
const NOTHING = Number.POSITIVE_INFINITY;
/** Multipliers of a count with a hard limit are kept within this many times what it charges softly. */
const STEEPEST = 1e5;

export class Multipliers {
  readonly #graph: CountGraph;
  /** By count, a unit each; kept from one pricing to the next, since prices change little. */
  readonly values: Float64Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** By node: cheapest way on to an end, multipliers charged. */
  readonly onward: Float64Array;
  readonly #next: Int32Array;

  constructor(graph: CountGraph) {
    this.#graph = graph;
    const slopes = graph.ends.map(slopesOf);
    this.#least = Float64Array.from(slopes, ({ least }) => least);
    this.#most = Float64Array.from(slopes, ({ most }) => most);
    this.values = this.#least.map((least, i) => Math.min(Math.max(0, least), realAt(this.#most, i)));
    this.onward = new Float64Array(intAt(graph.nodeStarts, graph.nodeStarts.length - 1));
    this.#next = new Int32Array(this.onward.length);
  }

  /** @param base by arc: what it costs at today's prices, without counts. */
  relax(base: Float64Array): Relaxed {
    this.#walk(base);
    let bound = realAt(this.onward, 0);
    this.#graph.ends.forEach((_, count) => {
      bound += this.#support(count, -1).cost;
    });
    const days = this.#graph.nodeStarts.length - 2;
    const path = new Int32Array(days);
    const counts = new Int32Array(this.values.length);
    if (bound === NOTHING) return { bound, path, counts, cost: NOTHING };
    let cost = 0;
    let node = 0;
    for (let day = 0; day < days; day++) {
      const arc = intAt(this.#next, node);
      path[day] = arc;
      cost += realAt(base, arc);
      addTo(counts, this.#graph.additions[intAt(this.#graph.addition, arc)] as Addition);
      node = intAt(this.#graph.to, arc);
    }
    this.#graph.ends.forEach((ends, count) => {
      cost += realAt(ends, intAt(counts, count));
    });
    return { bound, path, counts, cost };
  }

  /** A step towards a higher bound; false when the path already takes what the multipliers ask for. */
  step({ counts }: Relaxed, gap: number): boolean {
    const direction = new Float64Array(counts.length);
    let length = 0;
    counts.forEach((taken, count) => {
      const wanted = this.#support(count, taken).value;
      let slope = taken - wanted;
      const value = realAt(this.values, count);
      if (
        (slope > 0 && value >= realAt(this.#most, count)) ||
        (slope < 0 && value <= realAt(this.#least, count))
      )
        slope = 0;
      direction[count] = slope;
      length += slope * slope;
    });
    if (length === 0) return false;
    const pace = gap / length;
    direction.forEach((slope, count) => {
      const value = realAt(this.values, count) + pace * slope;
      this.values[count] = Math.max(realAt(this.#least, count), Math.min(realAt(this.#most, count), value));
    });
    return true;
  }

  #walk(base: Float64Array): void {
    const { arcStarts, to, addition, additions, nodeStarts } = this.#graph;
    const charges = Float64Array.from(additions, ({ counts, amounts }) => {
      let sum = 0;
      for (let i = 0; i < counts.length; i++)
        sum += realAt(this.values, intAt(counts, i)) * intAt(amounts, i);
      return sum;
    });
    const { onward } = this;
    const ends = intAt(nodeStarts, nodeStarts.length - 2);
    onward.fill(0, ends);
    for (let node = ends - 1; node >= 0; node--) {
      let least = NOTHING;
      let best = -1;
      for (let arc = intAt(arcStarts, node); arc < intAt(arcStarts, node + 1); arc++) {
        const cost =
          realAt(base, arc) + realAt(charges, intAt(addition, arc)) + realAt(onward, intAt(to, arc));
        if (cost >= least) continue;
        least = cost;
        best = arc;
      }
      onward[node] = least;
      this.#next[node] = best;
    }
  }

  /** The number of units at which the price is furthest below the charge, the nearest to `near` of several. */
  #support(count: number, near: number): { value: number; cost: number } {
    const ends = this.#graph.ends[count] as Float64Array;
    const charge = realAt(this.values, count);
    let least = NOTHING;
    let best = 0;
    for (let value = 0; value < ends.length; value++) {
      const cost = realAt(ends, value) - charge * value;
      const isNearer = Math.abs(value - near) < Math.abs(best - near);
      if (cost < least - 1e-9 || (cost < least + 1e-9 && isNearer)) best = value;
      least = Math.min(least, cost);
    }
    return { value: best, cost: least };
  }
}

export function addTo(counts: Int32Array, { counts: of, amounts }: Addition): void {
  for (let i = 0; i < of.length; i++) {
    const count = intAt(of, i);
    counts[count] = intAt(counts, count) + intAt(amounts, i);
  }
}

/** Between what a unit more is worth at least and what it costs at most. */
export function slopesOf(ends: Float64Array): { least: number; most: number } {
  let least = NOTHING;
  let most = Number.NEGATIVE_INFINITY;
  for (let value = 1; value < ends.length; value++) {
    const slope = realAt(ends, value) - realAt(ends, value - 1);
    if (Number.isNaN(slope)) continue;
    least = Math.min(least, slope);
    most = Math.max(most, slope);
  }
  return { least: Math.max(-STEEPEST, Math.min(least, 0)), most: Math.min(STEEPEST, Math.max(most, 0)) };
}
