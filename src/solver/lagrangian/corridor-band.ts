/** A count that a walk carries exactly, within so many units of a middle that runs along the days. */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { PersonRelaxation } from './person-relaxation.ts';
import { addUnits } from './season-counts.ts';

/** No count: a band of one place. */
export const NONE = -1;

export interface Band {
  readonly count: number;
  /** Units to either side of the middle. */
  readonly half: number;
  readonly width: number;
  /** Before each day and at the end. */
  readonly middles: Int32Array;
  /** Units by shift, and by what ways cost beside. */
  readonly ofShift: Int32Array;
  readonly ofWay: Int32Array;
}

/**
 * Its middles are where rosters usually run, tilted to end within the limits.
 * @param halfDays units to either side, in the most that one day adds.
 */
export function bandOf(relaxation: PersonRelaxation, count: number, halfDays: number): Band {
  const { days, model, counts, graph } = relaxation.person;
  const ofShift = new Int32Array(model.cellCost.length);
  const ofWay = new Int32Array(graph.wayCosts.length);
  const middles = new Int32Array(days + 1);
  const price = counts.prices[count];
  if (!price) return { count: NONE, half: 0, width: 1, middles, ofShift, ofWay };
  const group = count - model.counters.length;
  graph.wayCosts.forEach(({ groups, amounts }, way) => {
    ofWay[way] = amounts[groups.indexOf(group)] ?? 0;
  });
  const values = new Float64Array(counts.prices.length);
  if (group < 0) {
    for (const shift of model.shifts) {
      values[count] = 0;
      addUnits(counts, shift, values);
      ofShift[shift] = realAt(values, count);
    }
  }
  const usual = relaxation.usual(count);
  const end = usual.reduce((sum, units) => sum + units, 0);
  const tilt = (Math.max(price.first, Math.min(price.last, end)) - end) / days;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    sum += realAt(usual, day) + tilt;
    middles[day + 1] = Math.round(sum);
  }
  const half = halfDays * price.mostADay;
  return { count, half, width: 2 * half + 1, middles, ofShift, ofWay };
}

/** What the middle falls by over the day. */
export function driftOf({ middles }: Band, day: number): number {
  return intAt(middles, day) - intAt(middles, day + 1);
}
