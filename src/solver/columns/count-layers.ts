/**
 * Finds a person's cheapest roster exactly, day after day over all ways that the multipliers' bound leaves, where ways that
 * lead on alike are one: the cheapest of them (dynamic programming with bounds). It takes more room than depth first and comes
 * by no state twice, so it ends where many rosters cost nearly the same.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { Addition, CountGraph } from './count-graph.ts';
import { type CountPath, ROUNDING } from './count-search.ts';
import type { CountsLeft } from './counts-left.ts';
import type { Multipliers } from './multipliers.ts';
import { hashChange, hashOf, SeenStates } from './seen-states.ts';

/** Two layers' states at a time, of one search after another, of whomever. */
export class LayersRoom {
  readonly even = new SeenStates();
  readonly odd = new SeenStates();
}

/** The cheapest ways to each state of a day. */
interface Layer {
  readonly costs: number[];
  /** What their counts leave to be paid. */
  readonly lefts: number[];
  /** The way they go on from, in the layer before, and by which arc. */
  readonly from: number[];
  readonly arcs: number[];
}

export interface LayersResult {
  readonly isDone: boolean;
  /** No roster is cheaper; what it was asked to beat where none beats that. */
  readonly bound: number;
  readonly found: CountPath | undefined;
}

export class CountLayers {
  readonly #graph: CountGraph;
  readonly #left: CountsLeft;
  readonly #room: LayersRoom;
  readonly #days: number;
  /** By count the least units that lead on alike, and last the node: of the way gone on from, and of where it goes. */
  readonly #state: Int32Array;
  readonly #after: Int32Array;
  /** Where a state has its node. */
  readonly #nodeAt: number;
  #base: Float64Array = new Float64Array(0);
  #onward: Float64Array = new Float64Array(0);
  #limit = 0;

  constructor(graph: CountGraph, left: CountsLeft, room: LayersRoom) {
    this.#graph = graph;
    this.#left = left;
    this.#room = room;
    this.#days = graph.nodeStarts.length - 2;
    this.#nodeAt = graph.ends.length;
    this.#state = new Int32Array(this.#nodeAt + 1);
    this.#after = new Int32Array(this.#nodeAt + 1);
  }

  /**
   * The cheapest roster if it is cheaper than `below`.
   * @param multipliers which must have relaxed the same `base` last, and been weighed.
   */
  run(
    { onward }: Multipliers,
    { base, below, arcs }: { base: Float64Array; below: number; arcs: number },
  ): LayersResult {
    this.#base = base;
    this.#onward = onward;
    this.#limit = below - ROUNDING;
    const layers: Layer[] = [this.#first()];
    let arcsLeft = arcs;
    for (let day = 0; day < this.#days; day++) {
      const layer = layers[day] as Layer;
      const next: Layer = { costs: [], lefts: [], from: [], arcs: [] };
      layers.push(next);
      const seen = this.#seenOn(day + 1);
      seen.clear(this.#state.length);
      for (let place = 0; place < layer.costs.length; place++) {
        this.#seenOn(day).read(place, this.#state);
        const node = intAt(this.#state, this.#nodeAt);
        arcsLeft -= intAt(this.#graph.arcStarts, node + 1) - intAt(this.#graph.arcStarts, node);
        if (arcsLeft < 0) {
          const rest = Math.min(this.#leastOf(day, layer, place), this.#leastOf(day + 1, next, 0));
          return { isDone: false, bound: Math.min(rest, below), found: undefined };
        }
        this.#goOn(day, layer, place, next);
      }
    }
    return this.#cheapest(layers, below);
  }

  #seenOn(day: number): SeenStates {
    return day % 2 === 0 ? this.#room.even : this.#room.odd;
  }

  #first(): Layer {
    this.#state.fill(0);
    this.#room.even.clear(this.#state.length);
    this.#room.even.numberOf(this.#state, hashOf(this.#state));
    return { costs: [0], lefts: [this.#left.at(0, this.#state)], from: [-1], arcs: [-1] };
  }

  /** From the way whose state is in `#state`. */
  #goOn(day: number, layer: Layer, from: number, next: Layer): void {
    const { arcStarts, to, addition, additions } = this.#graph;
    const cost = numberAt(layer.costs, from);
    // The way's own counts cost so much more than those that lead on alike.
    const more = numberAt(layer.lefts, from) - this.#left.at(day, this.#state);
    const passed = this.#left.at(day + 1, this.#state) + more;
    this.#left.alike(day + 1, this.#state, this.#after);
    this.#after[this.#nodeAt] = 0;
    const hash = hashOf(this.#after);
    const seen = this.#seenOn(day + 1);
    const node = intAt(this.#state, this.#nodeAt);
    for (let arc = intAt(arcStarts, node); arc < intAt(arcStarts, node + 1); arc++) {
      const so = cost + realAt(this.#base, arc);
      const target = intAt(to, arc);
      const added = additions[intAt(addition, arc)] as Addition;
      const left =
        passed < Number.POSITIVE_INFINITY
          ? passed + this.#left.change(day + 1, this.#state, added)
          : more + this.#left.with(day + 1, this.#state, added);
      if (so + realAt(this.#onward, target) + left >= this.#limit) continue;
      const place = seen.numberOf(this.#after, this.#take(day + 1, { node: target, added, hash }));
      this.#after[this.#nodeAt] = 0;
      this.#left.alikeOf(day + 1, added.counts, this.#state, this.#after);
      const isKnown = place < next.costs.length;
      if (isKnown && numberAt(next.costs, place) + numberAt(next.lefts, place) <= so + left) continue;
      next.costs[place] = so;
      next.lefts[place] = left;
      next.from[place] = from;
      next.arcs[place] = arc;
    }
  }

  /** Writes where an arc goes into `#after`. @returns its hash. */
  #take(day: number, { node, added, hash }: { node: number; added: Addition; hash: number }): number {
    const { counts, amounts } = added;
    let taken = hash + hashChange(this.#nodeAt, node);
    this.#after[this.#nodeAt] = node;
    for (let i = 0; i < counts.length; i++) {
      const count = intAt(counts, i);
      const before = intAt(this.#after, count);
      const now = this.#left.alikeTo(day, count, intAt(this.#state, count) + intAt(amounts, i));
      this.#after[count] = now;
      taken += hashChange(count, now - before);
    }
    return taken | 0;
  }

  #leastOf(day: number, { costs, lefts }: Layer, first: number): number {
    let least = Number.POSITIVE_INFINITY;
    const state = new Int32Array(this.#state.length);
    for (let place = first; place < costs.length; place++) {
      this.#seenOn(day).read(place, state);
      const whole = numberAt(costs, place) + numberAt(lefts, place);
      least = Math.min(least, whole + realAt(this.#onward, intAt(state, this.#nodeAt)));
    }
    return least;
  }

  #cheapest(layers: readonly Layer[], below: number): LayersResult {
    const { costs, lefts } = layers[this.#days] as Layer;
    let best = -1;
    let bound = below;
    costs.forEach((cost, place) => {
      const whole = cost + numberAt(lefts, place);
      if (whole >= bound) return;
      bound = whole;
      best = place;
    });
    if (best < 0) return { isDone: true, bound, found: undefined };
    const path = new Int32Array(this.#days);
    for (let day = this.#days; day > 0; day--) {
      const { arcs, from } = layers[day] as Layer;
      path[day - 1] = numberAt(arcs, best);
      best = numberAt(from, best);
    }
    return { isDone: true, bound, found: { path, cost: bound } };
  }
}
