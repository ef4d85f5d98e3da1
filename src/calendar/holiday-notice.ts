/**
 * A notice of the days off as somebody types it from the paper: read into the unit's own entry, or every fault of it told
 * together. What it changes for periods is worked out elsewhere.
 */

import type { Fault, Parsed } from '../kernel/fault.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { type Day, parseDay, yearOf } from './day.ts';
import { parseHolidayFile } from './holiday-file.ts';
import { breakTitle, FIRST_DERIVED_YEAR, LAST_DERIVED_YEAR } from './holiday-law.ts';
import { breaksOfSpan, breaksOfYear, type HolidaySources } from './holiday-sources.ts';
import {
  breakKey,
  HOLIDAY_KINDS,
  type HolidayBreak,
  type HolidayKind,
  lastDayOf,
  sharesHoliday,
} from './holidays.ts';

const LONGEST_NUMBER = 100;
const MOST_LISTED = 62;

/** Days as `dd/mm/yyyy`. */
export interface TypedNotice {
  /** `2027-tet`. */
  readonly holiday: string;
  /** `6150/TB-BLĐTBXH`. */
  readonly number: string;
  readonly date: string;
  /** First and last day off. */
  readonly from: string;
  readonly to: string;
  /** The paid days, parted by commas; empty: those the law implies. */
  readonly paid: string;
  /** Working days swapped, parted by commas, each `day off=day worked`. */
  readonly swaps: string;
}

/** As a form or a command line has it; what was left out is empty, and told with the notice's other faults. */
export function typedNotice(typed: (name: keyof TypedNotice) => string): TypedNotice {
  return {
    holiday: typed('holiday'),
    number: typed('number'),
    date: typed('date'),
    from: typed('from'),
    to: typed('to'),
    paid: typed('paid'),
    swaps: typed('swaps'),
  };
}

/** The fields of a notice, as faults name them in `column`. */
export type NoticeField = keyof TypedNotice;

type Report = (column: NoticeField, key: string, more?: Partial<Fault>) => void;

/** @param sources what the unit knows so far: no day may belong to two breaks. */
export function parseHolidayNotice(typed: TypedNotice, sources: HolidaySources): Parsed<HolidayBreak> {
  const faults: Fault[] = [];
  const report: Report = (column, key, more = {}) =>
    faults.push({ params: {}, ...more, key, file: '', column });
  const from = readDay(typed.from, 'from', report);
  const last = readDay(typed.to, 'to', report);
  const about = readHoliday(typed.holiday, last, report);
  const source = readSource(typed, last, report);
  const paid = listOf(typed.paid).flatMap((text) => readDay(text, 'paid', report) ?? []);
  const swaps = listOf(typed.swaps).flatMap((text) => readSwap(text, report) ?? []);
  if (from === undefined || last === undefined) return { ok: false, faults };
  // Without a holiday the days are looked at all the same, so that all their faults are told.
  const { year, kind } = about ?? { year: yearOf(last), kind: 'tet' as const };
  const key = breakKey(year, kind);
  const holidays = paid.length > 0 ? { holidays: paid } : {};
  const title = titleOf(year, kind, sources);
  const entry = { key, kind, title, from, to: last, swaps, ...holidays, status: 'official', source };
  const read = parseHolidayFile({ year, breaks: [entry] }, '');
  if (!read.ok) faults.push(...read.faults.map(asOfNotice));
  const [value] = read.ok ? read.value : [];
  if (value && about) reportContents(value, sources, report);
  return value && faults.length === 0 ? { ok: true, value, warnings: [] } : { ok: false, faults };
}

function listOf(text: string): string[] {
  return text
    .split(',', MOST_LISTED)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function dayOfText(text: string): Day | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function readDay(text: string, column: NoticeField, report: Report): Day | undefined {
  const day = dayOfText(text);
  if (text.trim() === '') report(column, 'fault.notice.missing');
  else if (day === undefined) report(column, 'fault.notice.day', { value: cut(text) });
  return day;
}

function readSwap(text: string, report: Report): { readonly off: Day; readonly worked: Day } | undefined {
  const [off, worked, ...rest] = text.split('=').map(dayOfText);
  if (off !== undefined && worked !== undefined && rest.length === 0) return { off, worked };
  report('swaps', 'fault.notice.swap', { value: cut(text) });
  return undefined;
}

function readHoliday(
  text: string,
  last: Day | undefined,
  report: Report,
): { readonly year: number; readonly kind: HolidayKind } | undefined {
  const typed = text.trim();
  if (typed === '') {
    report('holiday', 'fault.notice.missing');
    return undefined;
  }
  const year = Number(/^(\d{4})-/.exec(typed)?.[1] ?? (last === undefined ? Number.NaN : yearOf(last)));
  const known = year >= FIRST_DERIVED_YEAR && year <= LAST_DERIVED_YEAR;
  const kind = HOLIDAY_KINDS.find((each) => breakKey(year, each) === typed);
  if (known && kind) return { year, kind };
  const keys = known ? HOLIDAY_KINDS.map((each) => breakKey(year, each)) : [];
  const { key, params, value } = unknownWord('fault.notice.holiday', cut(typed), keys, {
    kinds: HOLIDAY_KINDS.join(', '),
  });
  report('holiday', key, { params, value });
  return undefined;
}

/** In Vietnamese, like the titles and sources of the shipped files: it names a Vietnamese paper. */
function readSource({ number, date }: TypedNotice, last: Day | undefined, report: Report): string {
  const named = number
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(thông báo )?số:? /iu, '');
  if (named === '') report('number', 'fault.notice.missing');
  else if (!/\d/.test(named)) report('number', 'fault.notice.number', { value: cut(named) });
  else if (named.length > LONGEST_NUMBER) {
    report('number', 'fault.notice.number-long', { params: { most: LONGEST_NUMBER }, value: cut(named) });
  }
  const issued = readDay(date, 'date', report);
  // Nobody announces days off that are over; years before, it is a slip of the pen.
  const far = issued !== undefined && last !== undefined && yearOf(issued) < yearOf(last) - 2;
  if (issued !== undefined && last !== undefined && (issued > last || far)) {
    report('date', 'fault.notice.date', { params: { last: written(last) }, value: written(issued) });
  }
  return `Thông báo số ${named.slice(0, LONGEST_NUMBER)}, ngày ${issued === undefined ? '' : written(issued)}`;
}

/** As it is called so far: a unit may have its own word for it. */
function titleOf(year: number, kind: HolidayKind, sources: HolidaySources): string {
  if (year < FIRST_DERIVED_YEAR || year > LAST_DERIVED_YEAR) return String(year);
  const key = breakKey(year, kind);
  return breaksOfYear(year, sources).find((each) => each.key === key)?.title ?? breakTitle(year, kind);
}

/** The holiday lies in the days off, and they are no other holiday's. */
function reportContents(entry: HolidayBreak, sources: HolidaySources, report: Report): void {
  const { from, to, title, kind } = entry;
  if (entry.holidays.length === 0) report('from', 'fault.notice.no-holiday', { params: { title } });
  for (const other of breaksOfSpan(from, to, sources)) {
    if (sharesHoliday(other.kind, kind) && other.year === entry.year) continue;
    if (other.from >= to || from >= other.to) continue;
    const params = { other: other.title, first: written(other.from), last: written(lastDayOf(other)) };
    report('from', 'fault.notice.overlap', { params });
  }
}

/** A fault of the file that the notice would make, said of the notice's own fields. */
function asOfNotice({ key, params, column = '', value }: Fault): Fault {
  const path = column.replace('breaks[0].', '');
  const field = /^holidays/.test(path)
    ? 'paid'
    : /^swaps/.test(path)
      ? 'swaps'
      : path === 'to'
        ? 'to'
        : 'from';
  const inWords = Object.entries(params).map(([name, each]) => {
    const day = typeof each === 'string' ? parseDay(each) : undefined;
    return [name, day === undefined ? each : written(day)] as const;
  });
  const day = value === undefined ? undefined : parseDay(value);
  return {
    key,
    params: { ...Object.fromEntries(inWords), field },
    file: '',
    column: field,
    ...(value === undefined ? {} : { value: day === undefined ? value : written(day) }),
  };
}

function cut(text: string): string {
  return text.trim().slice(0, 80);
}

/** `04/02/2027`. */
function written(day: Day): string {
  return day.split('-').reverse().join('/');
}
