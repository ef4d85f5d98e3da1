/**
 * Recurrences expanded into civil days, as RFC 5545 §3.3.10 defines them. Days in, days out; no clock, no zone. A rule
 * is read interval by interval (a day, a week, a month, a year): the days of the interval that fit every BY part are a
 * set, BYSETPOS picks from it. Only intervals that may touch the span are looked at, so every expansion ends.
 */

import { AppError } from '../kernel/app-error.ts';
import { type Day, dayFrom, dayNumber, fromDayNumber, weekday, yearOf } from './day.ts';
import { type DayFacts, factsOf, fitsRule } from './recurrence-days.ts';
import {
  FIRST_RECURRENCE_YEAR,
  LAST_RECURRENCE_YEAR,
  MOST_OCCURRENCES,
  parseRecurrence,
  type RecurrenceFault,
  type RecurrenceRule,
  WEEKDAYS,
} from './recurrence-rule.ts';

/**
 * Where intervals run from when nobody says: a fixed day, so that a rule gives the same days whichever span is asked
 * for. A Monday, the first of a month and of a year, before every day we expand.
 */
const EPOCH = '1968-01-01' as Day;

export interface RecurrenceSpan {
  /** Occurrences on the half-open days [from, to). */
  readonly from: Day;
  readonly to: Day;
  /**
   * The anchor, iCalendar's DTSTART: intervals and COUNT run from it, nothing occurs before it, and what the rule leaves
   * open (a weekday, a day of the month) is as on it. A DTSTART line in the rule wins over it, EPOCH stands in for it.
   */
  readonly start?: Day;
}

export type Expansion =
  | { readonly ok: true; readonly days: readonly Day[] }
  | { readonly ok: false; readonly faults: readonly RecurrenceFault[] };

/** Day numbers [from, to) of the set that lies `index` intervals after the one that holds the start. */
function intervalAt(
  { freq, interval, weekStart }: RecurrenceRule,
  start: Day,
  index: number,
): { readonly from: number; readonly to: number } {
  const steps = index * interval;
  const [year, month] = [yearOf(start), Number(start.slice(5, 7))];
  const between = (first: Day, next: Day) => ({ from: dayNumber(first), to: dayNumber(next) });
  switch (freq) {
    case 'DAILY': {
      const from = dayNumber(start) + steps;
      return { from, to: from + 1 };
    }
    case 'WEEKLY': {
      const intoWeek = (weekday(start) - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7;
      const from = dayNumber(start) - intoWeek + 7 * steps;
      return { from, to: from + 7 };
    }
    case 'MONTHLY':
      return between(dayFrom(year, month + steps, 1), dayFrom(year, month + steps + 1, 1));
    case 'YEARLY':
      return between(dayFrom(year + steps, 1, 1), dayFrom(year + steps + 1, 1, 1));
  }
}

/** Dividing by the longest interval never lands past the one looked for. */
const MOST_DAYS_OF = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 } as const;

/** The index of an interval at or before the one that holds `day`, and never a negative one. */
function indexBefore(rule: RecurrenceRule, start: Day, day: number): number {
  const ahead = day - intervalAt(rule, start, 0).from;
  return Math.max(0, Math.floor(ahead / (MOST_DAYS_OF[rule.freq] * rule.interval)));
}

/** The interval's set: the days that fit, in order, of which BYSETPOS picks each at most once. */
function setOf(rule: RecurrenceRule, start: DayFacts, span: { from: number; to: number }): number[] {
  const set: number[] = [];
  for (let day = span.from; day < span.to; day++) if (fitsRule(rule, start, factsOf(day))) set.push(day);
  const { bySetPos } = rule;
  if (bySetPos.length === 0) return set;
  return set.filter((_, i) => bySetPos.includes(i + 1) || bySetPos.includes(i - set.length));
}

/** Days of [from, to) in order; one more than allowed at most. */
function collect(rule: RecurrenceRule, start: Day, span: RecurrenceSpan): Day[] {
  const [first, from] = [dayNumber(start), dayNumber(span.from)];
  const to = Math.min(dayNumber(span.to), rule.until ? dayNumber(rule.until) + 1 : Number.POSITIVE_INFINITY);
  const { count = Number.POSITIVE_INFINITY } = rule;
  const facts = factsOf(first);
  const days: Day[] = [];
  let counted = 0;
  // COUNT counts from the start; without it nothing before the span matters.
  for (let index = rule.count === undefined ? indexBefore(rule, start, from) : 0; ; index++) {
    const interval = intervalAt(rule, start, index);
    if (interval.from >= to) return days;
    if (interval.to <= from && rule.count === undefined) continue;
    for (const day of setOf(rule, facts, interval)) {
      if (day < first) continue;
      if (day >= to || counted === count || days.length > MOST_OCCURRENCES) return days;
      counted++;
      if (day >= from) days.push(fromDayNumber(day));
    }
  }
}

function isSupported(day: Day): boolean {
  return yearOf(day) >= FIRST_RECURRENCE_YEAR && yearOf(day) <= LAST_RECURRENCE_YEAR;
}

/**
 * The days of [from, to) on which the rule occurs, in order. Unlike in iCalendar, the start is no occurrence unless it
 * fits the rule. Refuses a rule at fault, days outside 1968–2100, and more than MOST_OCCURRENCES days.
 */
export function expandRecurrence(given: RecurrenceSpan & { readonly rrule: string }): Expansion {
  const check = parseRecurrence(given.rrule);
  if (!check.ok) return check;
  const { from, to } = given;
  const start = check.rule.start ?? given.start ?? EPOCH;
  if (to <= from) return { ok: true, days: [] };
  if (![from, fromDayNumber(dayNumber(to) - 1), start].every(isSupported)) {
    const params = { from, to, firstYear: FIRST_RECURRENCE_YEAR, lastYear: LAST_RECURRENCE_YEAR };
    return { ok: false, faults: [{ key: 'fault.rrule.span', params }] };
  }
  const days = collect(check.rule, start, given);
  if (days.length > MOST_OCCURRENCES) {
    return { ok: false, faults: [{ key: 'fault.rrule.tooMany', params: { most: MOST_OCCURRENCES } }] };
  }
  return { ok: true, days };
}

/** The same for a rule that was checked when it came in: throws its first fault as `invalid`. */
export function daysOfRecurrence(rrule: string, span: RecurrenceSpan): readonly Day[] {
  const expansion = expandRecurrence({ ...span, rrule });
  if (expansion.ok) return expansion.days;
  const [fault] = expansion.faults;
  throw new AppError('invalid', fault?.key ?? 'fault.rrule.empty', fault?.params);
}
