/** The unit that keeps watch, its posts and what each post asks for. */

import type { Day } from '../calendar/day.ts';
import type { ClockTime } from '../calendar/zone.ts';
import type { ListOrder } from './staff-order.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Cơ quan chủ quản, printed above the unit's own name. */
  readonly parentName?: string;
  /** Place named before the date on documents: "Lam Giang". */
  readonly place?: string;
  /** IANA zone; every clock time of the unit is read in it. */
  readonly zone: string;
  /** What to do and whom to call first, printed under the roster. */
  readonly callNote?: string;
  /** In which its people stand on lists; leaders first when absent. */
  readonly listOrder?: ListOrder;
}

/** Tiers seen in duty lists: trực lãnh đạo, giám sát/kỹ thuật, ứng cứu/dự phòng, cơ quan/bảo vệ. */
export const TIERS = ['leader', 'watch', 'response', 'premises'] as const;
export type Tier = (typeof TIERS)[number];

export const PRESENCES = ['on-site', 'standby'] as const;
export type Presence = (typeof PRESENCES)[number];

/** How many people a shift wants. Below `minimum` a seat is uncovered; from there to `target` it is merely missed. */
export interface Cover {
  readonly minimum: number;
  readonly target: number;
}

/**
 * Days as the holidays have them, which no recurrence can say: working days (swapped ones included), days off of any
 * reason, days inside a holiday break.
 */
export const DAY_CHOICES = ['working', 'rest', 'holiday'] as const;
export type DayChoice = (typeof DAY_CHOICES)[number];

/** One kind of shift of a post: when it recurs, when it begins and how long it lasts. */
export interface ShiftPattern {
  readonly id: string;
  /** Shown in heads: "Sáng", "Đêm". */
  readonly label: string;
  /** RFC 5545 RRULE value over civil days, such as `FREQ=DAILY`. */
  readonly rrule: string;
  /**
   * The day from which INTERVAL and COUNT run, and the first on which it may be stood: iCalendar's DTSTART. Absent:
   * weeks, months and years are counted from a fixed day long ago, the same for every period.
   */
  readonly from?: Day;
  readonly start: ClockTime;
  /** By the clock: 22:00 and eight hours end at 06:00 also on the nights that are an hour longer or shorter. */
  readonly durationMinutes: number;
  /** Of the recurrence's days only these; absent: all of them. */
  readonly days?: DayChoice;
  /** Replaces the post's cover for this pattern. */
  readonly cover?: Cover;
}

export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly note?: string;
}

export interface Post {
  readonly id: string;
  readonly name: string;
  /** For narrow heads: "Giám sát ATTT". */
  readonly shortName: string;
  readonly tier: Tier;
  readonly presence: Presence;
  /** Every skill a person needs to stand here. */
  readonly skills: readonly string[];
  readonly cover: Cover;
  /** Systems this post watches, named on feed and print. */
  readonly systems: readonly string[];
  /** Whom to call, in call-out order. */
  readonly contacts: readonly Contact[];
  readonly patterns: readonly ShiftPattern[];
}
