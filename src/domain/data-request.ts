/**
 * What someone asks of the data kept about them, and the clocks it starts (Law 91/2025/QH15; Decree 356/2025/NĐ-CP): an
 * answer within two working days, the deed within so many days by kind. And the 72 hours after a breach is found.
 */

import { addDays, type Day } from '../calendar/day.ts';
import { breaksOfSpan, type HolidaySources } from '../calendar/holiday-sources.ts';
import { isRestDay } from '../calendar/holidays.ts';
import type { Instant } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';

/** Days from asking until it is done. */
export const REQUEST_DAYS = { see: 10, correct: 10, restrict: 15, complain: 15, erase: 20 } as const;
export type RequestKind = keyof typeof REQUEST_DAYS;
export const REQUEST_KINDS = Object.keys(REQUEST_DAYS) as readonly RequestKind[];

const ANSWER_WORKING_DAYS = 2;
/** Longer than any break: two working days are always found. */
const LONGEST_BREAK_DAYS = 40;
const HOUR_MS = 3_600_000;
/** To the agency in charge, from the moment a breach is found. */
const BREACH_HOURS = 72;
export const LONGEST_WORDS = 1_000;

export interface DataRequest {
  readonly id: string;
  readonly unitId: string;
  readonly staffId: string;
  readonly kind: RequestKind;
  readonly words: string;
  readonly askedAt: Instant;
  readonly answeredAt?: Instant;
  readonly doneAt?: Instant;
  readonly answer: string;
}

export interface RequestClock {
  /** The first moment after the last day to answer. */
  readonly answerBy: Instant;
  readonly doneBy: Instant;
}

export function requestClock(
  { kind, askedAt }: Pick<DataRequest, 'kind' | 'askedAt'>,
  zone: string,
  holidays: HolidaySources,
): RequestClock {
  const asked = dayOf(askedAt, zone);
  const breaks = breaksOfSpan(asked, addDays(asked, LONGEST_BREAK_DAYS), holidays);
  let last: Day = asked;
  let working = 0;
  for (let i = 0; i < LONGEST_BREAK_DAYS && working < ANSWER_WORKING_DAYS; i++) {
    last = addDays(last, 1);
    if (!isRestDay(last, breaks)) working++;
  }
  return {
    answerBy: startOfDay(addDays(last, 1), zone),
    doneBy: startOfDay(addDays(asked, REQUEST_DAYS[kind] + 1), zone),
  };
}

export interface DataBreach {
  readonly id: string;
  readonly unitId: string;
  readonly foundAt: Instant;
  readonly words: string;
  readonly toldAt?: Instant;
}

export function breachTellBy({ foundAt }: Pick<DataBreach, 'foundAt'>): Instant {
  return (foundAt + BREACH_HOURS * HOUR_MS) as Instant;
}
