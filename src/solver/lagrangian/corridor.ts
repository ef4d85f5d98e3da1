/**
 * An allowed roster of one person over a long horizon, cheap at given shift prices: dynamic programming over all days at
 * once, with the two counts whose hard limits press most (minutes and weekends, say) carried exactly in a corridor about
 * where the relaxation runs, and all others charged. It is not the cheapest; `person-relaxation.ts` tells how far it can
 * be off.
 */

import type { Random } from '../../kernel/random.ts';
import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { PricedRoster } from '../columns/priced-roster.ts';
import { type Band, bandOf, driftOf, NONE } from './corridor-band.ts';
import { type CorridorOptions, corridorOptions } from './corridor-options.ts';
import type { CountPrice } from './count-price.ts';
import type { PersonRelaxation } from './person-relaxation.ts';
import { addUnits } from './season-counts.ts';
import type { WayCost } from './season-graph.ts';
import type { SeasonPerson } from './season-person.ts';
import type { SeasonSpace } from './season-space.ts';

/** To either side of a band's middle, in the most that one day adds: of the finest count, and of the other; when quick. */
const HALF_WIDTHS = [4, 3];
const QUICK_WIDTHS = [2, 2];
/** Tries, with the charges of limits that were broken raised more each time. */
const MOST_TRIES = 12;
const FIRST_RAISE = 0.02;
const GROWTH = 1.4;
/** Of the first raise: without it many rosters cost the same, and a little more charge turns from all of them at once. */
const NOISE = 4;
const NOTHING = Number.POSITIVE_INFINITY;

interface Way {
  readonly shifts: Int32Array;
  /** What shifts of the same days cost together. */
  readonly clashes: number;
  readonly ways: readonly WayCost[];
}

/** What one walk goes by. */
interface Walk {
  readonly options: CorridorOptions;
  /** By what ways cost beside, with the groups that are charged. */
  readonly extra: Float64Array;
  readonly bands: readonly [Band, Band];
  readonly width: number;
}

export class Corridor {
  readonly #person: SeasonPerson;
  readonly #relaxation: PersonRelaxation;
  readonly #random: Random;
  readonly #space: SeasonSpace;

  constructor(relaxation: PersonRelaxation, random: Random, space: SeasonSpace) {
    this.#person = relaxation.person;
    this.#relaxation = relaxation;
    this.#random = random;
    this.#space = space;
  }

  /**
   * Undefined where none was found.
   * @param isQuick carries one count alone, until a limit of another turns out to be broken: several times as fast, and dearer
   * where much is tied.
   */
  find(prices: Float64Array, isQuick = false): PricedRoster | undefined {
    const bound = this.#relaxation.bound(prices);
    if (bound === NOTHING) return undefined;
    const charges = this.#relaxation.multipliers.slice();
    const [half = 0, otherHalf = 0] = isQuick ? QUICK_WIDTHS : HALF_WIDTHS;
    const finest = bandOf(this.#relaxation, this.#finest(), half);
    let other = bandOf(this.#relaxation, isQuick ? NONE : this.#dearestBeside(finest.count), otherHalf);
    const firstRaise = FIRST_RAISE * (Math.abs(bound) / this.#person.days + 1);
    let raise = firstRaise;
    let asked = prices;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const way = this.#walk(this.#prepared(asked, charges, [finest, other]));
      if (!way) return undefined;
      const values = this.#valuesOf(way);
      const own = this.#ownCost(way, values);
      if (own < NOTHING) {
        const { shifts } = way;
        return { shifts, own, priced: shifts.reduce((sum, shift) => sum + realAt(prices, shift), own) };
      }
      if (other.count === NONE) {
        other = bandOf(this.#relaxation, this.#broken(values), otherHalf);
        continue;
      }
      if (raise === firstRaise) asked = prices.map((price) => price + NOISE * raise * this.#random.next());
      this.#charge(charges, values, raise);
      raise *= GROWTH;
    }
    return undefined;
  }

  /** The finest of the counts with limits. */
  #finest(): number {
    return this.#best(({ last }) => last);
  }

  /** Of the other counts with limits that with the dearest charge. */
  #dearestBeside(finest: number): number {
    return this.#best(({ mostADay }, count) =>
      count === finest ? 0 : Math.abs(realAt(this.#relaxation.multipliers, count)) * mostADay,
    );
  }

  #broken(values: Float64Array): number {
    return this.#best((price, count) => (price.at(realAt(values, count)) < NOTHING ? 0 : 1));
  }

  /** The count with limits that is worth most, if any is worth more than nought. */
  #best(worth: (price: CountPrice, count: number) => number): number {
    let best = NONE;
    let most = 0;
    this.#person.counts.prices.forEach((price, count) => {
      const here = price.isStrict ? worth(price, count) : 0;
      if (here <= most) return;
      most = here;
      best = count;
    });
    return best;
  }

  /** What is carried is not charged. */
  #prepared(prices: Float64Array, charges: Float64Array, bands: readonly [Band, Band]): Walk {
    const charged = charges.slice();
    for (const { count } of bands) if (count >= 0) charged[count] = 0;
    const priced = new Float64Array(prices.length);
    this.#person.priceShifts(prices, charged, priced);
    const [first, second] = bands;
    const extra = this.#person.chargeWays(charged);
    const options = corridorOptions(this.#person, priced, [first.ofShift, second.ofShift]);
    return { options, extra, bands, width: first.width * second.width };
  }

  /** Backward over the days. */
  #walk(walk: Walk): Way | undefined {
    const { days } = this.#person;
    this.#space.makeWide(this.#person.graph, walk.width);
    let later = this.#ends(walk);
    for (let day = days - 1; day >= 0; day--) later = this.#walkDay(walk, day, later);
    const [first, second] = walk.bands;
    const start = first.half * second.width + second.half;
    return realAt(later, start) < NOTHING ? this.#follow(walk) : undefined;
  }

  /** By node and place: what the carried counts cost at the end. */
  #ends({ bands: [first, second], width }: Walk): Float64Array {
    const { nodeStarts } = this.#person.graph;
    const { days } = this.#person;
    const nodes = intAt(nodeStarts, days + 1) - intAt(nodeStarts, days);
    const costAt = ({ count, middles, half }: Band, place: number): number =>
      this.#person.counts.prices[count]?.at(intAt(middles, days) - half + place) ?? 0;
    const ends = this.#space.costs(days, nodes * width);
    for (let at = 0; at < ends.length; at++) {
      const place = at % width;
      ends[at] = costAt(first, Math.floor(place / second.width)) + costAt(second, place % second.width);
    }
    return ends;
  }

  #walkDay(walk: Walk, day: number, later: Float64Array): Float64Array {
    const { nodeStarts, legStarts, wayStarts, leg } = this.#person.graph;
    const { width } = walk;
    const { legCosts, taken } = this.#space;
    const firstLeg = intAt(legStarts, day);
    for (let at = firstLeg; at < intAt(legStarts, day + 1); at++) this.#walkLeg(walk, { day, at, later });
    const begin = intAt(nodeStarts, day);
    const next = intAt(nodeStarts, day + 1);
    const now = this.#space.costs(day, (next - begin) * width).fill(NOTHING);
    for (let node = begin; node < next; node++) {
      const here = (node - begin) * width;
      for (let way = intAt(wayStarts, node); way < intAt(wayStarts, node + 1); way++) {
        const at = intAt(leg, way);
        const from = (at - firstLeg) * width;
        for (let place = 0; place < width; place++) {
          const sum = realAt(legCosts, from + place);
          if (sum >= realAt(now, here + place)) continue;
          now[here + place] = sum;
          taken[node * width + place] = at - firstLeg;
        }
      }
    }
    return now;
  }

  /** What it costs to go on by a leg, by place: of its choice's options the cheapest at each. */
  #walkLeg(
    { options, extra, bands: [first, second], width }: Walk,
    { day, at, later }: { day: number; at: number; later: Float64Array },
  ): void {
    const { nodeStarts, legStarts, to, choice, wayCost } = this.#person.graph;
    const { legCosts, legTaken } = this.#space;
    const here = (at - intAt(legStarts, day)) * width;
    legCosts.fill(NOTHING, here, here + width);
    const beside = intAt(wayCost, at);
    const reached = (intAt(to, at) - intAt(nodeStarts, day + 1)) * width;
    const ofWay = intAt(first.ofWay, beside) + driftOf(first, day);
    const ofSecond = intAt(second.ofWay, beside) + driftOf(second, day);
    const from = intAt(options.starts, intAt(choice, at));
    for (let option = from; option < intAt(options.starts, intAt(choice, at) + 1); option++) {
      const price = realAt(options.cost, option) + realAt(extra, beside);
      const move = intAt(options.first, option) + ofWay;
      const step = intAt(options.second, option) + ofSecond;
      const pastRow = Math.min(first.width, first.width - move);
      const least = Math.max(0, -step);
      const most = Math.min(second.width, second.width - step);
      for (let row = Math.max(0, -move); row < pastRow; row++) {
        const there = reached + (row + move) * second.width + step;
        const place = here + row * second.width;
        for (let i = least; i < most; i++) {
          const sum = price + realAt(later, there + i);
          if (sum >= realAt(legCosts, place + i)) continue;
          legCosts[place + i] = sum;
          legTaken[intAt(legStarts, day) * width + place + i] = option - from;
        }
      }
    }
  }

  #follow({ options, bands: [first, second], width }: Walk): Way {
    const { legStarts, to, choice, wayCost, wayCosts } = this.#person.graph;
    const { taken, legTaken } = this.#space;
    const shifts: number[] = [];
    const ways: WayCost[] = [];
    let node = 0;
    let one = 0;
    let other = 0;
    let clashes = 0;
    for (let day = 0; day < this.#person.days; day++) {
      const row = one - intAt(first.middles, day) + first.half;
      const place = row * second.width + other - intAt(second.middles, day) + second.half;
      const leg = intAt(legStarts, day) + (taken[node * width + place] ?? 0);
      const option = intAt(options.starts, intAt(choice, leg)) + (legTaken[leg * width + place] ?? 0);
      const beside = intAt(wayCost, leg);
      clashes += realAt(options.clash, option);
      shifts.push(...(options.shifts[option] ?? []));
      ways.push(wayCosts[beside] as WayCost);
      one += intAt(options.first, option) + intAt(first.ofWay, beside);
      other += intAt(options.second, option) + intAt(second.ofWay, beside);
      node = intAt(to, leg);
    }
    return { shifts: Int32Array.from(shifts).sort(), ways, clashes };
  }

  /** By count. */
  #valuesOf({ shifts, ways }: Way): Float64Array {
    const { counts, model } = this.#person;
    const values = new Float64Array(counts.prices.length);
    for (const shift of shifts) addUnits(counts, shift, values);
    for (const { groups, amounts } of ways) {
      groups.forEach((group, i) => {
        const count = model.counters.length + group;
        values[count] = realAt(values, count) + numberAt(amounts, i);
      });
    }
    return values;
  }

  /** By the person's own rules; `Infinity` when a count is not allowed. */
  #ownCost({ shifts, ways, clashes }: Way, values: Float64Array): number {
    const { model, counts } = this.#person;
    let own = model.constant + clashes;
    for (const shift of shifts) own += realAt(model.cellCost, shift);
    for (const { cost } of ways) own += cost;
    counts.prices.forEach((price, count) => {
      own += price.at(realAt(values, count));
    });
    return own;
  }

  /** Charges more for what there was too much of, and less for what there was too little of. */
  #charge(charges: Float64Array, values: Float64Array, raise: number): void {
    this.#person.counts.prices.forEach((price: CountPrice, count) => {
      const value = realAt(values, count);
      if (price.at(value) < NOTHING) return;
      charges[count] = realAt(charges, count) + (value > price.first ? raise : -raise) / price.mostADay;
    });
  }
}
