/**
 * A holiday file: the breaks of one year as `data/holidays/<year>.json` holds them, read from unknown JSON. In the
 * file `to` is the last day off, as notices say it; in the program spans are half-open.
 */

import { z } from 'zod';
import type { Params } from '../kernel/app-error.ts';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { addDays, type Day, daysBetween, parseDay, yearOf } from './day.ts';
import { FIRST_DERIVED_YEAR, holidaysWithin, LAST_DERIVED_YEAR } from './holiday-law.ts';
import {
  type BreakSpan,
  breakKey,
  HOLIDAY_KINDS,
  HOLIDAY_STATUSES,
  type HolidayBreak,
  isWithin,
  kindsWithin,
} from './holidays.ts';

const MOST_BREAKS = 30;
const MOST_DAYS = 31;
const MOST_CHARACTERS = 500;
const VALUE_SHOWN = 80;

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', params: { key: 'fault.holiday.day' } });
  return z.NEVER;
});
const text = z.string().trim().max(MOST_CHARACTERS).normalize('NFC');
const swap = z.strictObject({ off: day, worked: day.nullable() });
const span = { from: day, to: day, swaps: z.array(swap).max(MOST_DAYS).default([]) };

const alternative = z.strictObject({ ...span, source: text, note: text.optional() });

const entry = z.strictObject({
  ...span,
  key: text,
  kind: z.enum(HOLIDAY_KINDS),
  title: text.min(1),
  holidays: z.array(day).max(MOST_DAYS).optional(),
  status: z.enum(HOLIDAY_STATUSES),
  source: text,
  note: text.optional(),
  alternatives: z.array(alternative).max(MOST_BREAKS).default([]),
});

const schema = z.strictObject({
  year: z.int().min(FIRST_DERIVED_YEAR).max(LAST_DERIVED_YEAR),
  breaks: z.array(entry).max(MOST_BREAKS),
});

type Entry = z.output<typeof entry>;
type Path = readonly PropertyKey[];
type Report = (key: string, path: Path, params?: Params) => void;

/** `breaks[2].from`. */
function formatPath(path: Path): string {
  return path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, '');
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    return typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  }, raw);
}

function show(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
  return String(value).slice(0, VALUE_SHOWN);
}

/** A zod issue as a fault of ours; zod's own sentences are never shown. */
function describe(issue: z.core.$ZodIssue, raw: unknown): { key: string; params: Params } {
  const field = formatPath(issue.path);
  const missing = issue.path.length > 0 && valueAt(raw, issue.path) === undefined;
  if (missing) return { key: 'fault.holiday.missing', params: { field } };
  switch (issue.code) {
    case 'custom':
      return { key: 'fault.holiday.day', params: { field } };
    case 'unrecognized_keys':
      return { key: 'fault.holiday.unknown', params: { field, unknown: issue.keys.join(', ') } };
    case 'invalid_value':
      return { key: 'fault.holiday.choice', params: { field, choices: issue.values.join(', ') } };
    case 'too_small':
      return { key: 'fault.holiday.small', params: { field, least: Number(issue.minimum) } };
    case 'too_big':
      return { key: 'fault.holiday.big', params: { field, most: Number(issue.maximum) } };
    default:
      return { key: 'fault.holiday.type', params: { field } };
  }
}

/** The half-open span of an entry or an alternative, its faults reported. */
function readSpan(given: z.output<typeof alternative> | Entry, path: Path, report: Report): BreakSpan {
  const { from, to: last, swaps } = given;
  const read = { from, to: addDays(last, 1), swaps };
  const days = daysBetween(from, last) + 1;
  if (days < 1) {
    report('fault.holiday.order', [...path, 'to'], { from, to: last });
    return read;
  }
  if (days > MOST_DAYS) report('fault.holiday.long', [...path, 'to'], { days, most: MOST_DAYS });
  swaps.forEach(({ off, worked }, i) => {
    if (!isWithin(off, read)) report('fault.holiday.swapOff', [...path, 'swaps', i, 'off'], { day: off });
    if (worked !== null && isWithin(worked, read)) {
      report('fault.holiday.swapWorked', [...path, 'swaps', i, 'worked'], { day: worked });
    }
  });
  return read;
}

function readEntry(year: number, given: Entry, path: Path, report: Report): HolidayBreak {
  const { kind, status, source, note } = given;
  const read = readSpan(given, path, report);
  const key = breakKey(year, kind);
  if (given.key !== key) report('fault.holiday.key', [...path, 'key'], { expected: key });
  if (yearOf(given.to) !== year) report('fault.holiday.otherYear', [...path, 'to'], { year });
  if (status !== 'derived' && source === '') report('fault.holiday.source', [...path, 'source'], { key });
  given.holidays?.forEach((each, i) => {
    if (!isWithin(each, read)) report('fault.holiday.outside', [...path, 'holidays', i], { day: each });
  });
  return {
    ...read,
    key,
    year,
    kind,
    title: given.title,
    holidays: given.holidays ?? holidaysWithin(year, kind, read),
    status,
    source,
    ...(note === undefined ? {} : { note }),
    alternatives: given.alternatives.map((other, i) => ({
      ...readSpan(other, [...path, 'alternatives', i], report),
      source: other.source,
      ...(other.note === undefined ? {} : { note: other.note }),
    })),
  };
}

/** No holiday twice, no day in two breaks. */
function reportClashes(breaks: readonly HolidayBreak[], report: Report): void {
  breaks.forEach((each, i) => {
    const kinds = kindsWithin(each.kind);
    for (const other of breaks.slice(0, i)) {
      const params = { key: each.key, other: other.key };
      if (kindsWithin(other.kind).some((kind) => kinds.includes(kind))) {
        report('fault.holiday.duplicate', ['breaks', i, 'kind'], params);
      } else if (each.from < other.to && other.from < each.to) {
        report('fault.holiday.overlap', ['breaks', i, 'from'], params);
      }
    }
  });
}

/** Reads a holiday file's JSON: all its breaks, or every fault in it. `file` names it in the faults. */
export function parseHolidayFile(raw: unknown, file: string): Parsed<HolidayBreak[]> {
  const faults: Fault[] = [];
  const report: Report = (key, path, params = {}) => {
    const value = show(valueAt(raw, path));
    faults.push({ key, params, file, column: formatPath(path), ...(value === undefined ? {} : { value }) });
  };
  const shape = schema.safeParse(raw);
  if (!shape.success) {
    for (const issue of shape.error.issues) {
      const { key, params } = describe(issue, raw);
      report(key, issue.path, params);
    }
    return { ok: false, faults };
  }
  const { year, breaks } = shape.data;
  const value = breaks.map((given, i) => readEntry(year, given, ['breaks', i], report));
  reportClashes(value, report);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value, warnings: [] };
}
