/** A month of both calendars to choose a day from, and the hours of a day: shown at a field of a form by the script. */

import { type MomentKind, shownMoment } from '../../app/typed-moments.ts';
import { addDays, type Day, dayFrom, daysBetween, parseDay, weekday, yearOf } from '../../calendar/day.ts';
import {
  FIRST_LUNAR_DAY,
  isLunarDay,
  LAST_LUNAR_DAY,
  LAST_LUNAR_YEAR,
  lunarOf,
  solarOf,
} from '../../calendar/lunar.ts';
import {
  formatDayName,
  formatLunarFull,
  formatLunarLong,
  formatWeekdayDateShort,
  formatWeekdayShort,
} from '../../i18n/format.ts';
import { sayDay } from '../kit/moment-fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { kindOf, momentIn } from './typed-values.ts';

const DAYS_A_WEEK = 7;
const FULL_MOON = 15;
/** Hours in which a minute of duty is one at night (Labour Code, Art. 106). */
const NIGHT_FROM = 22;
const NIGHT_TO = 6;
const QUARTERS = ['00', '15', '30', '45'];

/** Chosen in the field, and in the field of the stretch's other end. */
interface Ends {
  readonly day?: Day;
  readonly other?: Day;
}

export async function showPicker(visit: Visit): Promise<Reply> {
  const kind = kindOf(visit);
  const { day, time = '' } = momentIn(visit, 'value');
  const { day: other } = momentIn(visit, 'other');
  const ends: Ends = { ...(day ? { day } : {}), ...(other ? { other } : {}) };
  const month = kind === 'time' ? undefined : monthView(visit, ends);
  const model = { month, hours: hoursView(kind, time), stretch: stretchWords(visit, ends) };
  return { kind: 'parts', parts: [{ name: 'picker', view: 'dates/picker', model }], data: {} };
}

function monthView(visit: Visit, ends: Ends): object {
  const first = shownMonth(visit, ends);
  const next = dayFrom(yearOf(first), monthOf(first) + 1, 1);
  const last = addDays(next, -1);
  const monday = addDays(first, 1 - weekday(first));
  const weeks = Math.ceil((daysBetween(monday, last) + 1) / DAYS_A_WEEK);
  return {
    title: visit.say('dates.month', { month: monthOf(first), year: first.slice(0, 4) }),
    lunar: lunarStretch(visit, first, last),
    // Nowhere to go beyond the years whose lunar days are known.
    before: first > FIRST_LUNAR_DAY ? addDays(first, -1).slice(0, 7) : '',
    after: next <= LAST_LUNAR_DAY ? next.slice(0, 7) : '',
    weekdays: range(DAYS_A_WEEK).map((i) => formatWeekdayShort(visit.language, addDays(monday, i))),
    weeks: range(weeks).map((week) =>
      range(DAYS_A_WEEK).map((i) =>
        cellOf(visit, addDays(monday, week * DAYS_A_WEEK + i), { first, last }, ends),
      ),
    ),
    quick: quickDays(visit, first),
  };
}

/** First day of the month asked for, of the day chosen, or of today. */
function shownMonth({ query, today }: Visit, { day, other }: Ends): Day {
  const asked = parseDay(`${query.get('month') ?? ''}-01`);
  const shown = [asked, day, other].find((each) => each !== undefined && isLunarDay(each)) ?? today;
  return dayFrom(yearOf(shown), monthOf(shown), 1);
}

function cellOf(visit: Visit, day: Day, month: { first: Day; last: Day }, { day: at, other }: Ends) {
  const lunar = isLunarDay(day) ? lunarOf(day) : undefined;
  const between = at !== undefined && other !== undefined && isBetween(day, at, other);
  const outside = day < month.first || day > month.last;
  return {
    // As the field takes it.
    value: shownDay(day),
    number: Number(day.slice(8)),
    lunar: !lunar ? '' : lunar.day === 1 ? `1/${lunar.month}` : String(lunar.day),
    phase: lunar?.day === 1 ? 'new' : lunar?.day === FULL_MOON ? 'full' : '',
    name: formatDayName(visit.language, day),
    // The whole day in words, for who does not see the grid.
    said: `${shownDay(day)}, ${sayDay(visit.language, day)}`,
    css: [
      ...(between ? ['date-between'] : []),
      ...(outside ? ['date-outside'] : []),
      ...(day === at || day === other ? ['date-end'] : []),
    ].join(' '),
    chosen: day === at,
    today: day === visit.today,
  };
}

/** As a field of a day shows it. */
function shownDay(day: Day): string {
  return shownMoment('day', day);
}

function isBetween(day: Day, a: Day, b: Day): boolean {
  return a < b ? a <= day && day <= b : b <= day && day <= a;
}

/** `25 tháng Chạp – mùng 4 tháng Giêng năm Đinh Mùi`. */
function lunarStretch({ language }: Visit, first: Day, last: Day): string {
  if (!isLunarDay(first) || !isLunarDay(last)) return '';
  return `${formatLunarLong(language, lunarOf(first))} – ${formatLunarFull(language, lunarOf(last))}`;
}

/** Today, and both days around which a year turns: the next ones from the month shown on. */
function quickDays({ say, today }: Visit, first: Day): object[] {
  const years = [yearOf(first), yearOf(first) + 1];
  const mung = years
    .filter((year) => year <= LAST_LUNAR_YEAR)
    .flatMap((year) => solarOf({ day: 1, month: 1, year, leap: false }) ?? [])
    .find((day) => day >= first);
  const quick = [{ value: shownDay(today), label: say('word.today') }];
  if (mung === undefined) return quick;
  return [
    ...quick,
    { value: shownDay(addDays(mung, -1)), label: say('named-day.giao-thua') },
    { value: shownDay(mung), label: say('named-day.mung-1') },
  ];
}

function stretchWords({ say, language }: Visit, { day, other }: Ends): object | undefined {
  if (day === undefined || other === undefined) return undefined;
  const [from, to] = day < other ? [day, other] : [other, day];
  return {
    days: say('dates.days', { days: daysBetween(from, to) + 1 }),
    span: `${formatWeekdayDateShort(language, from)} – ${formatWeekdayDateShort(language, to)}`,
  };
}

function hoursView(kind: MomentKind, time: string): object | undefined {
  if (kind === 'day') return undefined;
  const [hour = '', minute = ''] = time.split(':');
  return {
    hours: range(24).map((each) => ({
      value: padded(each),
      night: each >= NIGHT_FROM || each < NIGHT_TO,
      chosen: padded(each) === hour,
    })),
    minutes: QUARTERS.map((value) => ({ value, chosen: value === minute })),
  };
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

function padded(hour: number): string {
  return String(hour).padStart(2, '0');
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
