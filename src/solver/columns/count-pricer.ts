/**
 * Prices one person by multipliers and branch and bound. Where rules count many things at once (nights, weekends, each
 * kind of shift, hours, points), states that carry every count are many and most never matter; here none is carried.
 * Where the bound is too weak to leave few branches it gives up, with that bound and the cheapest roster it met.
 */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import { type Addition, type CountGraph, countGraph } from './count-graph.ts';
import { CountLayers, type LayersRoom } from './count-layers.ts';
import { type CountPath, CountSearch } from './count-search.ts';
import { CountsLeft } from './counts-left.ts';
import { costOf, insert, isMet } from './known-paths.ts';
import { measureCount } from './measures.ts';
import { addTo, Multipliers, type Relaxed } from './multipliers.ts';
import { type PricedRoster, type PricerShape, type PricingResult, pricedRoster } from './priced-roster.ts';
import type { PersonModel } from './split-problem.ts';
import { BARRED, type DayPrices, type Effort, type PricingInput, patternPrices, TAKEN } from './walk.ts';

/** Steps of the multipliers before the first search. */
const STEPS = 5;
const STEPS_WHEN_NEW = 60;
const STEPS_WHEN_ROUGH = 2;
/** Steps and arcs where all rosters below a price are asked for. */
const STEPS_WHEN_ALL = 20;
const MOST_ARCS_WHEN_ALL = 1_000_000;
/** Steps without a better bound before they are halved. */
const MOST_IDLE = 3;
/** Searches depth first of one pricing, each after better multipliers than the last. */
const TRIES: readonly Try[] = [
  { arcs: 1500, steps: 12 },
  { arcs: 6000, steps: 40 },
  { arcs: 20_000, steps: 80 },
];
/** As many with low effort. With medium effort all, and no search after them. */
const FEW_TRIES = 2;
/** Arcs of the last search, day after day, which comes by no state twice. */
const MOST_ARCS = 400_000;
/** A person is priced otherwise when one pricing in so many is given up, and more than a few. */
const PRICINGS_A_FAILURE = 4;
const FEW_FAILURES = 4;
/** Rosters kept to be met again at other prices: a cheap one leaves less to search. */
const MOST_RECENT = 24;
const KEPT_RECENT = 16;

/** A search: arcs looked at, and steps of the multipliers where they ran out. */
interface Try {
  readonly arcs: number;
  readonly steps: number;
}

/** Exact unless it gave up: then no roster is known that is as cheap as the bound, and none need be known. */
export interface CountedResult extends PricingResult {
  readonly isExact: boolean;
}

interface Choice {
  readonly shift: number;
  readonly more: number;
}

export interface CountPricerOptions {
  /** With fewer counts there is none. */
  readonly leastCounts: number;
  /** For one search after another, of everyone. */
  readonly room: LayersRoom;
  /** Before the search day after day. */
  readonly tries?: readonly Try[];
}

export class CountPricer {
  readonly #model: PersonModel;
  readonly #shape: PricerShape;
  readonly #graph: CountGraph;
  readonly #multipliers: Multipliers;
  readonly #tries: readonly Try[];
  readonly #left: CountsLeft;
  readonly #search: CountSearch;
  readonly #layers: CountLayers;
  /** By arc: what it costs at the prices asked with, counts aside. */
  readonly #base: Float64Array;
  readonly #recent: Int32Array[] = [];
  #pricings = 0;
  /** Times it gave up with all that it may take. */
  failures = 0;

  private constructor(
    model: PersonModel,
    shape: PricerShape,
    graph: CountGraph,
    { room, tries = TRIES }: CountPricerOptions,
  ) {
    this.#tries = tries;
    this.#model = model;
    this.#shape = shape;
    this.#graph = graph;
    this.#multipliers = new Multipliers(graph);
    this.#left = new CountsLeft(graph);
    this.#search = new CountSearch(graph, this.#left);
    this.#layers = new CountLayers(graph, this.#left, room);
    this.#base = new Float64Array(graph.to.length);
  }

  /** Undefined for a person whose days have too many ways to go, or with fewer counts than asked for. */
  static of(model: PersonModel, shape: PricerShape, options: CountPricerOptions): CountPricer | undefined {
    const { leastCounts } = options;
    if (measureCount(model) < leastCounts) return undefined;
    const graph = countGraph(model, shape);
    return graph && graph.ends.length >= leastCounts
      ? new CountPricer(model, shape, graph, options)
      : undefined;
  }

  /** False of a person with whom it gives up too often. */
  get serves(): boolean {
    return this.failures <= Math.max(FEW_FAILURES, this.#pricings / PRICINGS_A_FAILURE);
  }

  price(input: PricingInput): CountedResult {
    const days = patternPrices(this.#graph.options, this.#model, input);
    this.#priceArcs(days);
    const constant = this.#model.constant + this.#graph.constant;
    const told = ({ path }: CountPath): PricedRoster =>
      pricedRoster(this.#model, this.#shape, this.#shiftsOf(path, days), input.prices);
    if (input.relaxed) {
      const rough = this.#ascend(STEPS_WHEN_ROUGH, this.#known());
      const rosters = rough.bound === Number.POSITIVE_INFINITY ? [] : [told(rough)];
      return { ...resultOf(rough.bound + constant, rosters), isExact: true };
    }
    this.#pricings++;
    const { effort = 'full' } = input;
    const paths = this.#known();
    const { bound, isExact } = this.#searchBelow(paths, effort);
    if (!isExact && effort === 'full') this.failures++;
    const cheapest = paths.slice(0, input.count);
    this.#remember(cheapest);
    return { ...resultOf(bound + constant, cheapest.map(told)), isExact };
  }

  /** All rosters priced below `below`, once each; undefined when there are more than `most` or it gave up. */
  within(
    input: Pick<PricingInput, 'prices' | 'fixed'>,
    below: number,
    most: number,
  ): Int32Array[] | undefined {
    const days = patternPrices(this.#graph.options, this.#model, input);
    this.#priceArcs(days);
    const limit = below - this.#model.constant - this.#graph.constant;
    if (this.#ascend(STEPS_WHEN_ALL, this.#known()).bound >= limit) return [];
    this.#relax();
    const search = { base: this.#base, below: limit, arcs: MOST_ARCS_WHEN_ALL, most };
    const { isDone, found } = this.#search.run(this.#multipliers, search);
    if (!isDone) return undefined;
    const rosters: Int32Array[] = [];
    for (const { path, cost } of found) {
      const choices = this.#choicesOf(path, input);
      spread(choices, limit - cost, (shifts) => rosters.length <= most && rosters.push(shifts));
      if (rosters.length > most) return undefined;
    }
    return rosters;
  }

  /** By class on the path: the shifts that may stand for it, and how much dearer than the cheapest each is. */
  #choicesOf(path: Int32Array, { prices, fixed }: Pick<PricingInput, 'prices' | 'fixed'>): Choice[][] {
    const priceOf = (shift: number): number => realAt(this.#model.cellCost, shift) + realAt(prices, shift);
    return [...path].flatMap((arc, day) => {
      const pattern = this.#graph.options.patterns[day]?.[intAt(this.#graph.pattern, arc)];
      return (pattern?.classes ?? []).map(({ shifts }) => {
        const taken = shifts.filter((shift) => fixed?.[shift] === TAKEN);
        const open = taken.length > 0 ? taken : shifts.filter((shift) => fixed?.[shift] !== BARRED);
        const least = Math.min(...Array.from(open, priceOf));
        return Array.from(open, (shift) => ({ shift, more: priceOf(shift) - least }));
      });
    });
  }

  /** What no path is cheaper than: exact where one is as cheap. Adds the cheapest path to those known. */
  #searchBelow(paths: CountPath[], effort: Effort): { bound: number; isExact: boolean } {
    const isNew = this.#pricings === 1;
    let { bound } = this.#ascend(isNew ? STEPS_WHEN_NEW : STEPS, paths);
    for (const { arcs, steps } of effort === 'low' ? this.#tries.slice(0, FEW_TRIES) : this.#tries) {
      const below = costOf(paths);
      if (bound === Number.POSITIVE_INFINITY || isMet(below, bound)) return { bound, isExact: true };
      this.#relax();
      const { isDone, found } = this.#search.run(this.#multipliers, { base: this.#base, below, arcs });
      paths.unshift(...found.toReversed());
      if (isDone) return { bound: costOf(paths), isExact: true };
      bound = Math.max(bound, this.#ascend(steps, paths).bound);
    }
    const below = costOf(paths);
    if (isMet(below, bound)) return { bound, isExact: true };
    if (effort !== 'full') return { bound, isExact: false };
    this.#relax();
    const last = this.#layers.run(this.#multipliers, { base: this.#base, below, arcs: MOST_ARCS });
    if (last.found) paths.unshift(last.found);
    return { bound: Math.max(bound, last.bound), isExact: last.isDone };
  }

  /** What searches start from. */
  #relax(): void {
    this.#multipliers.relax(this.#base);
    this.#left.weigh(this.#multipliers.values);
  }

  /** The best relaxation in so many steps, its multipliers set; adds the paths met to those known. */
  #ascend(steps: number, paths: CountPath[]): Relaxed {
    const multipliers = this.#multipliers;
    let best = multipliers.relax(this.#base);
    let now = best;
    let kept = multipliers.values.slice();
    let pace = 1;
    let idle = 0;
    for (let step = 0; step < steps && now.bound < Number.POSITIVE_INFINITY; step++) {
      insert(paths, now);
      if (isMet(costOf(paths), best.bound)) break;
      const gap = costOf(paths) - best.bound;
      const stride = gap < Number.POSITIVE_INFINITY ? gap : Math.max(1, Math.abs(best.bound) / 10);
      if (!multipliers.step(now, pace * stride)) break;
      now = multipliers.relax(this.#base);
      if (now.bound > best.bound) {
        best = now;
        kept = multipliers.values.slice();
        idle = 0;
      } else if (++idle >= MOST_IDLE) {
        idle = 0;
        pace /= 2;
      }
    }
    insert(paths, now);
    multipliers.values.set(kept);
    return best;
  }

  /** The rosters kept, at today's prices. */
  #known(): CountPath[] {
    const paths: CountPath[] = [];
    for (const path of this.#recent) insert(paths, { path, cost: this.#costOf(path) });
    return paths;
  }

  #remember(paths: readonly CountPath[]): void {
    for (const { path } of paths) this.#recent.push(path);
    if (this.#recent.length > MOST_RECENT) this.#recent.splice(0, this.#recent.length - KEPT_RECENT);
  }

  #costOf(path: Int32Array): number {
    const { additions, addition, ends } = this.#graph;
    const counts = new Int32Array(ends.length);
    let cost = 0;
    for (const arc of path) {
      cost += realAt(this.#base, arc);
      addTo(counts, additions[intAt(addition, arc)] as Addition);
    }
    counts.forEach((value, count) => {
      cost += realAt(ends[count] as Float64Array, value);
    });
    return cost;
  }

  #priceArcs(days: readonly DayPrices[]): void {
    const { nodeStarts, arcStarts, pattern, cost } = this.#graph;
    days.forEach(({ patterns }, day) => {
      const past = intAt(arcStarts, intAt(nodeStarts, day + 1));
      for (let arc = intAt(arcStarts, intAt(nodeStarts, day)); arc < past; arc++) {
        this.#base[arc] = realAt(cost, arc) + realAt(patterns, intAt(pattern, arc));
      }
    });
  }

  #shiftsOf(path: Int32Array, days: readonly DayPrices[]): Int32Array {
    const shifts: number[] = [];
    path.forEach((arc, day) => {
      const pattern = this.#graph.options.patterns[day]?.[intAt(this.#graph.pattern, arc)];
      for (const { id } of pattern?.classes ?? []) shifts.push(days[day]?.chosen.get(id) ?? -1);
    });
    return Int32Array.from(shifts).sort();
  }
}

/** Every choice that adds less than `left`. */
function spread(choices: readonly Choice[][], left: number, take: (shifts: Int32Array) => void): void {
  const chosen = new Int32Array(choices.length);
  const choose = (at: number, rest: number): void => {
    const next = choices[at];
    if (!next) take(chosen.slice().sort());
    for (const { shift, more } of next ?? []) {
      if (more >= rest) continue;
      chosen[at] = shift;
      choose(at + 1, rest - more);
    }
  };
  choose(0, left);
}

function resultOf(bound: number, rosters: readonly PricedRoster[]): PricingResult {
  const cheapest = rosters[0]?.shifts ?? new Int32Array(0);
  return { bound, rosters: rosters.filter(({ own }) => own < Number.POSITIVE_INFINITY), cheapest };
}
