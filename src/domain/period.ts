/** A stretch of time to be covered: holidays, a month, a year, "the next 72 hours", or from now until lifted. */

import type { Day } from '../calendar/day.ts';
import { type Instant, type Interval, MS_PER_MINUTE } from '../calendar/interval.ts';
import { clockTimeOf, dayOf, minuteOfClock } from '../calendar/zone.ts';

export interface Period {
  readonly id: string;
  readonly name: string;
  /** Shifts that begin inside this span belong to the period. */
  readonly span: Interval;
  /** Where several holidays are planned at once: only shifts that begin inside one of these, in order. */
  readonly parts?: readonly Interval[];
  /** Keys of the holiday breaks it serves, as in `data/holidays`; empty for an urgent rota. */
  readonly holidays: readonly string[];
  /** True until someone lifts it: its end is how far it is planned so far, and moves on. */
  readonly untilLifted?: true;
  /** When the list must reach the ministry, if it must. */
  readonly submitBy?: Instant;
  /** Until when people enter leave and wishes of their own; absent: `closingOf` in `own-availability.ts` says. */
  readonly wishesUntil?: Instant;
  /** Hours of a post that another period of the unit covers in its place; absent: none. */
  readonly ceded?: readonly CededHours[];
}

/**
 * The last day of a span, as people count its days: a day of duty begins at the hour the span does, so that 06:00 to 06:00
 * of the next day is one day.
 */
export function lastDayOfSpan({ start, end }: Interval, zone: string): Day {
  const began = minuteOfClock(clockTimeOf(start, zone)) * MS_PER_MINUTE;
  return dayOf(Math.max(start, end - began - 1) as Instant, zone);
}

export interface CededHours {
  readonly postId: string;
  readonly span: Interval;
  /** Id of the period that covers them. */
  readonly to: string;
}

/** A period's full name where several units live together: period ids are unique within their unit only. */
export interface PeriodKey {
  readonly unitId: string;
  readonly periodId: string;
}
