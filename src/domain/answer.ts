/**
 * An answer (danh sách gửi lên): a copy, at the moment of sending, of who stands in a unit for an order. Later versions of
 * the roster do not change it; a later answer takes its place.
 */

import type { Day } from '../calendar/day.ts';
import { type Instant, type Interval, minutesBetween, plusMinutes } from '../calendar/interval.ts';
import type { Tier } from './unit.ts';

const ANSWER_SOURCES = ['roster', 'link', 'file', 'machine'] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** One person for one stretch of at most a day. */
export interface AnswerDuty {
  readonly tier: Tier;
  /** The post or force as the unit calls it: "Công an xã". */
  readonly label: string;
  /** Set where it was given for one demand of the order, and for no other. */
  readonly demandId?: string;
  readonly span: Interval;
  readonly name: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly phone: string;
  /** Of the unit's own staff list; absent for names typed by hand. */
  readonly staffId?: string;
}

/** `number` counts up within an order and unit. The newest is in force. */
export interface Answer {
  readonly orderId: string;
  readonly unitId: string;
  readonly number: number;
  readonly sentAt: Instant;
  /** Account, link or token that sent it. */
  readonly sentBy: string;
  readonly source: AnswerSource;
  /** The roster it was copied from. */
  readonly periodId?: string;
  readonly version?: number;
  /** The order's revision it answers. */
  readonly revision: number;
  readonly late: boolean;
  readonly duties: readonly AnswerDuty[];
}

/** What counts in law is the signed document: added once the document system gave it its number. */
export interface AnswerDocument {
  readonly number: string;
  readonly day?: Day;
  readonly signer: string;
  readonly fileName?: string;
}

const DAY_MINUTES = 24 * 60;

/** The same duties, those longer than a day told day by day: no reading has to look further back than that. */
export function byTheDay(duties: readonly AnswerDuty[]): AnswerDuty[] {
  return duties.flatMap((duty) => {
    const { start, end } = duty.span;
    const pieces = Math.ceil(minutesBetween(start, end) / DAY_MINUTES);
    return Array.from({ length: Math.max(1, pieces) }, (_, i) => {
      const from = plusMinutes(start, i * DAY_MINUTES);
      const to = Math.min(plusMinutes(from, DAY_MINUTES), end) as Instant;
      return { ...duty, span: { start: from, end: to } };
    });
  });
}

/** How long after an order's end its phones are still shown, where nobody chose otherwise. */
export const PHONES_SHOWN_DAYS = 30;

/** Whether the phones of an order's answers are hidden again; never while the order stands. */
export function phonesHidden(end: Instant | undefined, now: Instant, shownDays = PHONES_SHOWN_DAYS): boolean {
  return end !== undefined && now >= plusMinutes(end, shownDays * DAY_MINUTES);
}
