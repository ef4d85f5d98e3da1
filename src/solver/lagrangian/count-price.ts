/** What each number of units of one person's count costs: convex, over the numbers that are allowed and can be reached. */

import { realAt } from '../../kernel/typed-at.ts';
import { slopesOf } from '../columns/multipliers.ts';
import { curveAt, type PriceCurve } from '../columns/price-curve.ts';

const NOTHING = Number.POSITIVE_INFINITY;

/** Units that all days add at most, and one. */
export interface Reach {
  readonly all: number;
  readonly aDay: number;
}

export class CountPrice {
  /** The lowest number allowed, and the highest; −1 where none is. */
  readonly first: number;
  readonly last: number;
  readonly mostADay: number;
  /** Some numbers that can be reached are forbidden. */
  readonly isStrict: boolean;
  /** Between what a unit more is worth at least and what it costs at most. */
  readonly least: number;
  readonly most: number;
  readonly #costs: Float64Array;

  constructor(
    curve: PriceCurve,
    { offset, unit }: { offset: number; unit: number },
    { all, aDay }: Reach = { all: 0, aDay: 1 },
  ) {
    const costs = Float64Array.from({ length: all + 1 }, (_, units) => curveAt(curve, offset + unit * units));
    this.first = costs.findIndex((cost) => cost < NOTHING);
    this.last = costs.findLastIndex((cost) => cost < NOTHING);
    this.isStrict = costs.includes(NOTHING);
    this.mostADay = aDay;
    const { least, most } = slopesOf(costs);
    this.least = least;
    this.most = most;
    this.#costs = costs;
  }

  /** `Infinity` where forbidden. */
  at(units: number): number {
    return this.#costs[units] ?? NOTHING;
  }

  /** The number of units at which the price is furthest below the charge. */
  lowest(charge: number): number {
    let from = Math.max(0, this.first);
    let to = Math.max(from, this.last);
    while (from < to) {
      const middle = (from + to) >> 1;
      if (realAt(this.#costs, middle + 1) - realAt(this.#costs, middle) < charge) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
