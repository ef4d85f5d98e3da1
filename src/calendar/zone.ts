/** Where instants meet the wall clock. Zones come from configuration; the process's own zone is never asked. */

import { DateTime, IANAZone, Info } from 'luxon';
import { onceForEach } from '../kernel/once-for.ts';
import { type Day, dayNumber, fromDayNumber } from './day.ts';
import { type Instant, type Interval, MS_PER_MINUTE } from './interval.ts';

/** The zone of every Vietnamese unit; named here because Node renames it to Asia/Saigon when asked. */
export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Wall-clock time of day, `HH:MM`, 00:00–23:59. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

export function parseClockTime(text: string): ClockTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;
}

const MINUTES_PER_DAY = 24 * 60;
const MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE;

/**
 * A name of the IANA tz database, `Europe/Paris`. What a library also takes for a zone names no place: `local`,
 * `system`, `default`, an empty name, an offset such as `UTC+7` or `+07:00`.
 */
export function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);
}

/** Minutes since midnight. */
export function minuteOfClock(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Since then every offset is whole minutes and changes at the turn of one; Liberia was the last (-00:44:30). */
const WHOLE_MINUTES_SINCE = Date.UTC(1972, 1, 1);
/** The world has some 600, counting names for the same. */
const MOST_ZONES = 600;
/** Of one zone. Duties begin and end at few minutes of a day: years of rosters fit. */
const MOST_OFFSETS = 50_000;
const lookUp = (zone: string, instant: number): number => Info.normalizeZone(zone).offset(instant);
const offsets = onceForEach(MOST_ZONES, (zone: string) =>
  onceForEach(MOST_OFFSETS, (minute: number) => lookUp(zone, minute * MS_PER_MINUTE)),
);

/** Minutes ahead of UTC. Looked up once a minute: the platform takes a hundred times as long as this memory. */
function offsetAt(instant: number, zone: string): number {
  if (!(instant >= WHOLE_MINUTES_SINCE)) return lookUp(zone, instant);
  return offsets(zone)(Math.floor(instant / MS_PER_MINUTE));
}

/** The two readings of a wall clock around a change of offsets, in milliseconds; the same away from one. */
function readings(
  day: Day,
  minute: number,
  zone: string,
): { readonly before: number; readonly after: number } {
  const wall = dayNumber(day) * MS_PER_DAY + minute * MS_PER_MINUTE;
  // No zone is as far as a day from UTC, and none changes its clocks twice within two days.
  const by = (around: number): number => wall - offsetAt(around, zone) * MS_PER_MINUTE;
  return { before: by(wall - MS_PER_DAY), after: by(wall + MS_PER_DAY) };
}

/** Whether the clock of `zone` truly shows the wall time at `instant`, which is one of its readings. */
function shows(instant: number, day: Day, minute: number, zone: string): boolean {
  const wall = dayNumber(day) * MS_PER_DAY + minute * MS_PER_MINUTE;
  return instant + offsetAt(instant, zone) * MS_PER_MINUTE === wall;
}

/**
 * The instant at which the clock of `zone` shows the minute of `day`; 1,500 is 01:00 of the next day. RFC 5545 §3.3.5:
 * a time that comes twice in autumn is its first coming, one that a spring gap leaves out is read with the offset
 * before the gap, so that 02:30 becomes 03:30.
 */
export function instantAtMinute(day: Day, minute: number, zone: string): Instant {
  const { before, after } = readings(day, minute, zone);
  if (before === after || shows(before, day, minute, zone) || !shows(after, day, minute, zone)) {
    return before as Instant;
  }
  return after as Instant;
}

/** The instant at which the clock of `zone` shows `time` on `day`; gaps and repeated hours as in `instantAtMinute`. */
export function instantAt(day: Day, time: ClockTime, zone: string): Instant {
  return instantAtMinute(day, minuteOfClock(time), zone);
}

/**
 * From `time` on `day` to what the clock shows `minutes` later on a night without a change of clocks: eight hours from
 * 22:00 end at 06:00, be they seven, eight or nine to live through. Undefined when nothing is left of them: 02:00 to
 * 03:00 on a spring night.
 */
export function spanByClock(day: Day, time: ClockTime, minutes: number, zone: string): Interval | undefined {
  const from = minuteOfClock(time);
  const start = instantAtMinute(day, from, zone);
  const end = instantAtMinute(day, from + minutes, zone);
  return start < end ? { start, end } : undefined;
}

/** The first instant of `day` in `zone`: where the clock leaves midnight out, the moment it jumps over it. */
export function startOfDay(day: Day, zone: string): Instant {
  const { before, after } = readings(day, 0, zone);
  if (before <= after || shows(before, day, 0, zone) || shows(after, day, 0, zone)) {
    return instantAtMinute(day, 0, zone);
  }
  let [early, late] = [after, before];
  while (late - early > MS_PER_MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MS_PER_MINUTE) * MS_PER_MINUTE;
    if (dayOf(middle as Instant, zone) < day) early = middle;
    else late = middle;
  }
  return late as Instant;
}

export function dayOf(instant: Instant, zone: string): Day {
  return fromDayNumber(Math.floor(wallAt(instant, zone) / MS_PER_DAY));
}

export function clockTimeOf(instant: Instant, zone: string): ClockTime {
  return new Date(wallAt(instant, zone)).toISOString().slice(11, 16) as ClockTime;
}

/** What the clock of `zone` shows, as milliseconds since its own 1970. */
function wallAt(instant: Instant, zone: string): number {
  return instant + offsetAt(instant, zone) * MS_PER_MINUTE;
}

/** Reads an ISO 8601 instant; one without an offset is wall-clock time in `zone`, read as `instantAtMinute` does. */
export function parseInstant(text: string, zone: string): Instant | undefined {
  const hasOffset = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text);
  const parsed = DateTime.fromISO(text, { zone: hasOffset ? zone : 'utc' });
  if (!parsed.isValid) return undefined;
  if (hasOffset) return parsed.toMillis() as Instant;
  const minute = parsed.startOf('minute');
  const shown = instantAtMinute(parsed.toFormat('yyyy-MM-dd') as Day, minute.hour * 60 + minute.minute, zone);
  return (shown + parsed.toMillis() - minute.toMillis()) as Instant;
}

/** RFC 3339 with the offset of `zone`, to the second: `2027-02-05T22:00:00+07:00`. */
export function formatTimestamp(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** ISO 8601 with the offset of `zone`, to the minute: `2027-02-05T22:00+07:00`. */
export function formatInstant(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}
