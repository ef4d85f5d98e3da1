/** Values of an iCalendar line: dates, times, spans of time, the end of a rule (RFC 5545 §3.3). */

import { type Day, parseDay } from '../calendar/day.ts';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';

export interface WallTime {
  readonly day: Day;
  readonly time: ClockTime;
  /** A date without a time. */
  readonly whole: boolean;
  readonly utc: boolean;
}

/** `20270206`, `20270206T090000`, `20270206T010000Z`; seconds are left out. */
export function dateTimeOf(text: string): WallTime | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/i.exec(text.trim());
  const day = match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
  const whole = match?.[4] === undefined;
  const time = parseClockTime(whole ? '00:00' : `${match?.[4]}:${match?.[5]}`);
  return day && time ? { day, time, whole, utc: match?.[7] !== undefined } : undefined;
}

const DURATION =
  /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** Milliseconds; a day has 24 hours. */
export function durationOf(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (!match || !/\d/.test(text)) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const sum = ((weeks ?? 0) * 7 + (days ?? 0)) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60;
  return (sum + (seconds ?? 0)) * (match[1] === '-' ? -1000 : 1000);
}

export interface RuleParts {
  /** The rule without its end. */
  readonly text: string;
  /** The last moment, itself included. */
  readonly until?: WallTime;
  /** What stands where an end should be and is none. */
  readonly unread?: string;
}

/** UNTIL is a moment of UTC where the start has a zone (§3.3.10), and so has nothing of a civil day about it. */
export function ruleParts(rule: string): RuleParts {
  const pieces = rule.trim().toUpperCase().split(';');
  const text = pieces.filter((piece) => !piece.startsWith('UNTIL=')).join(';');
  const end = pieces.find((piece) => piece.startsWith('UNTIL='))?.slice('UNTIL='.length);
  if (end === undefined) return { text };
  const until = dateTimeOf(end);
  return until ? { text, until } : { text, unread: end };
}
