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

export interface LieuTable {
  /** Duties on site of at least so many hours earn days; shorter ones and standby earn none. */
  readonly leastHours: number;
  /** When a duty that begins on a Friday or Saturday is made up for. */
  readonly afterWeekend: AfterWeekend;
  /** Working days off after the break, for a duty that begins in one. */
  readonly holidayDays: number;
}

export interface LongDuty {
  readonly day: Day;
  readonly span: Interval;
  readonly presence: Presence;
}

const FRIDAY = 5;
const SATURDAY = 6;
/** Longer than any break goes on from one working day to the next. */
const MOST_DAYS_ON = 31;

/** The days a duty earns, ascending; none where it is too short or stood at home. */
export function lieuDaysOf(duty: LongDuty, table: LieuTable, breaks: readonly HolidayBreak[]): Day[] {
  const { day, span, presence } = duty;
  if (presence === 'standby' || minutesBetween(span.start, span.end) < table.leastHours * 60) return [];
  const within = breakOf(day, breaks);
  if (within) return workingDaysFrom(within.to, table.holidayDays, breaks);
  const begins = weekday(day);
  const late = begins === FRIDAY || begins === SATURDAY;
  if (!late || table.afterWeekend === 'next-day') return [addDays(day, 1)];
  const monday = addDays(day, 8 - begins);
  return [table.afterWeekend === 'monday' ? monday : addDays(monday, 1)];
}

function workingDaysFrom(first: Day, count: number, breaks: readonly HolidayBreak[]): Day[] {
  const found: Day[] = [];
  for (let i = 0; i < MOST_DAYS_ON && found.length < count; i++) {
    const day = addDays(first, i);
    if (dayKind(day, breaks) === 'working') found.push(day);
  }
  return found;
}
