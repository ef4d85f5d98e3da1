/** RFC 5545 §3.3.10 said once more, slowly and without the library: every day is asked whether the rule means it. */

import {
  addDays,
  type Day,
  dayFrom,
  dayNumber,
  daysBetween,
  eachDay,
  weekday,
  yearOf,
} from '../../src/calendar/day.ts';
import { type RecurrenceRule, WEEKDAYS } from '../../src/calendar/recurrence-rule.ts';

const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dayOfMonth = (day: Day): number => Number(day.slice(8));
const firstOfMonth = (day: Day): Day => dayFrom(yearOf(day), monthOf(day), 1);
const nextMonth = (day: Day): Day => dayFrom(yearOf(day), monthOf(day) + 1, 1);
const firstOfYear = (year: number): Day => dayFrom(year, 1, 1);

/** The n-th of [from, to), counted from 1 and from -1. */
const positions = (day: Day, from: Day, to: Day): number[] => [
  daysBetween(from, day) + 1,
  -daysBetween(day, to),
];

const weekStartOf = (day: Day, wkst: number): Day => addDays(day, -((weekday(day) - 1 - wkst + 7) % 7));

/** The week that holds 4 January is the first of its year. */
const firstWeek = (year: number, wkst: number): Day => weekStartOf(dayFrom(year, 1, 4), wkst);

function weekNumbers(day: Day, wkst: number): number[] {
  const week = weekStartOf(day, wkst);
  const year = [1, 0, -1].map((add) => yearOf(day) + add).find((each) => firstWeek(each, wkst) <= week);
  if (year === undefined) throw new Error(day);
  const [first, next] = [firstWeek(year, wkst), firstWeek(year + 1, wkst)];
  return [daysBetween(first, week) / 7 + 1, -daysBetween(week, next) / 7];
}

function block(rule: RecurrenceRule, day: Day): number {
  const wkst = WEEKDAYS.indexOf(rule.weekStart);
  if (rule.freq === 'DAILY') return dayNumber(day);
  if (rule.freq === 'WEEKLY') return Math.floor(dayNumber(weekStartOf(day, wkst)) / 7);
  return rule.freq === 'MONTHLY' ? yearOf(day) * 12 + monthOf(day) : yearOf(day);
}

function isWeekday(rule: RecurrenceRule, day: Day): boolean {
  const ofMonth = rule.freq === 'MONTHLY' || rule.byMonth.length > 0;
  const [from, to] = ofMonth
    ? [firstOfMonth(day), nextMonth(day)]
    : [firstOfYear(yearOf(day)), firstOfYear(yearOf(day) + 1)];
  const [ahead = 0, behind = 0] = positions(day, from, to);
  const nths = [Math.ceil(ahead / 7), -Math.ceil(-behind / 7)];
  return rule.byDay.some(
    ({ weekday: code, nth }) =>
      WEEKDAYS[weekday(day) - 1] === code && (nth === undefined || nths.includes(nth)),
  );
}

function fits(rule: RecurrenceRule, start: Day, day: Day): boolean {
  const wkst = WEEKDAYS.indexOf(rule.weekStart);
  const any = (list: readonly number[], found: readonly number[]): boolean =>
    list.length === 0 || found.some((each) => list.includes(each));
  const open = [rule.byDay, rule.byMonthDay, rule.byYearDay, rule.byWeekNo].every(
    (each) => each.length === 0,
  );
  if (open && rule.freq === 'WEEKLY' && weekday(day) !== weekday(start)) return false;
  if (open && rule.freq === 'MONTHLY' && dayOfMonth(day) !== dayOfMonth(start)) return false;
  if (open && rule.freq === 'YEARLY') {
    if (dayOfMonth(day) !== dayOfMonth(start)) return false;
    if (rule.byMonth.length === 0 && monthOf(day) !== monthOf(start)) return false;
  }
  return (
    any(rule.byMonth, [monthOf(day)]) &&
    any(rule.byMonthDay, positions(day, firstOfMonth(day), nextMonth(day))) &&
    any(rule.byYearDay, positions(day, firstOfYear(yearOf(day)), firstOfYear(yearOf(day) + 1))) &&
    any(rule.byWeekNo, weekNumbers(day, wkst)) &&
    (rule.byDay.length === 0 || isWeekday(rule, day))
  );
}

/** Every day before `to` that the rule means, from `start` on. */
export function plainOccurrences(rule: RecurrenceRule, start: Day, to: Day): Day[] {
  const sets = new Map<number, Day[]>();
  // A whole year before and after: the sets that BYSETPOS counts in begin before the start.
  for (const day of eachDay(addDays(start, -370), addDays(to, 370))) {
    const index = block(rule, day) - block(rule, start);
    if (index < 0 || index % rule.interval !== 0 || !fits(rule, start, day)) continue;
    sets.set(index, [...(sets.get(index) ?? []), day]);
  }
  const chosen = [...sets.values()].flatMap((set) =>
    rule.bySetPos.length === 0
      ? set
      : set.filter((_, i) => rule.bySetPos.includes(i + 1) || rule.bySetPos.includes(i - set.length)),
  );
  const { until, count = chosen.length } = rule;
  return chosen
    .filter((day) => day >= start && (until === undefined || day <= until))
    .slice(0, count)
    .filter((day) => day < to);
}
