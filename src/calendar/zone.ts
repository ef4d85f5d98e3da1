/** Where instants meet the wall clock. Zones come from configuration; the process's own zone is never asked. */

import { DateTime } from 'luxon';
import type { Day } from './day.ts';
import type { Instant } from './interval.ts';

/** The zone of every Vietnamese unit; named here because Node renames it to Asia/Saigon when asked. */
export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Wall-clock time of day, `HH:MM`, 00:00–23:59. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

export function parseClockTime(text: string): ClockTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;
}

export function isZone(zone: string): boolean {
  return DateTime.utc().setZone(zone).isValid;
}

/** The instant at which the clock of `zone` shows `time` on `day`. */
export function instantAt(day: Day, time: ClockTime, zone: string): Instant {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toMillis() as Instant;
}

/** The first instant of `day` in `zone`. */
export function startOfDay(day: Day, zone: string): Instant {
  return instantAt(day, '00:00' as ClockTime, zone);
}

export function dayOf(instant: Instant, zone: string): Day {
  return DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd') as Day;
}

export function clockTimeOf(instant: Instant, zone: string): ClockTime {
  return DateTime.fromMillis(instant, { zone }).toFormat('HH:mm') as ClockTime;
}

/** Reads an ISO 8601 instant; one without an offset is wall-clock time in `zone`. */
export function parseInstant(text: string, zone: string): Instant | undefined {
  const parsed = DateTime.fromISO(text, { zone });
  return parsed.isValid ? (parsed.toMillis() as Instant) : undefined;
}

/** RFC 3339 with the offset of `zone`, to the second: `2027-02-05T22:00:00+07:00`. */
export function formatTimestamp(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** ISO 8601 with the offset of `zone`, to the minute: `2027-02-05T22:00+07:00`. */
export function formatInstant(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}
