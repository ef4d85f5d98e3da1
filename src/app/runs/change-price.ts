/** What a change to a roster costs in a search for few changes: dearer the nearer the shift is. */

import { daysBetween } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { Nearness } from '../../domain/kept-run.ts';
import type { Plan } from '../../domain/plan.ts';

/** What a new name on a shift costs, in soft points, and how much dearer that is near the day: people have plans. */
export interface ChangePrice {
  readonly change: number;
  /** A change on the first day open costs so many times as much, falling evenly to once after `nearDays`. */
  readonly nearFactor: number;
  readonly nearDays: number;
}

export const NEAR_FACTORS: Readonly<Record<Nearness, number>> = { even: 1, usual: 3, dear: 10 };

/** A change costs ten times what two points off the mean do. */
export const CHANGE_PRICE: ChangePrice = { change: 400, nearFactor: NEAR_FACTORS.usual, nearDays: 3 };

/** By shift, in the plan's order; nought for what has begun. */
export function changePrices(
  { shifts, unit }: Plan,
  from: Instant,
  { change, nearFactor, nearDays }: ChangePrice = CHANGE_PRICE,
): number[] {
  const today = dayOf(from, unit.zone);
  return shifts.map(({ span, day }) => {
    if (span.start < from) return 0;
    const near = Math.max(0, 1 - Math.max(0, daysBetween(today, day)) / Math.max(1, nearDays));
    return Math.round(change * (1 + (nearFactor - 1) * near));
  });
}
