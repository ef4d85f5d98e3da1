/** One person's roster with its price, as every way of pricing gives it back. */

import { realAt } from '../../kernel/typed-at.ts';
import { rosterCost } from './roster-cost.ts';
import type { Clashes, PersonModel } from './split-problem.ts';

/** What all people share. */
export interface PricerShape {
  readonly clashes: Clashes;
  readonly shiftDay: Int32Array;
  readonly days: number;
}

export interface PricedRoster {
  /** Shifts, ascending. */
  readonly shifts: Int32Array;
  /** By the prices asked with, the person's own soft rules included. */
  readonly priced: number;
  /** The person's own rules alone; `Infinity` when one forbids it. */
  readonly own: number;
}

export interface PricingResult {
  /** No allowed roster is priced below this; `Infinity` when none is allowed. */
  readonly bound: number;
  /** Cheapest first; empty when none is allowed. */
  readonly rosters: readonly PricedRoster[];
  /** Shifts of the roster that the bound belongs to; not always an allowed one when asked for `relaxed`. */
  readonly cheapest: Int32Array;
}

/** Priced by plain counting. */
export function pricedRoster(
  model: PersonModel,
  shape: PricerShape,
  shifts: Int32Array,
  prices: Float64Array,
): PricedRoster {
  const own = rosterCost(model, shape, shifts);
  let priced = own;
  for (const shift of shifts) priced += realAt(prices, shift);
  return { shifts, priced, own };
}
