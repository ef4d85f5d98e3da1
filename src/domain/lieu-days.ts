/**
 * Nghỉ bù: the days off that long duties earn, by a table of the unit. A duty from Friday or Saturday is made up for later in
 * the next week, one of a holiday after the break is over.
 */

import { addDays, type Day, weekday } from '../calendar/day.ts';
import { breakOf, dayKind, type HolidayBreak } from '../calendar/holidays.ts';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import type { Presence } from './unit.ts';

export const AFTER_WEEKEND = ['next-day', 'monday', 'tuesday'] as const;
export type AfterWeekend = (typeof AFTER_WEEKEND)[number];

/** Whether several duties of one holiday earn the same days, or each its own, one after the other. */
export const HOLIDAY_COUNTS = ['once', 'each'] as const;
export type HolidayCount = (typeof HOLIDAY_COUNTS)[number];

export interface LieuTable {
  /** Duties on site of at least so many hours earn days; shorter ones and standby earn none. */
  readonly leastHours: number;
  /** When a duty that begins on a Friday or Saturday is made up for. */
  readonly afterWeekend: AfterWeekend;
  /** Working days off after the break, for a duty that begins in one. */
  readonly holidayDays: number;
  readonly holidayCount: HolidayCount;
}

export interface LongDuty {
  readonly day: Day;
  readonly span: Interval;
  readonly presence: Presence;
}

const FRIDAY = 5;
const SATURDAY = 6;
/** More than the days off among any so many: weekends are two of seven, and no break is longer than these. */
const MOST_DAYS_FREE = 31;

/** The days a duty earns by itself, ascending; none where it is too short, stood at home, or added up with others. */
export function lieuDaysOf(duty: LongDuty, table: LieuTable, breaks: readonly HolidayBreak[]): Day[] {
  const { day } = duty;
  if (timesLong(duty, table) === 0) return [];
  const within = breakOf(day, breaks);
  if (within && table.holidayCount === 'each') return [];
  if (within) return workingDaysFrom(within.to, table.holidayDays, breaks);
  const begins = weekday(day);
  const late = begins === FRIDAY || begins === SATURDAY;
  if (!late || table.afterWeekend === 'next-day') return [addDays(day, 1)];
  const monday = addDays(day, 8 - begins);
  return [table.afterWeekend === 'monday' ? monday : addDays(monday, 1)];
}

/** How often the duty is as long as what earns a day: 24 hours are twice 12. */
function timesLong({ span, presence }: LongDuty, { leastHours }: LieuTable): number {
  return presence === 'standby' ? 0 : Math.floor(minutesBetween(span.start, span.end) / (leastHours * 60));
}

/** Where the duties of a holiday are added up, the holiday and how many working days after it the duty earns. */
export function holidayWorth(
  duty: LongDuty,
  table: LieuTable,
  breaks: readonly HolidayBreak[],
): { readonly within: HolidayBreak; readonly days: number } | undefined {
  if (table.holidayCount === 'once') return undefined;
  const within = breakOf(duty.day, breaks);
  const days = table.holidayDays * timesLong(duty, table);
  return within && days > 0 ? { within, days } : undefined;
}

export function workingDaysFrom(first: Day, count: number, breaks: readonly HolidayBreak[]): Day[] {
  const found: Day[] = [];
  for (let i = 0; i < MOST_DAYS_FREE + 2 * count && found.length < count; i++) {
    const day = addDays(first, i);
    if (dayKind(day, breaks) === 'working') found.push(day);
  }
  return found;
}
