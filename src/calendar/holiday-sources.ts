/** Which breaks hold for a year or a span: a unit's own entries, then the shipped files, then the law. */

import { addDays, type Day, yearOf } from './day.ts';
import {
  DEFAULT_LAW_SETTINGS,
  deriveBreaks,
  FIRST_DERIVED_YEAR,
  LAST_DERIVED_YEAR,
  type LawSettings,
} from './holiday-law.ts';
import { type HolidayBreak, kindsWithin } from './holidays.ts';

export interface HolidaySources {
  /** The breaks of all holiday files, of any years, in any order. */
  readonly files: readonly HolidayBreak[];
  /** The unit's own entries; each replaces every entry for the same holiday of the same year. */
  readonly overrides?: readonly HolidayBreak[];
  readonly settings?: LawSettings;
}

/** `upper`, with the entries of `lower` for the holidays that `upper` does not cover. */
function layer(upper: readonly HolidayBreak[], lower: readonly HolidayBreak[]): HolidayBreak[] {
  const covered = new Set(upper.flatMap((each) => kindsWithin(each.kind)));
  return [...upper, ...lower.filter((each) => !kindsWithin(each.kind).some((kind) => covered.has(kind)))];
}

/** The breaks of one year, by first day. Throws `error.holiday.range` for a year the law cannot be derived for. */
export function breaksOfYear(year: number, sources: HolidaySources): HolidayBreak[] {
  const { files, overrides = [], settings = DEFAULT_LAW_SETTINGS } = sources;
  const ofYear = (breaks: readonly HolidayBreak[]): HolidayBreak[] => breaks.filter((b) => b.year === year);
  const announced = layer(ofYear(overrides), ofYear(files));
  return layer(announced, deriveBreaks(year, settings)).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The breaks that touch [from, to) or swap a working day into it, by first day. Years outside the supported ones
 * have none.
 */
export function breaksOfSpan(from: Day, to: Day, sources: HolidaySources): HolidayBreak[] {
  // A break may begin in the year before its own, and a swap reach a few weeks further.
  const first = Math.max(FIRST_DERIVED_YEAR, yearOf(addDays(from, -31)));
  const last = Math.min(LAST_DERIVED_YEAR, yearOf(addDays(to, 31)));
  const found: HolidayBreak[] = [];
  for (let year = first; year <= last; year++) found.push(...breaksOfYear(year, sources));
  return found.filter(
    (each) =>
      (each.from < to && from < each.to) ||
      each.alternatives.some((other) => other.from < to && from < other.to) ||
      each.swaps.some(({ worked }) => worked !== null && from <= worked && worked < to),
  );
}
