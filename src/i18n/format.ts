/**
 * Dates, clocks, spans and shares as people read them, in both languages and both calendars. It formats what it is
 * given; which days matter and when a shift counts as night stand in `calendar/` and `domain/`.
 */

import { formatCanChi } from '../calendar/can-chi.ts';
import { type Day, weekday } from '../calendar/day.ts';
import { type Instant, type Interval, minutesBetween } from '../calendar/interval.ts';
import { type LunarDate, lunarOf } from '../calendar/lunar.ts';
import { type NamedDay, namedDayOf } from '../calendar/named-days.ts';
import { clockTimeOf, dayOf } from '../calendar/zone.ts';
import { type Language, languageTag, translate } from './translate.ts';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

/** `Thứ Năm`, as a heading or at the start of a line. */
export function formatWeekday(language: Language, day: Day): string {
  return translate(language, `weekday.${weekday(day)}`);
}

/** `thứ Năm`, inside a sentence; English weekdays keep their capital. */
export function formatWeekdayInline(language: Language, day: Day): string {
  return translate(language, `weekday.inline.${weekday(day)}`);
}

/** `T5`, `CN`; `Thu`, `Sun`. */
export function formatWeekdayShort(language: Language, day: Day): string {
  return translate(language, `weekday.short.${weekday(day)}`);
}

/** `04/02`, day before month in both languages. A shift's date never stands without its weekday. */
export function formatDayMonth(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** `04/02/2027`. */
export function formatDate(day: Day): string {
  return `${formatDayMonth(day)}/${day.slice(0, 4)}`;
}

/** `Thứ Năm 04/02`. */
export function formatWeekdayDate(language: Language, day: Day): string {
  return `${formatWeekday(language, day)} ${formatDayMonth(day)}`;
}

/** `T5 04/02`. */
export function formatWeekdayDateShort(language: Language, day: Day): string {
  return `${formatWeekdayShort(language, day)} ${formatDayMonth(day)}`;
}

/** `22–06` when both ends are on the hour, else `22:30–06:15`; a stretch of over 24 hours says how long it is. */
export function formatClockRange(language: Language, span: Interval, zone: string): string {
  const start = clockTimeOf(span.start, zone);
  const end = clockTimeOf(span.end, zone);
  const onTheHour = start.endsWith(':00') && end.endsWith(':00');
  const range = onTheHour ? `${start.slice(0, 2)}–${end.slice(0, 2)}` : `${start}–${end}`;
  const minutes = minutesBetween(span.start, span.end);
  return minutes > MINUTES_PER_DAY ? `${range} (${formatDuration(language, minutes)})` : range;
}

/** `07:00 thứ Năm 04/02`, with the year as `04/02/2027` when asked. */
export function formatClockDay(
  language: Language,
  instant: Instant,
  { zone, year = false }: { readonly zone: string; readonly year?: boolean },
): string {
  const day = dayOf(instant, zone);
  return translate(language, 'moment.clock-day', {
    clock: clockTimeOf(instant, zone),
    weekday: formatWeekdayInline(language, day),
    date: year ? formatDate(day) : formatDayMonth(day),
  });
}

/** `15:04 ngày 03/02/2027`: when something was done, such as publishing; never the time of a shift. */
export function formatStamp(language: Language, instant: Instant, zone: string): string {
  return translate(language, 'moment.stamp', {
    clock: clockTimeOf(instant, zone),
    date: formatDate(dayOf(instant, zone)),
  });
}

/** `08 giờ 00 ngày 01/02/2027`: in a sentence of an official paper, where `08:00` is not written, nor parted at a line's end. */
export function formatPaperMoment(language: Language, instant: Instant, zone: string): string {
  const [hour = '', minute = ''] = clockTimeOf(instant, zone).split(':');
  return translate(language, 'moment.paper', { hour, minute, date: formatDate(dayOf(instant, zone)) });
}

/** `08 giờ 00`, as above. */
export function formatPaperClock(language: Language, instant: Instant, zone: string): string {
  const [hour = '', minute = ''] = clockTimeOf(instant, zone).split(':');
  return translate(language, 'moment.paper-clock', { hour, minute });
}

/** `từ 22 giờ 00 đến 06 giờ 00 hôm sau`: of a shift, on the day it begins. */
export function formatPaperHours(language: Language, { start, end }: Interval, zone: string): string {
  const [from, to] = [start, end].map((instant) => formatPaperClock(language, instant, zone));
  const key = dayOf(start, zone) === dayOf(end, zone) ? 'moment.paper-hours' : 'moment.paper-hours-next';
  return translate(language, key, { start: from ?? '', end: to ?? '' });
}

/** `Thứ Năm, ngày 04/02/2027`: where an official paper has room, and a list's column would have `T5 04/02`. */
export function formatPaperDay(language: Language, day: Day): string {
  const params = { weekday: formatWeekday(language, day), date: formatDate(day) };
  return translate(language, 'moment.paper-day', params);
}

/** `8 giờ`, `9 giờ 18 phút`, `45 phút`; hours are not turned into days, as duty is counted in hours. */
export function formatDuration(language: Language, minutes: number): string {
  const params = { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR };
  if (params.hours === 0) return translate(language, 'duration.minutes', params);
  return translate(language, params.minutes === 0 ? 'duration.hours' : 'duration.hours-minutes', params);
}

/** `12 ngày 3 giờ` from two days on, otherwise as `formatDuration`: for what is still to come. */
export function formatCountdown(language: Language, minutes: number): string {
  if (minutes < 2 * MINUTES_PER_DAY) return formatDuration(language, minutes);
  const params = {
    days: Math.floor(minutes / MINUTES_PER_DAY),
    hours: Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR),
  };
  return translate(language, params.hours === 0 ? 'duration.days' : 'duration.days-hours', params);
}

const ORDINAL_RULES = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL_ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

function ordinal(number: number): string {
  return `${number}${ORDINAL_ENDINGS[ORDINAL_RULES.select(number)] ?? 'th'}`;
}

/** A number as figures and as an English ordinal; each language's phrase takes the one it needs. */
function numerals(number: number): { readonly number: string; readonly ordinal: string } {
  return { number: String(number), ordinal: ordinal(number) };
}

const LUNAR_MONTH_NAMES: Readonly<Record<number, string>> = { 1: 'first', 12: 'last' };

/** `Giêng`, `3`, `Chạp`, `4 nhuận`; `style` tells whether English wants `12` or `12th`. */
function formatLunarMonth(language: Language, { month, leap }: LunarDate, style: 'short' | 'long'): string {
  const name = translate(
    language,
    `lunar.month.${style}.${LUNAR_MONTH_NAMES[month] ?? 'other'}`,
    numerals(month),
  );
  return leap ? translate(language, 'lunar.month.leap', { month: name }) : name;
}

/** `28 Chạp`, `1 Giêng`, `10 tháng 3`, `15 tháng 4 nhuận`; `28/12 lunar`, `15/leap 4 lunar`. */
export function formatLunarShort(language: Language, lunar: LunarDate): string {
  return translate(language, 'lunar.short', {
    day: String(lunar.day),
    month: formatLunarMonth(language, lunar, 'short'),
  });
}

/** `28 tháng Chạp`, `mùng 1 tháng Giêng`; `28th of the 12th lunar month`. The first ten days are mùng. */
export function formatLunarLong(language: Language, lunar: LunarDate): string {
  return translate(language, 'lunar.long', {
    day: translate(language, lunar.day <= 10 ? 'lunar.day.early' : 'lunar.day.late', numerals(lunar.day)),
    month: formatLunarMonth(language, lunar, 'long'),
  });
}

/** `mùng 1 tháng Giêng năm Đinh Mùi`. */
export function formatLunarFull(language: Language, lunar: LunarDate): string {
  return translate(language, 'lunar.full', {
    date: formatLunarLong(language, lunar),
    year: formatCanChi(lunar.year),
  });
}

/** Both calendars of a day in one line: `Thứ Năm 04/02 (28 tháng Chạp)`. */
export function formatBothCalendars(language: Language, day: Day): string {
  return `${formatWeekdayDate(language, day)} (${formatLunarLong(language, lunarOf(day))})`;
}

/** `Giao thừa`, `Mùng 1`. */
export function formatNamedDay(language: Language, namedDay: NamedDay): string {
  return translate(language, `named-day.${namedDay}`);
}

/** `29 tháng Chạp, Giao thừa`; the lunar date alone when it begins with the name, as `mùng 1 tháng Giêng` does. */
export function joinLunarAndName(lunar: string, name: string): string {
  return name === '' || lunar.toLowerCase().startsWith(name.toLowerCase()) ? lunar : `${lunar}, ${name}`;
}

/** Days whose lunar date already says all there is to say. */
const UNNAMED_IN_HEADS: readonly NamedDay[] = ['mung-4', 'mung-5'];

/** What stands under the lunar date in a day's head: `Giao thừa`, `Mùng 1`; empty on most days. */
export function formatDayName(language: Language, day: Day): string {
  const named = namedDayOf(day);
  return named && !UNNAMED_IN_HEADS.includes(named) ? formatNamedDay(language, named) : '';
}

/**
 * `0,05 %` for 0.0005, with a no-break space. `up` never understates: a certificate that says "not more than" must
 * stay true after rounding to two decimals.
 */
export function formatPercent(
  language: Language,
  share: number,
  rounding: 'nearest' | 'up' = 'nearest',
): string {
  const number = new Intl.NumberFormat(languageTag(language), {
    maximumFractionDigits: 2,
    roundingMode: rounding === 'up' ? 'ceil' : 'halfExpand',
    // 0.0005 × 100 is a hair above 0.05 in binary; twelve digits drop the hair before rounding up.
  }).format(Number((share * 100).toPrecision(12)));
  return `${number}\u00a0%`;
}
