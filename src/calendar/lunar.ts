/**
 * The Vietnamese lunar calendar, computed from the sun and the moon at UTC+7. It knows dates only: what a date is
 * called or celebrated as stands in `named-days.ts` and `holiday-law.ts`.
 */

import { SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';
import { AppError } from '../kernel/app-error.ts';
import { onceForEach } from '../kernel/once-for.ts';
import { type Day, dayFrom, dayNumber, fromDayNumber, yearOf } from './day.ts';

/** A lunar date: `year` is named by the civil year in which its mùng 1 tháng Giêng falls. */
export interface LunarDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  /** True in the second of two months with the same number (tháng nhuận). */
  readonly leap: boolean;
}

export const FIRST_LUNAR_YEAR = 1968;
export const LAST_LUNAR_YEAR = 2100;

/** Before 1968 the published tables behave like UTC+8, so the calendar begins on the civil New Year of 1968. */
export const FIRST_LUNAR_DAY: Day = dayFrom(1968, 1, 1);
/** The last day of Chạp of the lunar year 2100. */
export const LAST_LUNAR_DAY: Day = dayFrom(2101, 1, 28);

interface LunarMonth {
  readonly month: number;
  readonly leap: boolean;
  /** Day number (see `dayNumber`) of mùng 1, and of the next month's mùng 1. */
  readonly start: number;
  readonly end: number;
}

const MS_PER_DAY = 86_400_000;
const MS_OF_OFFSET = 7 * 3_600_000;

/**
 * Months that the ephemeris begins a day late: it finds the new moon 16 to 69 seconds past midnight, where the
 * published tables have it before. Computed mùng 1 → published mùng 1.
 */
const CORRECTIONS: ReadonlyMap<number, number> = new Map([
  [dayNumber(dayFrom(2054, 5, 8)), dayNumber(dayFrom(2054, 5, 7))],
  [dayNumber(dayFrom(2077, 11, 16)), dayNumber(dayFrom(2077, 11, 15))],
  [dayNumber(dayFrom(2085, 10, 19)), dayNumber(dayFrom(2085, 10, 18))],
]);

/** More than the supported years and their neighbours. */
const MOST_YEARS = 1000;

function found<T>(event: T | null): T {
  if (event === null) throw new Error('the ephemeris found no event in a window that must hold one');
  return event;
}

function localDayNumber(ms: number): number {
  return Math.floor((ms + MS_OF_OFFSET) / MS_PER_DAY);
}

/** First day numbers of the lunar months, from month 11 of the year before `year` to month 11 of `year`, inclusive. */
function monthStarts(year: number): number[] {
  const starts: number[] = [];
  const solstices = [year - 1, year].map((y) =>
    localDayNumber(found(SearchSunLongitude(270, new Date(Date.UTC(y, 11, 10)), 25)).date.getTime()),
  );
  const [first = 0, last = 0] = solstices;
  let from = (first - 33) * MS_PER_DAY;
  for (;;) {
    const ms = found(SearchMoonPhase(0, new Date(from), 40)).date.getTime();
    const computed = localDayNumber(ms);
    const start = CORRECTIONS.get(computed) ?? computed;
    if (start > last) return starts;
    // Month 11 is the last one to begin on or before the day of Đông chí.
    if (start <= first) starts.length = 0;
    starts.push(start);
    from = ms + 25 * MS_PER_DAY;
  }
}

/** Twelfth of the ecliptic (0–11) in which the sun stands as the day begins in Vietnam. */
function sunSector(start: number): number {
  return Math.floor(SunPosition(new Date(start * MS_PER_DAY - MS_OF_OFFSET)).elon / 30);
}

/**
 * The months from month 11 of the year before `year` up to month 10 of `year`. When there are thirteen, the first
 * after Đông chí without a Trung khí, the sun staying in one sector, is the leap month.
 */
const stretchOf = onceForEach(MOST_YEARS, (year: number): readonly LunarMonth[] => {
  const starts = monthStarts(year);
  const months: LunarMonth[] = [];
  let leapPending = starts.length === 14;
  let number = 11;
  for (let i = 0; i + 1 < starts.length; i++) {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    const leap = leapPending && i > 0 && sunSector(start) === sunSector(end);
    if (leap) leapPending = false;
    else if (i > 0) number = (number % 12) + 1;
    months.push({ month: number, leap, start, end });
  }
  return months;
});

const monthsOf = onceForEach(MOST_YEARS, (lunarYear: number): readonly LunarMonth[] => [
  ...stretchOf(lunarYear).filter((m) => m.month <= 10),
  ...stretchOf(lunarYear + 1).filter((m) => m.month >= 11),
]);

function outOfRange(value: string | number): AppError {
  return new AppError('invalid', 'error.lunar.range', {
    value,
    firstYear: FIRST_LUNAR_YEAR,
    lastYear: LAST_LUNAR_YEAR,
  });
}

function requireYear(lunarYear: number, first = FIRST_LUNAR_YEAR): void {
  if (!Number.isInteger(lunarYear) || lunarYear < first || lunarYear > LAST_LUNAR_YEAR) {
    throw outOfRange(lunarYear);
  }
}

export function isLunarDay(day: Day): boolean {
  return day >= FIRST_LUNAR_DAY && day <= LAST_LUNAR_DAY;
}

/** The lunar date of a civil day; throws `error.lunar.range` outside FIRST_LUNAR_DAY–LAST_LUNAR_DAY. */
export function lunarOf(day: Day): LunarDate {
  if (!isLunarDay(day)) throw outOfRange(day);
  const number = dayNumber(day);
  const civilYear = Math.min(yearOf(day), LAST_LUNAR_YEAR);
  const first = monthsOf(civilYear)[0];
  const year = first !== undefined && number >= first.start ? civilYear : civilYear - 1;
  for (const { month, leap, start, end } of monthsOf(year)) {
    if (start <= number && number < end) return { day: number - start + 1, month, year, leap };
  }
  throw outOfRange(day);
}

/** The civil day of a lunar date; undefined when that year has no such month or that month no such day. */
export function solarOf({ day, month, year, leap }: LunarDate): Day | undefined {
  // The last two months of 1967 reach into the supported days.
  requireYear(year, FIRST_LUNAR_YEAR - 1);
  const found = monthsOf(year).find((m) => m.month === month && m.leap === leap);
  if (!found || !Number.isInteger(day) || day < 1 || day > found.end - found.start) return undefined;
  const solar = fromDayNumber(found.start + day - 1);
  if (solar < FIRST_LUNAR_DAY) throw outOfRange(year);
  return solar;
}

/** 29 or 30; undefined when the year has no such month. */
export function lunarMonthLength(lunarYear: number, month: number, leap = false): number | undefined {
  requireYear(lunarYear);
  const found = monthsOf(lunarYear).find((m) => m.month === month && m.leap === leap);
  return found && found.end - found.start;
}

/** The number of the month that comes twice in the lunar year; 0 when none does. */
export function leapMonthOf(lunarYear: number): number {
  requireYear(lunarYear);
  return monthsOf(lunarYear).find((m) => m.leap)?.month ?? 0;
}

/** Mùng 1 tháng Giêng. */
export function newYearOf(lunarYear: number): Day {
  requireYear(lunarYear);
  return fromDayNumber(monthsOf(lunarYear)[0]?.start ?? 0);
}

/** How many days Chạp has at the end of the lunar year: 29 or 30. That day's night is Giao thừa. */
export function lastDayOfChap(lunarYear: number): number {
  requireYear(lunarYear, FIRST_LUNAR_YEAR - 1);
  const last = monthsOf(lunarYear).at(-1);
  return last === undefined ? 0 : last.end - last.start;
}
