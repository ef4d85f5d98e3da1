/**
 * Breaks: the days off around a public holiday, as announced or as the law implies, and what they make of a day.
 * Where breaks come from stands in `holiday-file.ts`, `holiday-law.ts` and `holiday-sources.ts`.
 */

import type { Params } from '../kernel/app-error.ts';
import { addDays, type Day, weekday } from './day.ts';

/** The last one is a single break: Giỗ Tổ runs into 30/4 when both touch the same weekend. */
export const HOLIDAY_KINDS = [
  'new-year',
  'tet',
  'gio-to',
  'liberation-labour',
  'national',
  'culture',
  'gio-to-liberation-labour',
] as const;

export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

export type SingleHolidayKind = Exclude<HolidayKind, 'gio-to-liberation-labour'>;

/** Official: announced, or fixed by law. Proposal: reported, not announced. Derived: inferred from the law here. */
export const HOLIDAY_STATUSES = ['official', 'proposal', 'derived'] as const;

export type HolidayStatus = (typeof HOLIDAY_STATUSES)[number];

/** Hoán đổi: a working day taken off and worked on another day; `worked` is null while nobody has said when. */
export interface DaySwap {
  readonly off: Day;
  readonly worked: Day | null;
}

/** The half-open days [from, to) that a break takes, weekends it touches included. */
export interface BreakSpan {
  readonly from: Day;
  readonly to: Day;
  readonly swaps: readonly DaySwap[];
}

/** Another version of the same break that is still reported. */
export interface BreakAlternative extends BreakSpan {
  readonly source: string;
  readonly note?: string;
}

export interface HolidayBreak extends BreakSpan {
  /** `2027-tet`: what a unit's own entry replaces. */
  readonly key: string;
  /** The year the holiday belongs to; the break may begin in the December before. */
  readonly year: number;
  readonly kind: HolidayKind;
  /** In Vietnamese, as announced: `Tết Đinh Mùi`. */
  readonly title: string;
  /** Paid holidays proper; the rest of the break is weekly rest, made-up or swapped days. */
  readonly holidays: readonly Day[];
  readonly status: HolidayStatus;
  /** Where it was announced; empty only when derived. */
  readonly source: string;
  readonly note?: string;
  readonly alternatives: readonly BreakAlternative[];
}

export type DayKind = 'holiday' | 'rest' | 'working';

/** Message keys `warning.holiday.…`; `first` and `last` are the break's first and last day, inclusive. */
export interface BreakWarning {
  readonly code: 'holiday.proposal' | 'holiday.derived' | 'holiday.alternative';
  readonly params: Params;
}

export function breakKey(year: number, kind: HolidayKind): string {
  return `${year}-${kind}`;
}

/** The single holidays that a break of this kind stands for. */
export function kindsWithin(kind: HolidayKind): readonly SingleHolidayKind[] {
  return kind === 'gio-to-liberation-labour' ? ['gio-to', 'liberation-labour'] : [kind];
}

/** Whether two breaks of a year stand for a holiday in common: one then takes the other's place. */
export function sharesHoliday(a: HolidayKind, b: HolidayKind): boolean {
  return kindsWithin(a).some((kind) => kindsWithin(b).includes(kind));
}

/** Saturday and Sunday: the weekly rest of offices that work five days. */
export function isWeekend(day: Day): boolean {
  return weekday(day) >= 6;
}

export function lastDayOf(span: BreakSpan): Day {
  return addDays(span.to, -1);
}

export function isWithin(day: Day, span: BreakSpan): boolean {
  return span.from <= day && day < span.to;
}

/** The break a day belongs to. */
export function breakOf(day: Day, breaks: readonly HolidayBreak[]): HolidayBreak | undefined {
  return breaks.find((each) => isWithin(day, each));
}

/**
 * What the day is to an office: a paid holiday, a day of rest (weekend, made-up day, swapped day off), or a working
 * day, a weekend day worked in a swap included. Made-up days are rest, as pay rules count them.
 */
export function dayKind(day: Day, breaks: readonly HolidayBreak[]): DayKind {
  const within = breakOf(day, breaks);
  if (within) return within.holidays.includes(day) ? 'holiday' : 'rest';
  const swaps = breaks.flatMap((each) => each.swaps);
  if (swaps.some((swap) => swap.worked === day)) return 'working';
  return isWeekend(day) || swaps.some((swap) => swap.off === day) ? 'rest' : 'working';
}

/** What a day is to demand and to pay: paid, of a break otherwise, off outside any break, or worked. */
export type DayStanding = 'holiday' | 'break' | 'rest' | 'working';

export function dayStanding(day: Day, breaks: readonly HolidayBreak[]): DayStanding {
  const kind = dayKind(day, breaks);
  return kind === 'rest' && breakOf(day, breaks) ? 'break' : kind;
}

/** A paid holiday proper. */
export function isHoliday(day: Day, breaks: readonly HolidayBreak[]): boolean {
  return dayKind(day, breaks) === 'holiday';
}

/** Off work for any reason, holidays included. */
export function isRestDay(day: Day, breaks: readonly HolidayBreak[]): boolean {
  return dayKind(day, breaks) !== 'working';
}

/** The first break that begins on `after` or later. */
export function nextBreak(after: Day, breaks: readonly HolidayBreak[]): HolidayBreak | undefined {
  let next: HolidayBreak | undefined;
  for (const each of breaks) {
    if (each.from >= after && (!next || each.from < next.from)) next = each;
  }
  return next;
}

function touches(span: BreakSpan, from: Day, to: Day): boolean {
  return span.from < to && from < span.to;
}

function paramsOf(holiday: HolidayBreak, span: BreakSpan, source: string): Params {
  return {
    key: holiday.key,
    title: holiday.title,
    first: span.from,
    last: lastDayOf(span),
    source,
  };
}

/**
 * What to tell someone who plans the days [from, to): breaks there that are not official, and every other version
 * still reported, an official break's included. In the order of `breaks`.
 */
export function breakWarnings(from: Day, to: Day, breaks: readonly HolidayBreak[]): BreakWarning[] {
  return breaks.flatMap((each) => {
    const found: BreakWarning[] = [];
    const versions = [each, ...each.alternatives];
    if (!versions.some((span) => touches(span, from, to))) return found;
    if (each.status !== 'official') {
      found.push({ code: `holiday.${each.status}`, params: paramsOf(each, each, each.source) });
    }
    for (const other of each.alternatives) {
      found.push({ code: 'holiday.alternative', params: paramsOf(each, other, other.source) });
    }
    return found;
  });
}
