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

/** Of what is usual, what stays with each roster remembered. */
const KEPT = 0.97;
/** Beyond this, what is usual is scaled down. */
const MOST_WEIGHT = 1e100;

export interface PersonRelaxed {
  /** No allowed roster is cheaper, the person's constant included; `Infinity` when there is none. */
  readonly bound: number;
  /** Of the cheapest way, ascending. */
  readonly shifts: Int32Array;
  /** By day: what the cheapest way costs beside its shifts; empty when there is none. */
  readonly ways: readonly WayCost[];
  /** By count: units of the cheapest way less those whose price is furthest below the charge. */
  readonly slope: Float64Array;
}

export class PersonRelaxation {
  readonly person: SeasonPerson;
  /** By count, a unit each. */
  multipliers: Float64Array;
  /** By count: one over the most that a day adds, by which steps are scaled. */
  readonly scale: Float64Array;
  readonly #space: SeasonSpace;
  /** Sums over the rosters remembered, the later ones weighed more: of shifts, and by day of what each group was touched. */
  readonly #taken: Float64Array;
  readonly #touched: readonly Float64Array[];
  #weight = 1;
  #weights = 0;

  constructor(person: SeasonPerson, space: SeasonSpace) {
    const { prices } = person.counts;
    const groups = person.model.groups.length;
    this.person = person;
    this.multipliers = this.within(new Float64Array(prices.length));
    this.scale = Float64Array.from(prices, ({ mostADay }) => 1 / mostADay);
    this.#space = space;
    this.#taken = new Float64Array(person.model.cellCost.length);
    this.#touched = Array.from({ length: person.days }, () => new Float64Array(groups));
  }

  within(multipliers: Float64Array): Float64Array {
    return multipliers.map((value, count) => {
      const { least, most } = this.person.counts.prices[count] as CountPrice;
      return Math.max(least, Math.min(most, value));
    });
  }

  /** Of what is tied at the multipliers one roster takes much early and another late; together they are even. */
  remember({ ways, shifts }: PersonRelaxed): void {
    this.#weight /= KEPT;
    this.#weights += this.#weight;
    for (const shift of shifts) this.#taken[shift] = realAt(this.#taken, shift) + this.#weight;
    ways.forEach(({ groups, amounts }, day) => {
      const touched = this.#touched[day] as Float64Array;
      groups.forEach((group, i) => {
        touched[group] = realAt(touched, group) + this.#weight * numberAt(amounts, i);
      });
    });
    if (this.#weight > MOST_WEIGHT) this.#scaleDown();
  }

  #scaleDown(): void {
    for (const list of [this.#taken, ...this.#touched])
      for (let i = 0; i < list.length; i++) list[i] = realAt(list, i) / this.#weight;
    this.#weights /= this.#weight;
    this.#weight = 1;
  }

  /** Share of the rosters remembered that take the shift. */
  shareOf(shift: number): number {
    return realAt(this.#taken, shift) / Math.max(1, this.#weights);
  }

  /** By day: units of the count in the rosters remembered. */
  usual(count: number): Float64Array {
    const { model, counts, graph, days } = this.person;
    const group = count - model.counters.length;
    if (group >= 0)
      return Float64Array.from(this.#touched, (each) => realAt(each, group) / Math.max(1, this.#weights));
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

  relax(prices: Float64Array): PersonRelaxed {
    const { person, multipliers } = this;
    const { model, counts } = person;
    this.#space.makePlain(person.graph, prices.length);
    person.priceShifts(prices, multipliers, this.#space.priced);
    const cheapest = new Cheapest(person, this.#space.priced);
    let bound = model.constant + this.#walk(cheapest);
    const slope = new Float64Array(multipliers.length);
    counts.prices.forEach((price, count) => {
      const charge = realAt(multipliers, count);
      const units = price.lowest(charge);
      bound += price.at(units) - charge * units;
      slope[count] = -units;
    });
    if (bound === Number.POSITIVE_INFINITY) return { bound, shifts: new Int32Array(0), ways: [], slope };
    const { shifts, ways } = this.#follow(cheapest);
    for (const shift of shifts) addUnits(counts, shift, slope);
    for (const { groups, amounts } of ways) {
      groups.forEach((group, i) => {
        const count = model.counters.length + group;
        slope[count] = realAt(slope, count) + numberAt(amounts, i);
      });
    }
    return { bound, shifts, ways, slope };
  }

  #follow(cheapest: Cheapest): { shifts: Int32Array; ways: WayCost[] } {
    const { wayCosts, to, choice, wayCost } = this.person.graph;
    const shifts: number[] = [];
    const ways: WayCost[] = [];
    let node = 0;
    for (let day = 0; day < this.person.days; day++) {
      const leg = intAt(this.#space.next, node);
      cheapest.addShifts(intAt(choice, leg), shifts);
      ways.push(wayCosts[intAt(wayCost, leg)] as WayCost);
      node = intAt(to, leg);
    }
    return { shifts: Int32Array.from(shifts).sort(), ways };
  }

  /** @returns the cost of the cheapest way. */
  #walk({ cost: costs }: Cheapest): number {
    const { wayCosts, nodeStarts, legStarts, wayStarts, to, choice, wayCost, leg } = this.person.graph;
    const first = this.person.model.counters.length;
    const extra = Float64Array.from(wayCosts, ({ cost, groups, amounts }) =>
      groups.reduce(
        (sum, group, i) => sum + realAt(this.multipliers, first + group) * numberAt(amounts, i),
        cost,
      ),
    );
    const { onward, next, legCost: sums } = this.#space;
    onward.fill(0, intAt(nodeStarts, this.person.days));
    for (let day = this.person.days - 1; day >= 0; day--) {
      for (let at = intAt(legStarts, day); at < intAt(legStarts, day + 1); at++) {
        sums[at] =
          realAt(costs, intAt(choice, at)) +
          realAt(extra, intAt(wayCost, at)) +
          realAt(onward, intAt(to, at));
      }
      for (let node = intAt(nodeStarts, day); node < intAt(nodeStarts, day + 1); node++) {
        let least = Number.POSITIVE_INFINITY;
        let taken = -1;
        const past = intAt(wayStarts, node + 1);
        for (let way = intAt(wayStarts, node); way < past; way++) {
          const sum = realAt(sums, intAt(leg, way));
          if (sum >= least) continue;
          least = sum;
          taken = intAt(leg, way);
        }
        onward[node] = least;
        next[node] = taken;
      }
    }
    return realAt(onward, 0);
  }
}
