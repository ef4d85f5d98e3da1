/** Leave and wishes of one person on the weeks of a period, in both calendars. */

import { addDays, type Day, eachDay, weekday } from '../../calendar/day.ts';
import { breakOf, type HolidayBreak } from '../../calendar/holidays.ts';
import type { Instant, Interval } from '../../calendar/interval.ts';
import { overlaps } from '../../calendar/interval.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { namedDayOf } from '../../calendar/named-days.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { AvailabilityEntry, AvailabilityKind } from '../../domain/case.ts';
import type { Period } from '../../domain/period.ts';
import {
  formatBothCalendars,
  formatClockRange,
  formatDayMonth,
  formatDayName,
  formatLunarShort,
  formatWeekdayShort,
} from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

/** What the calendar is of; shifts are what the person stands as published. */
export interface CalendarSource {
  readonly period: Period;
  readonly zone: string;
  readonly entries: readonly AvailabilityEntry[];
  readonly shifts: readonly { readonly span: Interval; readonly post: string }[];
  readonly breaks: readonly HolidayBreak[];
  /** Where a day leads, to enter something for it; absent where nothing can be entered. */
  readonly hrefOf?: (day: Day) => string;
}

const ICONS: Readonly<Record<AvailabilityKind, string>> = {
  leave: 'close',
  'wish-for': 'plus',
  'wish-against': 'triangle',
};

/** Whole weeks, Monday first. */
export function availabilityCalendar(visit: Visit, source: CalendarSource) {
  const { period, zone } = source;
  const first = dayOf(period.span.start, zone);
  const last = dayOf((period.span.end - 1) as Instant, zone);
  const days = eachDay(mondayOf(first), addDays(mondayOf(last), 7));
  const cells = days.map((day) => cellOf(visit, source, { day, inside: first <= day && day <= last }));
  return {
    heads: days.slice(0, 7).map((day) => formatWeekdayShort(visit.language, day)),
    weeks: Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7)),
  };
}

/** `weekday` is 1 on Mondays and 7 on Sundays. */
function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

function cellOf(
  visit: Visit,
  source: CalendarSource,
  { day, inside }: { readonly day: Day; readonly inside: boolean },
) {
  const { language, today } = visit;
  return {
    day,
    date: formatDayMonth(day),
    lunar: formatLunarShort(language, lunarOf(day)),
    name: formatDayName(language, day),
    label: formatBothCalendars(language, day),
    inside,
    today: day === today,
    named: namedDayOf(day) !== undefined,
    off: weekday(day) === 7 || breakOf(day, source.breaks) !== undefined,
    href: inside && source.hrefOf ? source.hrefOf(day) : '',
    marks: inside ? marksOf(visit, source, day) : [],
  };
}

function marksOf(visit: Visit, source: CalendarSource, day: Day) {
  const { language, say } = visit;
  const { zone, entries, shifts } = source;
  const within = { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
  const marks = entries.flatMap((entry) => {
    const { leave, wishes } = expandAvailability([entry], within, zone);
    const whole = entry.startTime === undefined;
    // A night stands on the day it begins.
    const spans = [...leave, ...wishes].filter(({ span }) => whole || dayOf(span.start, zone) === day);
    return spans.map(({ span }) => {
      const name = say(`availability.short.${entry.kind}`);
      const words = whole ? name : `${name} ${formatClockRange(language, span, zone)}`;
      return { kind: entry.kind, icon: ICONS[entry.kind], words };
    });
  });
  const stood = shifts
    .filter(({ span }) => overlaps(span, within) && dayOf(span.start, zone) === day)
    .map(({ span, post }) => ({
      kind: 'shift',
      icon: 'shield',
      words: `${post} ${formatClockRange(language, span, zone)}`,
    }));
  return [...stood, ...marks];
}
