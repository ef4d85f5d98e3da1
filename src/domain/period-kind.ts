/** What kind of stretch a period is, and the months, quarters and years one can make with a press. */

import { type Day, dayFrom, yearOf } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import { type ClockTime, clockTimeOf, dayOf, instantAt } from '../calendar/zone.ts';
import type { Period } from './period.ts';

/** `open`: until lifted. `days`: any others. */
const PERIOD_KINDS = ['holiday', 'month', 'quarter', 'year', 'urgent', 'open', 'days'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whole months of the civil year. */
const CALENDAR_KINDS = ['month', 'quarter', 'year'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

const MONTHS: Readonly<Record<CalendarKind, number>> = { month: 1, quarter: 3, year: 12 };
const URGENT_HOURS = 72;

/** `number` is the month (1–12), the quarter (1–4), or 1. */
export interface CalendarStretch {
  readonly kind: CalendarKind;
  readonly year: number;
  readonly number: number;
}

/** Read off what the period is: nothing is kept that could say otherwise. */
export function periodKind(period: Omit<Period, 'id' | 'name'>, zone: string): PeriodKind {
  const { span, holidays, untilLifted } = period;
  if (untilLifted === true) return 'open';
  if (holidays.length > 0) return 'holiday';
  return stretchOfSpan(span, zone)?.kind ?? (hoursOf(span) === URGENT_HOURS ? 'urgent' : 'days');
}

/** Undefined for what is no whole month, quarter or year, from an hour to the same hour. */
export function stretchOfSpan(span: Interval, zone: string): CalendarStretch | undefined {
  if (clockTimeOf(span.start, zone) !== clockTimeOf(span.end, zone)) return undefined;
  const first = dayOf(span.start, zone);
  const stretches = CALENDAR_KINDS.map((kind) => stretchAt(kind, first));
  return stretches.find((each) => {
    const { from, to } = daysOfStretch(each);
    return from === first && to === dayOf(span.end, zone);
  });
}

/** The month, quarter or year that a day is in. */
function stretchAt(kind: CalendarKind, day: Day): CalendarStretch {
  const month = Number(day.slice(5, 7));
  return { kind, year: yearOf(day), number: Math.ceil(month / MONTHS[kind]) };
}

export function nextStretch({ kind, year, number }: CalendarStretch): CalendarStretch {
  return number * MONTHS[kind] === 12
    ? { kind, year: year + 1, number: 1 }
    : { kind, year, number: number + 1 };
}

/** [from, to). */
export function daysOfStretch({ kind, year, number }: CalendarStretch): {
  readonly from: Day;
  readonly to: Day;
} {
  const months = MONTHS[kind];
  return { from: dayFrom(year, (number - 1) * months + 1, 1), to: dayFrom(year, number * months + 1, 1) };
}

/** From an hour of the first day to the same hour after the last. */
export function spanOfStretch(stretch: CalendarStretch, start: ClockTime, zone: string): Interval {
  const { from, to } = daysOfStretch(stretch);
  return { start: instantAt(from, start, zone), end: instantAt(to, start, zone) };
}

/** `2027-03`, `2027-Q2`, `2027`; undefined for anything else. */
export function parseStretch(text: string): CalendarStretch | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, year, quarter, month] = match;
  if (quarter !== undefined) return { kind: 'quarter', year: Number(year), number: Number(quarter) };
  if (month !== undefined) return { kind: 'month', year: Number(year), number: Number(month) };
  return { kind: 'year', year: Number(year), number: 1 };
}

/** What `parseStretch` reads. */
export function formatStretch({ kind, year, number }: CalendarStretch): string {
  if (kind === 'year') return String(year);
  return kind === 'quarter' ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`;
}

/** Those to make next: of those that begin after today, the first that are not made yet. */
export function proposedStretches(
  kind: CalendarKind,
  today: Day,
  { made, count }: { readonly made: readonly CalendarStretch[]; readonly count: number },
): CalendarStretch[] {
  const known = new Set(made.map(formatStretch));
  const found: CalendarStretch[] = [];
  for (let at = nextStretch(stretchAt(kind, today)); found.length < count; at = nextStretch(at)) {
    if (!known.has(formatStretch(at))) found.push(at);
  }
  return found;
}

function hoursOf({ start, end }: Interval): number {
  return (end - start) / 3_600_000;
}
