/**
 * Breaks as the law implies them, for years nobody has announced yet: Labour Code 45/2019/QH14 Art. 111 and 112, and
 * Resolution 28/2026/QH16. It knows no announcement; swaps of working days are never guessed.
 */

import { AppError } from '../kernel/app-error.ts';
import { formatCanChi } from './can-chi.ts';
import { addDays, type Day, dayFrom, daysBetween, weekday } from './day.ts';
import {
  type BreakSpan,
  breakKey,
  type HolidayBreak,
  type HolidayKind,
  isWeekend,
  isWithin,
  kindsWithin,
  type SingleHolidayKind,
} from './holidays.ts';
import { newYearOf, solarOf } from './lunar.ts';

/** Tết has had five days off since the Labour Code of 2012, in force from 1/5/2013. */
export const FIRST_DERIVED_YEAR = 2014;
export const LAST_DERIVED_YEAR = 2100;

export interface LawSettings {
  /** Whether 24/11 on a weekend is made up: it stands outside Art. 112, so the law leaves it open. */
  readonly cultureDayMadeUp: boolean;
}

export const DEFAULT_LAW_SETTINGS: LawSettings = { cultureDayMadeUp: false };

/** Art. 112(1)(đ), Labour Code of 2019: Quốc khánh has a second day from 2021. */
const FIRST_TWO_DAY_NATIONAL = 2021;
/** Resolution 28/2026/QH16, in force from 1/7/2026. */
const FIRST_CULTURE_YEAR = 2026;

const SINGLE_KINDS = ['new-year', 'tet', 'gio-to', 'liberation-labour', 'national', 'culture'] as const;

/** The Vietnamese name of a break, as notices give it. */
export function breakTitle(year: number, kind: HolidayKind): string {
  const titles: Readonly<Record<HolidayKind, string>> = {
    'new-year': 'Tết Dương lịch',
    tet: `Tết ${formatCanChi(year)}`,
    'gio-to': 'Giỗ Tổ Hùng Vương',
    'liberation-labour': 'Lễ 30/4 và 1/5',
    national: 'Quốc khánh 2/9',
    culture: 'Ngày Văn hóa Việt Nam',
    'gio-to-liberation-labour': 'Giỗ Tổ Hùng Vương và lễ 30/4, 1/5',
  };
  return titles[kind];
}

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** The run of days off around `first`: weekends and the given days, without a gap. */
function runAround(first: Day, off: ReadonlySet<Day>): BreakSpan {
  const isOff = (day: Day): boolean => isWeekend(day) || off.has(day);
  let from = first;
  while (isOff(addDays(from, -1))) from = addDays(from, -1);
  let to = addDays(first, 1);
  while (isOff(to)) to = addDays(to, 1);
  return { from, to, swaps: [] };
}

/** Art. 111(3): each holiday on a day of weekly rest is made up on the next working day. */
function withMadeUp(holidays: readonly Day[]): Set<Day> {
  const off = new Set(holidays);
  for (const holiday of [...holidays].sort()) {
    if (!isWeekend(holiday)) continue;
    let next = addDays(holiday, 1);
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
    off.add(next);
  }
  return off;
}

/**
 * 2/9 with the day before or after it, which the Prime Minister picks (Art. 112(3)): the longer run of days off
 * first, then a working day rather than a weekend day, then the day before. So it was in each year 2021–2026.
 */
function nationalChoices(year: number): Day[][] {
  const national = dayFrom(year, 9, 2);
  if (year < FIRST_TWO_DAY_NATIONAL) return [[national]];
  const pairs = [daysFrom(dayFrom(year, 9, 1), 2), daysFrom(national, 2)];
  const rank = (pair: Day[]): number => {
    const run = runAround(national, withMadeUp(pair));
    return 2 * daysBetween(run.from, run.to) - (pair.some(isWeekend) ? 1 : 0);
  };
  return [...pairs.sort((a, b) => rank(b) - rank(a)), [national]];
}

/**
 * Which five days the notices name (Art. 112(3)), likeliest first: the last two days of Chạp and mùng 1–3; one day of
 * Chạp and mùng 1–4 when mùng 1 is a Tuesday, which makes a whole week of it: so in 2019, 2022 and 2026. Then the others.
 */
function tetChoices(year: number): Day[][] {
  const newYear = newYearOf(year);
  const before = weekday(newYear) === 2 ? [1, 2, 0, 3] : [2, 1, 0, 3];
  return before.map((days) => daysFrom(addDays(newYear, -days), 5));
}

/** The paid days of a holiday, most likely choice first. */
function holidayChoices(year: number, kind: SingleHolidayKind): Day[][] {
  switch (kind) {
    case 'new-year':
      return [[dayFrom(year, 1, 1)]];
    case 'tet':
      return tetChoices(year);
    case 'gio-to': {
      const gioTo = solarOf({ day: 10, month: 3, year, leap: false });
      return [gioTo ? [gioTo] : []];
    }
    case 'liberation-labour':
      return [daysFrom(dayFrom(year, 4, 30), 2)];
    case 'national':
      return nationalChoices(year);
    case 'culture':
      return [year < FIRST_CULTURE_YEAR ? [] : [dayFrom(year, 11, 24)]];
  }
}

/** The paid holidays that an announced break must mean: the likeliest choice that lies wholly within it. */
export function holidaysWithin(year: number, kind: HolidayKind, span: BreakSpan): Day[] {
  return kindsWithin(kind).flatMap((single) => {
    const choices = holidayChoices(year, single);
    const whole = choices.find((days) => days.every((day) => isWithin(day, span)));
    return whole ?? (choices[0] ?? []).filter((day) => isWithin(day, span));
  });
}

interface DerivedRun {
  readonly kinds: readonly SingleHolidayKind[];
  readonly span: BreakSpan;
  readonly holidays: readonly Day[];
}

/** One run per holiday; two that share their days off become one. */
function runsOf(year: number, settings: LawSettings): DerivedRun[] {
  const entries = SINGLE_KINDS.map((kind) => ({ kind, days: holidayChoices(year, kind)[0] ?? [] }));
  const madeUp = entries.filter(({ kind }) => kind !== 'culture' || settings.cultureDayMadeUp);
  const off = withMadeUp(madeUp.flatMap(({ days }) => days));
  for (const day of entries.flatMap(({ days }) => days)) off.add(day);
  const runs: DerivedRun[] = [];
  for (const { kind, days } of entries) {
    const [first] = days;
    if (first === undefined) continue;
    const span = runAround(first, off);
    const last = runs.at(-1);
    if (last && span.from === last.span.from) {
      runs[runs.length - 1] = { kinds: [...last.kinds, kind], span, holidays: [...last.holidays, ...days] };
    } else {
      runs.push({ kinds: [kind], span, holidays: days });
    }
  }
  return runs;
}

/**
 * The breaks of a year by law alone, in order, marked `derived`. Throws `error.holiday.range` outside
 * FIRST_DERIVED_YEAR–LAST_DERIVED_YEAR.
 */
export function deriveBreaks(year: number, settings: LawSettings = DEFAULT_LAW_SETTINGS): HolidayBreak[] {
  if (!Number.isInteger(year) || year < FIRST_DERIVED_YEAR || year > LAST_DERIVED_YEAR) {
    throw new AppError('invalid', 'error.holiday.range', {
      year,
      firstYear: FIRST_DERIVED_YEAR,
      lastYear: LAST_DERIVED_YEAR,
    });
  }
  return runsOf(year, settings).map(({ kinds, span, holidays }) => {
    const kind = kinds.length === 1 && kinds[0] ? kinds[0] : 'gio-to-liberation-labour';
    return {
      ...span,
      key: breakKey(year, kind),
      year,
      kind,
      title: breakTitle(year, kind),
      holidays,
      status: 'derived',
      source: '',
      alternatives: [],
    };
  });
}
