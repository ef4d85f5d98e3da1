/** What a person's patterns and ways cost at given shift prices and charges for counts. */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { PersonModel } from '../columns/split-problem.ts';
import type { Addition, SeasonPattern } from './season-graph.ts';

export function chargeOf({ counts, amounts }: Addition, charges: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += realAt(charges, numberAt(counts, i)) * numberAt(amounts, i);
  return sum;
}

export function patternCost(
  model: PersonModel,
  { cost, classes }: SeasonPattern,
  prices: Float64Array,
): number {
  let sum = cost;
  for (const members of classes) sum += cheapestOf(model, members, prices).cost;
  return sum;
}

/** The shifts that the patterns stand for, ascending. */
export function shiftsOf(
  model: PersonModel,
  patterns: readonly SeasonPattern[],
  prices: Float64Array,
): Int32Array {
  return Int32Array.from(
    patterns.flatMap(({ classes }) => classes.map((members) => cheapestOf(model, members, prices).shift)),
  ).sort();
}

function cheapestOf(
  model: PersonModel,
  members: Int32Array,
  prices: Float64Array,
): { shift: number; cost: number } {
  let least = Number.POSITIVE_INFINITY;
  let shift = intAt(members, 0);
  for (const member of members) {
    const cost = realAt(model.cellCost, member) + realAt(prices, member);
    if (cost >= least) continue;
    least = cost;
    shift = member;
  }
  return { shift, cost: least };
}
