/**
 * What a TZID of a calendar means, and the only adapter to `windows-iana` (CLDR's windowsZones.xml). Names are taken where a
 * zone of the tz database can be found behind them; else the calendar's own VTIMEZONE is followed, within bounds.
 */

import { findIana } from 'windows-iana';
import { addDays, type Day, dayFrom, laterDay, yearOf } from '../calendar/day.ts';
import { type Instant, MS_PER_MINUTE } from '../calendar/interval.ts';
import { expandRecurrence } from '../calendar/recurrence.ts';
import { type ClockTime, instantAt, isZone } from '../calendar/zone.ts';
import type { CalendarPart } from './calendar-lines.ts';
import { dateTimeOf, ruleParts, type WallTime } from './calendar-values.ts';

/** When the clock of a zone shows a time. */
export type ZoneClock = (day: Day, time: ClockTime) => Instant;

export type ZoneReading =
  | { readonly clock: ZoneClock }
  /** Nobody knows the name, or its rules are none: repeated more than once a year's worth, or too many. */
  | { readonly refused: 'unknown' | 'rules' };

const MOST_ZONES = 100;
const MOST_OBSERVANCES = 200;
/** Of one zone: standard and summer time, and those of laws before. */
const MOST_RULES = 20;
/** Rules of a zone change clocks twice a year; what says so in minutes or days is no zone. */
const ZONE_RULE = /^FREQ=YEARLY(?:;|$)/;

/** Throws nothing. @param own the VTIMEZONEs of the calendar. */
export function zoneReader(own: readonly CalendarPart[]): (tzid: string) => ZoneReading {
  const known = new Map<string, ZoneReading>();
  return (tzid) => {
    const before = known.get(tzid);
    if (before) return before;
    const zone = namedZone(tzid) ?? locationOf(tzid, own);
    const clock: ZoneClock = (day, time) => instantAt(day, time, zone ?? 'UTC');
    const read = zone === undefined ? ownZone(tzid, own) : { clock };
    if (known.size < MOST_ZONES) known.set(tzid, read);
    return read;
  };
}

/** A zone of the tz database, or a fixed offset. */
function namedZone(tzid: string): string | undefined {
  const name = tzid.trim();
  if (name === '' || name.length > 200) return undefined;
  if (isRealZone(name)) return name;
  const [windows] = findIana(name);
  if (windows !== undefined) return windows;
  // `/freeassociation.sourceforge.net/Asia/Ho_Chi_Minh`, `/mozilla.org/20050126_1/Europe/Paris`, `/citadel.org/…`
  const segments = name.split('/');
  for (const count of [3, 2]) {
    const tail = segments.slice(-count).join('/');
    if (segments.length > count && isRealZone(tail)) return tail;
  }
  const [, offset] = /^\(?(?:UTC|GMT)?([+-]\d{2}:?\d{2})\b/i.exec(name) ?? [];
  return offset === undefined ? undefined : `UTC${offset.replace(/(\d\d):?(\d\d)$/, '$1:$2')}`;
}

/** `local` and `system` would be the machine's own. */
function isRealZone(name: string): boolean {
  return /^(?:UTC|GMT|[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+)$/i.test(name) && isZone(name);
}

function locationOf(tzid: string, own: readonly CalendarPart[]): string | undefined {
  const part = partOf(tzid, own);
  return namedZone(part?.lines.find(({ name }) => name === 'X-LIC-LOCATION')?.value ?? '');
}

function partOf(tzid: string, own: readonly CalendarPart[]): CalendarPart | undefined {
  return own
    .slice(0, MOST_ZONES)
    .find(({ lines }) => lines.some(({ name, value }) => name === 'TZID' && value === tzid));
}

interface Observance {
  readonly start: WallTime;
  /** Minutes east of Greenwich while it holds, and before it. */
  readonly offset: number;
  readonly before: number;
  readonly rule?: string;
  readonly dates: readonly WallTime[];
}

function ownZone(tzid: string, own: readonly CalendarPart[]): ZoneReading {
  const part = partOf(tzid, own);
  if (!part) return { refused: 'unknown' };
  const observances = part.parts.slice(0, MOST_OBSERVANCES).map(observanceOf);
  const sound = observances.filter((each) => each !== undefined);
  const rules = sound.filter(({ rule }) => rule !== undefined);
  if (sound.length === 0 || sound.length < part.parts.length || rules.length > MOST_RULES) {
    return { refused: 'rules' };
  }
  const onsets = new Map<number, readonly Onset[]>();
  return {
    clock: (day, time) => {
      const year = yearOf(day);
      const ofYear = onsets.get(year) ?? onsetsAbout(year, sound);
      onsets.set(year, ofYear);
      const wall = `${day}T${time}`;
      const last = ofYear.findLast(({ at }) => at <= wall);
      const offset = last?.offset ?? ofYear[0]?.before ?? 0;
      return (Date.parse(`${wall}:00Z`) - offset * MS_PER_MINUTE) as Instant;
    },
  };
}

function observanceOf({ lines }: CalendarPart): Observance | undefined {
  const value = (wanted: string): string => lines.find(({ name }) => name === wanted)?.value ?? '';
  const start = dateTimeOf(value('DTSTART'));
  const [offset, before] = [offsetOf(value('TZOFFSETTO')), offsetOf(value('TZOFFSETFROM'))];
  const rules = lines.filter(({ name }) => name === 'RRULE').map((line) => line.value.toUpperCase());
  const [rule] = rules;
  if (!start || offset === undefined || before === undefined || rules.length > 1) return undefined;
  if (rule !== undefined && !ZONE_RULE.test(rule)) return undefined;
  const dates = lines.filter(({ name }) => name === 'RDATE').flatMap((line) => line.value.split(','));
  if (dates.length > MOST_OBSERVANCES) return undefined;
  return {
    start,
    offset,
    before,
    dates: dates.flatMap((text) => dateTimeOf(text) ?? []),
    ...(rule === undefined ? {} : { rule }),
  };
}

function offsetOf(text: string): number | undefined {
  const match = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes > 24 * 60 ? undefined : (match[1] === '-' ? -1 : 1) * minutes;
}

/** When an observance begins, on the clock before it: `2027-03-28T02:00`. */
interface Onset {
  readonly at: string;
  readonly offset: number;
  readonly before: number;
}

/** In their order, from the last before the year to the year's own. */
function onsetsAbout(year: number, observances: readonly Observance[]): Onset[] {
  const [from, to] = [dayFrom(year - 1, 1, 1), dayFrom(year + 1, 1, 1)];
  const onsets = observances.flatMap(({ start, offset, before, rule, dates }) => {
    const days = rule === undefined ? [] : ruleDays(rule, start, { from, to });
    const walls = [start, ...dates].map(({ day, time }) => `${day}T${time}`);
    return [...walls, ...days.map((day) => `${day}T${start.time}`)].map((at) => ({ at, offset, before }));
  });
  return onsets.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A rule for every year is begun shortly before: Outlook begins its rules in 1601. */
function ruleDays(rule: string, { day }: WallTime, span: { from: Day; to: Day }): readonly Day[] {
  const { text, until } = ruleParts(rule);
  const counted = /;(?:COUNT|INTERVAL)=/.test(text);
  const start = counted || yearOf(day) >= yearOf(span.from) ? day : dayInYear(yearOf(span.from), day);
  const last = until && addDays(until.day, 1);
  const to = last !== undefined && last < span.to ? last : span.to;
  if (start >= to) return [];
  const expansion = expandRecurrence({ rrule: text, start, from: laterDay(start, span.from), to });
  return expansion.ok ? expansion.days : [];
}

function dayInYear(year: number, day: Day): Day {
  return dayFrom(year, Number(day.slice(5, 7)), Math.min(28, Number(day.slice(8, 10))));
}
