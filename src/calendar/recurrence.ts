/**
 * Recurrences expanded into civil days: the only door to the rrule library. Days in, days out; no clock, no zone, so
 * the process's own zone cannot matter.
 */

import library from 'rrule';
import { AppError } from '../kernel/app-error.ts';
import { type Day, dayNumber, daysBetween, fromDayNumber, yearOf } from './day.ts';
import {
  FIRST_RECURRENCE_YEAR,
  LAST_RECURRENCE_YEAR,
  MOST_OCCURRENCES,
  parseRecurrence,
  type RecurrenceFault,
  type RecurrenceRule,
  WEEKDAYS,
} from './recurrence-rule.ts';

export interface RecurrenceSpan {
  /** Occurrences on the half-open days [from, to). */
  readonly from: Day;
  readonly to: Day;
  /** Day from which intervals and COUNT run; a DTSTART line in the rule wins over it, and `from` stands in for it. */
  readonly start?: Day;
}

export type Expansion =
  | { readonly ok: true; readonly days: readonly Day[] }
  | { readonly ok: false; readonly faults: readonly RecurrenceFault[] };

/** The library is CommonJS: Node finds its names only behind the default import. */
const { RRule } = library;
const MS_PER_DAY = 86_400_000;

/** Thrown through the library to stop it, caught here. */
class PastTheSpan extends Error {}

function dateOf(day: Day): Date {
  return new Date(dayNumber(day) * MS_PER_DAY);
}

function createLibraryRule(rule: RecurrenceRule, start: Day): InstanceType<typeof RRule> {
  const list = (numbers: readonly number[]): number[] | null => (numbers.length > 0 ? [...numbers] : null);
  const byDay = rule.byDay.map(({ weekday, nth }) =>
    nth === undefined ? RRule[weekday] : RRule[weekday].nth(nth),
  );
  const options = {
    freq: RRule[rule.freq],
    dtstart: dateOf(start),
    interval: rule.interval,
    wkst: WEEKDAYS.indexOf(rule.weekStart),
    count: rule.count ?? null,
    until: rule.until ? dateOf(rule.until) : null,
    byweekday: byDay.length > 0 ? byDay : null,
    bymonth: list(rule.byMonth),
    bymonthday: list(rule.byMonthDay),
    byyearday: list(rule.byYearDay),
    byweekno: list(rule.byWeekNo),
    bysetpos: list(rule.bySetPos),
  };
  return new RRule(options, true);
}

/**
 * The library walks on to the year 9999 while a rule matches nothing (30 February). It reads `bymonth` once for each
 * day it looks at, so counting those reads stops it a little after the last day that matters.
 */
function limitSearch(rule: InstanceType<typeof RRule>, daysToLookAt: number): void {
  const { bymonth } = rule.options;
  let looked = 0;
  Object.defineProperty(rule.options, 'bymonth', {
    get: () => {
      if (++looked > daysToLookAt) throw new PastTheSpan();
      return bymonth;
    },
  });
}

/** Days of [from, to) in order; one more than allowed at most. */
function collect(rule: RecurrenceRule, start: Day, { from, to }: RecurrenceSpan): Day[] {
  const days: Day[] = [];
  const searched = createLibraryRule(rule, start);
  // The library looks at whole years at a time, from the one that holds `start` to the one that holds `to`.
  limitSearch(searched, Math.max(0, daysBetween(start, to)) + 3 * 366);
  try {
    searched.all((date) => {
      const day = fromDayNumber(Math.floor(date.getTime() / MS_PER_DAY));
      if (day >= to) return false;
      if (day >= from) days.push(day);
      return days.length <= MOST_OCCURRENCES;
    });
  } catch (error) {
    if (!(error instanceof PastTheSpan)) throw error;
  }
  return days;
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
  const start = check.rule.start ?? given.start ?? from;
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
