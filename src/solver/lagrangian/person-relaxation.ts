/**
 * A lower bound on what one person's roster costs at given shift prices, over any horizon: the cheapest way through the
 * person's days with every count charged a multiplier a unit instead of its price. See `columns/multipliers.ts` for short
 * horizons, where the multipliers are settled for each pricing; here they ascend together with the prices.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { CountPrice } from './count-price.ts';
import { addUnits } from './season-counts.ts';
import { shiftsOfClass, type WayCost } from './season-graph.ts';
import { Cheapest, type SeasonPerson } from './season-person.ts';
import type { SeasonSpace } from './season-space.ts';
import { SoftWalk } from './soft-walk.ts';

/** Of what is usual, what stays from one spread to the next. */
const KEPT = 0.97;

export class PersonRelaxation {
  readonly person: SeasonPerson;
  /** By count, a unit each. */
  multipliers: Float64Array;
  /** By count: one over the most that a day adds, by which steps are scaled. */
  readonly scale: Float64Array;
  readonly #space: SeasonSpace;
  readonly #soft: SoftWalk;
  /** Running means over the spreads: the share of each shift, and by day of what each group was touched. */
  readonly #taken: Float64Array;
  readonly #touched: readonly Float64Array[];
  #spreads = 0;

  constructor(person: SeasonPerson, space: SeasonSpace) {
    const { prices } = person.counts;
    const groups = person.model.groups.length;
    this.person = person;
    this.multipliers = this.within(new Float64Array(prices.length));
    this.scale = Float64Array.from(prices, ({ mostADay }) => 1 / mostADay);
    this.#space = space;
    this.#soft = new SoftWalk(person, space);
    this.#taken = new Float64Array(person.model.cellCost.length);
    this.#touched = Array.from({ length: person.days }, () => new Float64Array(groups));
  }

  within(multipliers: Float64Array): Float64Array {
    return multipliers.map((value, count) => {
      const { least, most } = this.person.counts.prices[count] as CountPrice;
      return Math.max(least, Math.min(most, value));
    });
  }

  /** How much of the shift was taken lately, from 0 to 1. */
  shareOf(shift: number): number {
    return realAt(this.#taken, shift);
  }

  /** By day: units of the count that was usual lately. */
  usual(count: number): Float64Array {
    const { model, counts, graph, days } = this.person;
    const group = count - model.counters.length;
    if (group >= 0) return Float64Array.from(this.#touched, (each) => realAt(each, group));
    const units = new Float64Array(days);
    const values = new Float64Array(counts.prices.length);
    for (let day = 0; day < days; day++) {
      const choices = graph.choices.slice(intAt(graph.choiceStarts, day), intAt(graph.choiceStarts, day + 1));
      const classes = new Set(choices.flat().flatMap((pattern) => pattern.classes));
      for (const id of classes) {
        for (const shift of shiftsOfClass(graph, id)) {
          if (realAt(this.#taken, shift) === 0) continue;
          values.fill(0);
          addUnits(counts, shift, values);
          units[day] = realAt(units, day) + realAt(values, count) * this.shareOf(shift);
        }
      }
    }
    return units;
  }

  /** @returns what no allowed roster is cheaper than, the person's constant included; `Infinity` when there is none. */
  bound(prices: Float64Array): number {
    const { person, multipliers } = this;
    this.#space.makePlain(person.graph, prices.length);
    person.priceShifts(prices, multipliers, this.#space.priced);
    let bound = person.model.constant + this.#walk(new Cheapest(person, this.#space.priced));
    person.counts.prices.forEach((price, count) => {
      const charge = realAt(multipliers, count);
      const units = price.lowest(charge);
      bound += price.at(units) - charge * units;
    });
    return bound;
  }

  /** Shares of shifts, in `space.shares` until the next spread, and by count: units less those whose price is furthest below the charge. */
  spread(prices: Float64Array, temperature: number): Float64Array {
    const { person, multipliers } = this;
    const { counts, graph, model } = person;
    this.#space.makePlain(graph, prices.length);
    person.priceShifts(prices, multipliers, this.#space.priced);
    this.#soft.run(this.#space.priced, this.person.chargeWays(this.multipliers), temperature);
    const slope = Float64Array.from(
      counts.prices,
      (price, count) => -price.lowest(realAt(multipliers, count)),
    );
    const kept = Math.min(KEPT, this.#spreads / (this.#spreads + 1));
    this.#spreads++;
    const added = new Float64Array(counts.additions.length);
    for (const shift of model.shifts) {
      const share = realAt(this.#space.shares, shift);
      this.#taken[shift] = kept * realAt(this.#taken, shift) + (1 - kept) * share;
      const addition = intAt(counts.additionOf, shift);
      added[addition] = realAt(added, addition) + share;
    }
    counts.additions.forEach((each, addition) => {
      each.counts.forEach((count, i) => {
        slope[count] = realAt(slope, count) + realAt(added, addition) * numberAt(each.units, i);
      });
    });
    this.#touch(slope, kept);
    return slope;
  }

  #touch(slope: Float64Array, kept: number): void {
    const { legStarts, wayCost, wayCosts } = this.person.graph;
    const first = this.person.model.counters.length;
    this.#touched.forEach((touched, day) => {
      for (let group = 0; group < touched.length; group++) touched[group] = kept * realAt(touched, group);
      for (let leg = intAt(legStarts, day); leg < intAt(legStarts, day + 1); leg++) {
        const share = realAt(this.#space.legShare, leg);
        if (share === 0) continue;
        const { groups, amounts } = wayCosts[intAt(wayCost, leg)] as WayCost;
        groups.forEach((group, i) => {
          const units = share * numberAt(amounts, i);
          touched[group] = realAt(touched, group) + (1 - kept) * units;
          slope[first + group] = realAt(slope, first + group) + units;
        });
      }
    });
  }

  /** @returns the cost of the cheapest way. */
  #walk({ cost: choices }: Cheapest): number {
    const { nodeStarts, wayStarts, leg } = this.person.graph;
    const extra = this.person.chargeWays(this.multipliers);
    const { onward, legCost } = this.#space;
    onward.fill(0, intAt(nodeStarts, this.person.days));
    for (let day = this.person.days - 1; day >= 0; day--) {
      this.#space.costLegs(this.person.graph, day, { choices, extra });
      for (let node = intAt(nodeStarts, day); node < intAt(nodeStarts, day + 1); node++) {
        let least = Number.POSITIVE_INFINITY;
        const past = intAt(wayStarts, node + 1);
        for (let way = intAt(wayStarts, node); way < past; way++) {
          const sum = realAt(legCost, intAt(leg, way));
          if (sum < least) least = sum;
        }
        onward[node] = least;
      }
    }
    return realAt(onward, 0);
  }
}
