/**
 * What a counter's value costs once several rules price the same count: a convex curve over whole numbers. Hard rules
 * weigh `Infinity` inside one person's roster, or a large whole number where people share a row.
 */

import { priceOf } from '../../constraints/score.ts';
import type { CounterPrice } from '../../constraints/shapes.ts';
import { realAt } from '../../kernel/typed-at.ts';

/** Of a value, less than this is rounding. */
const ROUNDING = 1e-6;

export interface PricePart {
  readonly price: CounterPrice;
  /** Cost of one unit; `Infinity` forbids any. */
  readonly weight: number;
}

export type PriceCurve = readonly PricePart[];

export function curveAt(curve: PriceCurve, value: number): number {
  let cost = 0;
  for (const { price, weight } of curve) {
    const units = priceOf(price, value);
    if (units > 0) cost += units * weight;
  }
  return cost;
}

/** A convex curve as straight pieces: `values` ascend, the cost between two neighbours is linear. */
export interface Breakpoints {
  readonly values: Float64Array;
  readonly costs: Float64Array;
  /** Index of the cheapest value. */
  readonly lowest: number;
}

/** The curve over [least, most], both whole: bends of ranges, every whole number of squares. */
export function breakpointsOf(curve: PriceCurve, least: number, most: number): Breakpoints {
  const bends = new Set([least, most]);
  const bend = (value: number | undefined): void => {
    if (value !== undefined && value > least && value < most) bends.add(value);
  };
  for (const { price } of curve) {
    if (price.kind === 'square') {
      for (let value = least + 1; value < most; value++) bends.add(value);
    } else {
      bend(price.below);
      bend(price.above);
    }
  }
  const values = Float64Array.from(bends).sort();
  const costs = values.map((value) => curveAt(curve, value));
  let lowest = 0;
  costs.forEach((cost, index) => {
    if (cost < realAt(costs, lowest)) lowest = index;
  });
  return { values, costs, lowest };
}

/** The value within the limits that makes cost(v) + slope × v least. */
export function lowestWithSlope(
  { values, costs }: Breakpoints,
  slope: number,
  limit?: { readonly least: number; readonly most: number },
): { value: number; cost: number } {
  let best = { value: 0, cost: Number.POSITIVE_INFINITY };
  const take = (value: number, plain: number): void => {
    const cost = plain + slope * value;
    if (cost < best.cost) best = { value, cost };
  };
  const { least, most } = limit ?? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  for (let i = 0; i < values.length; i++) {
    const value = realAt(values, i);
    if (value >= least && value <= most) take(value, realAt(costs, i));
    const next = values[i + 1];
    if (next === undefined) continue;
    const rise = (realAt(costs, i + 1) - realAt(costs, i)) / (next - value);
    for (const end of [least, most]) {
      if (end > value && end < next) take(end, realAt(costs, i) + rise * (end - value));
    }
  }
  return best;
}

/** The whole values at which cost(v) + slope × v is at most `most`; `least` above `most` when there are none. */
export function valuesWithin(
  { values, costs }: Breakpoints,
  slope: number,
  most: number,
): { least: number; most: number } {
  const within = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  const at = (i: number): number => realAt(costs, i) + slope * realAt(values, i) - most;
  const add = (from: number, to: number): void => {
    within.least = Math.min(within.least, Math.ceil(from - ROUNDING));
    within.most = Math.max(within.most, Math.floor(to + ROUNDING));
  };
  values.forEach((value, i) => {
    if (at(i) <= 0) add(value, value);
    const next = values[i + 1];
    if (next === undefined || at(i) > 0 === at(i + 1) > 0) return;
    const crossing = value + ((next - value) * at(i)) / (at(i) - at(i + 1));
    if (at(i) > 0) add(crossing, next);
    else add(value, crossing);
  });
  return within;
}
