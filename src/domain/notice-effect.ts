/** What other days off change in one period: days, shifts, points, pins, and the rosters made of them. */

import type { Day } from '../calendar/day.ts';
import type { DayStanding } from '../calendar/holidays.ts';

export interface DayChange {
  readonly day: Day;
  readonly before: DayStanding;
  readonly after: DayStanding;
}

export interface NoticeEffect {
  readonly periodId: string;
  readonly name: string;
  /** Days of the period that become or stop being holidays, days of a break, days off. */
  readonly days: readonly DayChange[];
  /** Days off of the holiday it serves that lie outside the period: nobody stands there by this plan. */
  readonly outside: readonly Day[];
  readonly added: number;
  readonly removed: number;
  /** Of all seats that must be filled. */
  readonly points: { readonly before: number; readonly after: number };
  /** Fixed choices on shifts that fall away. */
  readonly pins: number;
  /** Its draft, and how many of its filled seats stand on shifts that fall away. */
  readonly draft?: { readonly seats: number };
  /** Its newest version, if it is not withdrawn: it stays as it is until the next one. */
  readonly published?: { readonly number: number; readonly seats: number };
}

export function changesAnything({ days, added, removed, points, pins }: NoticeEffect): boolean {
  return days.length + added + removed + pins > 0 || points.before !== points.after;
}
