/**
 * An allowed roster of one person over a long horizon, cheap at given shift prices: dynamic programming over all days at
 * once, with the two counts whose hard limits press most (minutes and weekends, say) carried exactly in a corridor about
 * where the relaxation runs, and all others charged. It is not the cheapest; `person-relaxation.ts` tells how far it can
 * be off.
 */

import type { Random } from '../../kernel/random.ts';
import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { type PricedRoster, type PricerShape, pricedRoster } from '../columns/priced-roster.ts';
import type { PersonModel } from '../columns/split-problem.ts';
import { mostADay, type PersonRelaxation } from './person-relaxation.ts';
import type { Addition, SeasonGraph, SeasonPattern } from './season-graph.ts';
import { chargeOf, patternCost, shiftsOf } from './season-prices.ts';

/** To either side of its middle, in the most that one day adds: of the finest count, and of the other. */
const HALF_WIDTHS = [4, 3];
/** Tries, with the charges of limits that were broken raised more each time. */
const MOST_TRIES = 12;
const FIRST_RAISE = 0.02;
const GROWTH = 1.4;
/** Of the first raise: without it many rosters cost the same, and a little more charge turns from all of them at once. */
const NOISE = 4;
/** Patterns of one choice that add unlike amounts to what is carried. */
const MOST_OPTIONS = 64;
const NOTHING = Number.POSITIVE_INFINITY;

/** A count that is carried, within so many units of its middle, before each day and at the end. */
interface Band {
  readonly count: number;
  readonly half: number;
  readonly width: number;
  readonly middles: Int32Array;
}

/** The cheapest pattern of a choice among those that add as much to what is carried. */
interface Option {
  readonly amounts: readonly number[];
  readonly cost: number;
  readonly pattern: SeasonPattern;
}

interface Way {
  readonly patterns: readonly SeasonPattern[];
  readonly touched: readonly Addition[];
}

/** What one walk goes by. */
interface Walk {
  readonly prices: Float64Array;
  readonly charges: Float64Array;
  /** Two of them. */
  readonly bands: readonly [Band, Band];
  readonly width: number;
  /** By node and place: 1 + the way out times `MOST_OPTIONS` + the option; 0 where there is none. */
  readonly taken: Uint16Array;
}

export class Corridor {
  readonly #model: PersonModel;
  readonly #shape: PricerShape;
  readonly #graph: SeasonGraph;
  readonly #relaxation: PersonRelaxation;
  /** By count, a unit of which can be forbidden: most that one day adds. */
  readonly #strict: ReadonlyMap<number, number>;
  readonly #random: Random;

  constructor(
    { model, shape, graph }: { model: PersonModel; shape: PricerShape; graph: SeasonGraph },
    relaxation: PersonRelaxation,
    random: Random,
  ) {
    this.#random = random;
    this.#model = model;
    this.#shape = shape;
    this.#graph = graph;
    this.#relaxation = relaxation;
    const strict = [...graph.ends.keys()].filter((count) => graph.ends[count]?.includes(NOTHING));
    this.#strict = new Map(strict.map((count) => [count, mostADay(graph, count)]));
  }

  /** Undefined where none was found. */
  find(prices: Float64Array): PricedRoster | undefined {
    const relaxed = this.#relaxation.relax(prices);
    if (relaxed.patterns.length === 0) return undefined;
    const charges = this.#relaxation.multipliers.slice();
    const bands = this.#bands();
    const width = bands[0].width * bands[1].width;
    const taken = new Uint16Array(intAt(this.#graph.nodeStarts, this.#graph.nodeStarts.length - 1) * width);
    let raise = FIRST_RAISE * (Math.abs(relaxed.bound) / relaxed.patterns.length + 1);
    let asked = prices;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const way = this.#walk({ prices: asked, charges, bands, width, taken });
      if (!way) return undefined;
      const shifts = shiftsOf(this.#model, way.patterns, asked);
      const roster = pricedRoster(this.#model, this.#shape, shifts, prices);
      if (roster.own < NOTHING) return roster;
      if (tries === 0) asked = prices.map((price) => price + NOISE * raise * this.#random.next());
      this.#charge(charges, way, raise);
      raise *= GROWTH;
    }
    return undefined;
  }

  /** The finest of the counts with limits, and of the others that with the dearest charge. */
  #bands(): [Band, Band] {
    const pressing = (count: number): number =>
      Math.abs(realAt(this.#relaxation.multipliers, count)) * (this.#strict.get(count) ?? 0);
    const reach = (count: number): number => this.#graph.ends[count]?.length ?? 0;
    const [finest = -1] = [...this.#strict.keys()].sort((a, b) => reach(b) - reach(a));
    const [dearest = -1] = [...this.#strict.keys()]
      .filter((count) => count !== finest)
      .sort((a, b) => pressing(b) - pressing(a));
    return [this.#band(finest, 0), this.#band(dearest, 1)];
  }

  /** Its middles are where rosters usually run, tilted to end within the limits. */
  #band(count: number, place: number): Band {
    const { usual } = this.#relaxation;
    const middles = new Float64Array(usual.length + 1);
    if (count < 0) return { count, half: 0, width: 1, middles: Int32Array.from(middles) };
    const { ends } = this.#graph;
    usual.forEach((units, day) => {
      middles[day + 1] = realAt(middles, day) + realAt(units, count);
    });
    const costs = ends[count] as Float64Array;
    const first = costs.findIndex((cost) => cost < NOTHING);
    const last = costs.findLastIndex((cost) => cost < NOTHING);
    const end = realAt(middles, usual.length);
    const tilt = (Math.max(first, Math.min(last, end)) - end) / usual.length;
    const half = numberAt(HALF_WIDTHS, place) * (this.#strict.get(count) ?? 1);
    const tilted = Int32Array.from(middles, (value, day) => Math.round(value + tilt * day));
    return { count, half, width: 2 * half + 1, middles: tilted };
  }

  /** Backward over the days. */
  #walk(walk: Walk): Way | undefined {
    const { choices, wayCosts } = this.#graph;
    walk.taken.fill(0);
    const extra = Float64Array.from(wayCosts, (way) => way.cost + this.#chargeOf(way, walk));
    const options: Option[][][] = choices.map(() => []);
    let later = this.#ends(walk);
    for (let day = choices.length - 1; day >= 0; day--) {
      const open = (choices[day] ?? []).map((patterns) => this.#options(patterns, walk));
      options[day] = open;
      later = this.#walkDay(walk, { day, open, extra, later });
    }
    const [first, second] = walk.bands;
    const start = first.half * second.width + second.half;
    return realAt(later, start) < NOTHING ? this.#follow(options, walk) : undefined;
  }

  /** By node and place: what the carried counts cost at the end. */
  #ends({ bands: [first, second], width }: Walk): Float64Array {
    const { nodeStarts, ends } = this.#graph;
    const days = nodeStarts.length - 2;
    const nodes = intAt(nodeStarts, days + 1) - intAt(nodeStarts, days);
    const costAt = ({ count, middles, half }: Band, place: number): number =>
      count < 0 ? 0 : (ends[count]?.[intAt(middles, days) - half + place] ?? NOTHING);
    return Float64Array.from({ length: nodes * width }, (_, at) => {
      const place = at % width;
      return costAt(first, Math.floor(place / second.width)) + costAt(second, place % second.width);
    });
  }

  #options(patterns: readonly SeasonPattern[], walk: Walk): Option[] {
    const best = new Map<string, Option>();
    for (const pattern of patterns) {
      const addition = this.#graph.additions[pattern.addition] as Addition;
      const cost = patternCost(this.#model, pattern, walk.prices) + this.#chargeOf(addition, walk);
      const amounts = walk.bands.map(({ count }) => amountOf(addition, count));
      const key = amounts.join();
      const known = best.get(key);
      if ((known ?? { cost: NOTHING }).cost > cost && (known || best.size < MOST_OPTIONS))
        best.set(key, { amounts, cost, pattern });
    }
    return [...best.values()];
  }

  /** What is carried is not charged. */
  #chargeOf(addition: Addition, { charges, bands }: Walk): number {
    let sum = chargeOf(addition, charges);
    for (const { count } of bands) if (count >= 0) sum -= amountOf(addition, count) * realAt(charges, count);
    return sum;
  }

  #walkDay(
    { bands: [first, second], width, taken }: Walk,
    {
      day,
      open,
      extra,
      later,
    }: { day: number; open: readonly Option[][]; extra: Float64Array; later: Float64Array },
  ): Float64Array {
    const { nodeStarts, wayStarts, to, choice, wayCost, wayCosts } = this.#graph;
    const begin = intAt(nodeStarts, day);
    const next = intAt(nodeStarts, day + 1);
    const now = new Float64Array((next - begin) * width).fill(NOTHING);
    const driftOf = ({ middles }: Band): number => intAt(middles, day) - intAt(middles, day + 1);
    const drifts = [driftOf(first), driftOf(second)] as const;
    for (let node = begin; node < next; node++) {
      const from = (node - begin) * width;
      const firstWay = intAt(wayStarts, node);
      for (let way = firstWay; way < intAt(wayStarts, node + 1); way++) {
        const beside = wayCosts[intAt(wayCost, way)];
        const reached = (intAt(to, way) - next) * width;
        const list = open[intAt(choice, way)] as Option[];
        for (let at = 0; at < list.length; at++) {
          const { amounts, cost } = list[at] as Option;
          const price = cost + realAt(extra, intAt(wayCost, way));
          if (price === NOTHING) continue;
          const move = numberAt(amounts, 0) + amountOf(beside, first.count) + drifts[0];
          const step = numberAt(amounts, 1) + amountOf(beside, second.count) + drifts[1];
          const mark = 1 + (way - firstWay) * MOST_OPTIONS + at;
          const past = Math.min(first.width, first.width - move);
          const least = Math.max(0, -step);
          const most = Math.min(second.width, second.width - step);
          for (let row = Math.max(0, -move); row < past; row++) {
            const here = from + row * second.width;
            const there = reached + (row + move) * second.width + step;
            for (let place = least; place < most; place++) {
              const sum = price + realAt(later, there + place);
              if (sum >= realAt(now, here + place)) continue;
              now[here + place] = sum;
              taken[node * width + row * second.width + place] = mark;
            }
          }
        }
      }
    }
    return now;
  }

  #follow(options: readonly Option[][][], { bands, width, taken }: Walk): Way {
    const { wayStarts, to, choice, wayCost, wayCosts } = this.#graph;
    const [first, second] = bands;
    const patterns: SeasonPattern[] = [];
    const touched: Addition[] = [];
    const values = [0, 0];
    let node = 0;
    options.forEach((open, day) => {
      const placeOf = ({ middles, half }: Band, value: number): number => value - intAt(middles, day) + half;
      const place = placeOf(first, numberAt(values, 0)) * second.width + placeOf(second, numberAt(values, 1));
      const mark = (taken[node * width + place] ?? 1) - 1;
      const way = intAt(wayStarts, node) + Math.floor(mark / MOST_OPTIONS);
      const { pattern, amounts } = (open[intAt(choice, way)] as Option[])[mark % MOST_OPTIONS] as Option;
      const beside = wayCosts[intAt(wayCost, way)] as Addition;
      patterns.push(pattern);
      touched.push(beside);
      bands.forEach(({ count }, at) => {
        values[at] = numberAt(values, at) + numberAt(amounts, at) + amountOf(beside, count);
      });
      node = intAt(to, way);
    });
    return { patterns, touched };
  }

  /** Charges more for what there was too much of, and less for what there was too little of. */
  #charge(charges: Float64Array, { patterns, touched }: Way, raise: number): void {
    const { additions, ends } = this.#graph;
    const values = new Int32Array(ends.length);
    for (const { counts, amounts } of [
      ...patterns.map((of) => additions[of.addition] as Addition),
      ...touched,
    ]) {
      counts.forEach((count, i) => {
        values[count] = intAt(values, count) + numberAt(amounts, i);
      });
    }
    for (const [count, most] of this.#strict) {
      const costs = ends[count] as Float64Array;
      if (costs[intAt(values, count)] !== NOTHING) continue;
      const isMore = intAt(values, count) > costs.findIndex((cost) => cost < NOTHING);
      charges[count] = realAt(charges, count) + (isMore ? raise : -raise) / most;
    }
  }
}

/** Units of the count in the addition. */
function amountOf(addition: Addition | undefined, count: number): number {
  const at = addition ? addition.counts.indexOf(count) : -1;
  return at < 0 ? 0 : numberAt(addition?.amounts ?? [], at);
}
