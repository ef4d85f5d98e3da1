/** Whether one day fits the BY parts of a recurrence (RFC 5545 §3.3.10). It knows no span, no anchor's phase, no COUNT. */

import { type NthWeekday, type RecurrenceRule, WEEKDAYS } from './recurrence-rule.ts';

const MS_PER_DAY = 86_400_000;

/** A day in the numbers that rules speak of. */
export interface DayFacts {
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly dayOfMonth: number;
  readonly monthLength: number;
  /** 1–366. */
  readonly yearDay: number;
  readonly yearLength: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const firstOfYear = (year: number): number => Math.round(Date.UTC(year, 0, 1) / MS_PER_DAY);

const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

export function factsOf(number: number): DayFacts {
  const date = new Date(number * MS_PER_DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const monthLength = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return {
    number,
    year,
    month,
    dayOfMonth: date.getUTCDate(),
    monthLength,
    yearDay: number - firstOfYear(year) + 1,
    yearLength: isLeap(year) ? 366 : 365,
    weekday: weekdayOf(number),
  };
}

/** The list names the position, counted from the front or, negative, from the end; an empty list allows every day. */
function allows(list: readonly number[], position: number, length: number): boolean {
  return list.length === 0 || list.includes(position) || list.includes(position - length - 1);
}

/** First day of week 1: the week, beginning on `weekStart`, that holds 4 January. */
function firstWeekOf(year: number, weekStart: number): number {
  const fourth = firstOfYear(year) + 3;
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

function allowsWeek({ byWeekNo, weekStart }: RecurrenceRule, { number, year }: DayFacts): boolean {
  if (byWeekNo.length === 0) return true;
  const start = WEEKDAYS.indexOf(weekStart);
  const weekYear = [year + 1, year].find((each) => firstWeekOf(each, start) <= number) ?? year - 1;
  const [first, next] = [firstWeekOf(weekYear, start), firstWeekOf(weekYear + 1, start)];
  return allows(byWeekNo, Math.floor((number - first) / 7) + 1, (next - first) / 7);
}

/** `2MO` counts within the month for monthly rules and beside BYMONTH, else within the year. */
function isNamed({ weekday, nth }: NthWeekday, { freq, byMonth }: RecurrenceRule, day: DayFacts): boolean {
  if (WEEKDAYS.indexOf(weekday) !== day.weekday) return false;
  if (nth === undefined) return true;
  const ofMonth = freq === 'MONTHLY' || byMonth.length > 0;
  const [position, length] = ofMonth ? [day.dayOfMonth, day.monthLength] : [day.yearDay, day.yearLength];
  return nth > 0 ? Math.ceil(position / 7) === nth : Math.ceil((length - position + 1) / 7) === -nth;
}

/** What a rule without days leaves open is as on the start: the weekday, the day of the month, the day of the year. */
function fitsStart({ freq, byMonth }: RecurrenceRule, start: DayFacts, day: DayFacts): boolean {
  if (freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return day.weekday === start.weekday;
  const monthFits = freq === 'MONTHLY' || byMonth.length > 0 || day.month === start.month;
  return monthFits && day.dayOfMonth === start.dayOfMonth;
}

export function fitsRule(rule: RecurrenceRule, start: DayFacts, day: DayFacts): boolean {
  const { byDay, byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  const open = byDay.length + byMonthDay.length + byYearDay.length + byWeekNo.length === 0;
  return (
    (byMonth.length === 0 || byMonth.includes(day.month)) &&
    allows(byMonthDay, day.dayOfMonth, day.monthLength) &&
    allows(byYearDay, day.yearDay, day.yearLength) &&
    (byDay.length === 0 || byDay.some((each) => isNamed(each, rule, day))) &&
    allowsWeek(rule, day) &&
    (!open || fitsStart(rule, start, day))
  );
}
