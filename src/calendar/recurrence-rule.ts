/**
 * The text of a recurrence over civil days, read and checked against RFC 5545 §3.3.10. It expands nothing and knows no
 * library: a rule that comes out of here is finite in its numbers and free of clock times.
 */

import type { Fault } from '../kernel/fault.ts';
import { type Day, parseDay, yearOf } from './day.ts';

/** The caller knows the file and the place; it adds them. */
export type RecurrenceFault = Pick<Fault, 'key' | 'params'>;

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

export type Frequency = (typeof FREQUENCIES)[number];

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

type WeekdayCode = (typeof WEEKDAYS)[number];

export interface NthWeekday {
  readonly weekday: WeekdayCode;
  /** 2 in `2MO`, the second Monday; -1 is the last. */
  readonly nth?: number;
}

export interface RecurrenceRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly weekStart: WeekdayCode;
  readonly count?: number;
  /** Last day on which it may occur, inclusive. */
  readonly until?: Day;
  /** From a DTSTART line. */
  readonly start?: Day;
  readonly byDay: readonly NthWeekday[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly bySetPos: readonly number[];
}

export type RecurrenceCheck =
  | { readonly ok: true; readonly rule: RecurrenceRule }
  | { readonly ok: false; readonly faults: readonly RecurrenceFault[] };

/** Whether other days come out when it is counted from another day: INTERVAL, COUNT, or days it leaves open. */
export function hangsOnStart(rule: RecurrenceRule): boolean {
  if (rule.start !== undefined) return false;
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo } = rule;
  const open = byDay.length + byMonthDay.length + byYearDay.length + byWeekNo.length === 0;
  return rule.interval > 1 || rule.count !== undefined || (open && freq !== 'DAILY');
}

export const MOST_OCCURRENCES = 2_000;
export const FIRST_RECURRENCE_YEAR = 1968;
export const LAST_RECURRENCE_YEAR = 2100;

const MOST_CHARACTERS = 500;
const MOST_INTERVAL = 1_000;

const PARTS = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYSETPOS',
] as const;

type Part = (typeof PARTS)[number];
type Parts = ReadonlyMap<Part, string>;
type Report = (key: string, params?: RecurrenceFault['params']) => void;

function oneOf<T extends string>(list: readonly T[], text: string | undefined): T | undefined {
  return list.find((each) => each === text);
}

/** `20270204`, also `20270204T000000`; not with Z, which names a moment and not a day. */
function readDay(text: string): Day | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T\d{6})?$/.exec(text);
  const day = match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
  const inRange = day && yearOf(day) >= FIRST_RECURRENCE_YEAR && yearOf(day) <= LAST_RECURRENCE_YEAR;
  return inRange ? day : undefined;
}

/** The parts by name; unknown, repeated and empty ones are reported. */
function splitParts(text: string, report: Report): Parts {
  const parts = new Map<Part, string>();
  for (const piece of text
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')) {
    const [name = '', value = '', ...more] = piece.split('=');
    const part = oneOf(PARTS, name);
    if (!part || value === '' || more.length > 0) {
      report('fault.rrule.part', { part: piece, allowed: PARTS.join(', ') });
    } else if (parts.has(part)) {
      report('fault.rrule.repeated', { part });
    } else {
      parts.set(part, value);
    }
  }
  return parts;
}

function readNumbers(parts: Parts, part: Part, bounds: readonly [number, number], report: Report): number[] {
  const [least, most] = bounds;
  const numbers: number[] = [];
  for (const value of parts.get(part)?.split(',') ?? []) {
    const number = /^[+-]?\d{1,6}$/.test(value) ? Number(value) : 0;
    if (number === 0 || number < least || number > most) {
      report('fault.rrule.number', { part, value, least, most });
    } else if (!numbers.includes(number)) {
      numbers.push(number);
    }
  }
  return numbers;
}

/** INTERVAL and COUNT hold one number. */
function readNumber(parts: Parts, part: Part, most: number, report: Report): number | undefined {
  const value = parts.get(part);
  if (value?.includes(',')) {
    report('fault.rrule.number', { part, value, least: 1, most });
    return undefined;
  }
  return readNumbers(parts, part, [1, most], report)[0];
}

function readWeekdays(parts: Parts, report: Report): NthWeekday[] {
  const read: NthWeekday[] = [];
  for (const value of parts.get('BYDAY')?.split(',') ?? []) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(value);
    const weekday = oneOf(WEEKDAYS, match?.[2]);
    const nth = match?.[1] === undefined ? undefined : Number(match[1]);
    if (!weekday || nth === 0 || Math.abs(nth ?? 1) > 53) {
      report('fault.rrule.weekday', { value, allowed: WEEKDAYS.join(', ') });
    } else {
      read.push(nth === undefined ? { weekday } : { weekday, nth });
    }
  }
  return read;
}

/** The combinations that RFC 5545 forbids, and those that mean nothing. */
function reportCombinations(parts: Parts, rule: RecurrenceRule, report: Report): void {
  const { freq } = rule;
  const refuse = (part: string): void => report('fault.rrule.combination', { part, frequency: freq });
  if (parts.has('BYWEEKNO') && freq !== 'YEARLY') refuse('BYWEEKNO');
  if (parts.has('BYYEARDAY') && freq !== 'YEARLY') refuse('BYYEARDAY');
  if (parts.has('BYMONTHDAY') && freq === 'WEEKLY') refuse('BYMONTHDAY');
  if (parts.has('BYSETPOS') && freq === 'DAILY') refuse('BYSETPOS');
  const numbered = rule.byDay.find(({ nth }) => nth !== undefined);
  if (numbered && (freq === 'DAILY' || freq === 'WEEKLY' || parts.has('BYWEEKNO'))) {
    refuse(`BYDAY=${numbered.nth}${numbered.weekday}`);
  }
  const others = ['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'] as const;
  if (parts.has('BYSETPOS') && !others.some((part) => parts.has(part))) report('fault.rrule.setpos');
  if (parts.has('COUNT') && parts.has('UNTIL')) report('fault.rrule.untilCount');
}

function readRule(parts: Parts, start: Day | undefined, report: Report): RecurrenceRule {
  const freq = oneOf(FREQUENCIES, parts.get('FREQ'));
  if (!freq) {
    report('fault.rrule.frequency', { value: parts.get('FREQ') ?? '', allowed: FREQUENCIES.join(', ') });
  }
  const weekStart = oneOf(WEEKDAYS, parts.get('WKST') ?? 'MO');
  if (!weekStart) {
    report('fault.rrule.weekday', { value: parts.get('WKST') ?? '', allowed: WEEKDAYS.join(', ') });
  }
  const untilText = parts.get('UNTIL');
  const until = untilText === undefined ? undefined : readDay(untilText);
  if (untilText !== undefined && !until) report('fault.rrule.until', { value: untilText });
  const count = readNumber(parts, 'COUNT', MOST_OCCURRENCES, report);
  return {
    freq: freq ?? 'DAILY',
    interval: readNumber(parts, 'INTERVAL', MOST_INTERVAL, report) ?? 1,
    weekStart: weekStart ?? 'MO',
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    ...(start === undefined ? {} : { start }),
    byDay: readWeekdays(parts, report),
    byMonth: readNumbers(parts, 'BYMONTH', [1, 12], report),
    byMonthDay: readNumbers(parts, 'BYMONTHDAY', [-31, 31], report),
    byYearDay: readNumbers(parts, 'BYYEARDAY', [-366, 366], report),
    byWeekNo: readNumbers(parts, 'BYWEEKNO', [-53, 53], report),
    bySetPos: readNumbers(parts, 'BYSETPOS', [-366, 366], report),
  };
}

/**
 * Reads `FREQ=WEEKLY;BYDAY=MO,TH`, with or without `RRULE:` before it and a line `DTSTART:20270204` above it.
 * Refuses it with every fault found.
 */
export function parseRecurrence(text: string): RecurrenceCheck {
  if (text.length > MOST_CHARACTERS) {
    return { ok: false, faults: [{ key: 'fault.rrule.long', params: { most: MOST_CHARACTERS } }] };
  }
  const faults: RecurrenceFault[] = [];
  const report: Report = (key, params = {}) => void faults.push({ key, params });
  const lines = text.trim().toUpperCase().split(/\r?\n/);
  const startLine = lines.length > 1 ? lines.shift() : undefined;
  const startText = startLine?.replace(/^DTSTART(;VALUE=DATE)?:/, '');
  const start = startText === undefined ? undefined : readDay(startText.trim());
  if (startLine !== undefined && (!start || startText === startLine)) {
    report('fault.rrule.start', { value: startLine });
  }
  const [first = '', ...more] = lines;
  const body = first.trim().replace(/^RRULE:/, '');
  if (body === '') return { ok: false, faults: [{ key: 'fault.rrule.empty', params: {} }] };
  if (more.length > 0) report('fault.rrule.lines');
  const parts = splitParts(body, report);
  const rule = readRule(parts, start, report);
  if (parts.has('FREQ')) reportCombinations(parts, rule, report);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rule };
}
