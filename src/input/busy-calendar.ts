/**
 * Someone's calendar, read only for when they are busy; the one door to ical.js. Nothing else of it is kept: no titles, no
 * places. Recurrences go through our own bounded expansion, so no calendar can make the reading go on for ever.
 */

import ICAL from 'ical.js';
import { addDays, type Day, parseDay } from '../calendar/day.ts';
import { type Instant, type Interval, MS_PER_MINUTE, overlaps } from '../calendar/interval.ts';
import { expandRecurrence } from '../calendar/recurrence.ts';
import { type ClockTime, dayOf, instantAt, isZone, startOfDay } from '../calendar/zone.ts';

export interface BusyQuestion {
  /** Zone of whole days and of times without one. */
  readonly zone: string;
  /** Only what touches it is told. */
  readonly within: Interval;
}

export type BusyReading =
  /** Disjoint, by start, within the span asked for. */
  | { readonly ok: true; readonly spans: readonly Interval[] }
  /** Message key. */
  | { readonly ok: false; readonly key: string };

/** What one calendar may hold; a busy life of a year is far below. */
const MOST_EVENTS = 20_000;
const MOST_SPANS = 50_000;
const MOST_KEPT = 2_000;
/** Rules that still run; expanding one costs up to 6 ms for each twenty years behind it. */
const MOST_RULES = 300;
const MOST_YEARS_BEHIND = 20;

const MS_PER_DAY = 86_400_000;

/** Refuses what is no calendar, is damaged, or holds more than anyone's year. */
export function parseBusyCalendar(text: string, question: BusyQuestion): BusyReading {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\ufeff/, ''));
    return readBusy(new ICAL.Component(parsed as unknown[] & string), question);
  } catch {
    // ical.js reads a value when it is asked for, and throws for `DTSTART:2027-02-04T::` only then.
    return { ok: false, key: 'busy.refused.damaged' };
  }
}

function readBusy(root: ICAL.Component, question: BusyQuestion): BusyReading {
  if (root.name !== 'vcalendar') return { ok: false, key: 'busy.refused.not-a-calendar' };
  const events = root.getAllSubcomponents('vevent');
  const periods = root.getAllSubcomponents('vfreebusy');
  if (events.length + periods.length > MOST_EVENTS) return { ok: false, key: 'busy.refused.too-much' };
  const running = events.filter((event) => ruleOf(event, question.within));
  if (running.length > MOST_RULES) return { ok: false, key: 'busy.refused.too-much' };
  const spans: Interval[] = [];
  const moved = movedOccurrences(events, question.zone);
  for (const event of events) {
    spans.push(...busySpans(event, moved, question));
    if (spans.length > MOST_SPANS) return { ok: false, key: 'busy.refused.too-much' };
  }
  for (const period of periods) spans.push(...freeBusySpans(period, question));
  const merged = merge(spans, question.within);
  return merged.length > MOST_KEPT
    ? { ok: false, key: 'busy.refused.too-much' }
    : { ok: true, spans: merged };
}

/** `UID instant` of every occurrence that an event of its own stands in for (RFC 5545 §3.8.4.4). */
function movedOccurrences(events: readonly ICAL.Component[], zone: string): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      const original = event.getFirstProperty('recurrence-id');
      const moment = original && momentOf(original, zone);
      return moment ? [`${uidOf(event)} ${moment.instant}`] : [];
    }),
  );
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}

/** A moment and how it was written, so that it can be repeated on another day. */
interface Moment {
  readonly instant: Instant;
  readonly day: Day;
  /** The same clock time on another day. */
  on(day: Day): Instant;
}

function busySpans(
  event: ICAL.Component,
  moved: ReadonlySet<string>,
  { zone, within }: BusyQuestion,
): Interval[] {
  if (isFree(event)) return [];
  const startProperty = event.getFirstProperty('dtstart');
  const start = startProperty && momentOf(startProperty, zone);
  if (!startProperty || !start) return [];
  const lengthMs = lengthOf(event, start, { whole: startProperty.type === 'date', zone });
  if (lengthMs <= 0) return [];
  const isOverride = event.getFirstProperty('recurrence-id') !== null;
  const skipped = new Set(momentsOf(event, 'exdate', zone));
  return startsOf(event, start, { lengthMs, within })
    .concat(momentsOf(event, 'rdate', zone))
    .filter((at) => !skipped.has(at) && (isOverride || !moved.has(`${uidOf(event)} ${at}`)))
    .map((at) => ({ start: at, end: (at + lengthMs) as Instant }))
    .filter((span) => overlaps(span, within));
}

/** Cancelled, or marked as leaving the time free. */
function isFree(event: ICAL.Component): boolean {
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('status') === 'CANCELLED' ||
    value('transp') === 'TRANSPARENT' ||
    value('x-microsoft-cdo-busystatus') === 'FREE'
  );
}

/** Milliseconds; an event without an end lasts its day, or no time at all (RFC 5545 §3.6.1). */
function lengthOf(
  event: ICAL.Component,
  start: Moment,
  { whole, zone }: { readonly whole: boolean; readonly zone: string },
): number {
  const endProperty = event.getFirstProperty('dtend');
  const end = endProperty && momentOf(endProperty, zone);
  if (end) return end.instant - start.instant;
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return whole ? start.on(addDays(start.day, 1)) - start.instant : 0;
}

/** The rule by which an event still recurs within the span; one begun too long ago is not read. */
function ruleOf(event: ICAL.Component, within: Interval): ICAL.Recur | undefined {
  const rule: unknown = event.getFirstPropertyValue('rrule');
  const start: unknown = event.getFirstPropertyValue('dtstart');
  if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time)) return undefined;
  const over = rule.until && rule.until.toUnixTime() * 1000 < within.start - 40 * MS_PER_DAY;
  const firstYear = Number(dayOf(within.start, 'UTC').slice(0, 4)) - MOST_YEARS_BEHIND;
  return over || start.year < firstYear ? undefined : rule;
}

/** Starts that may touch `within`. A rule we do not read (every hour, say) leaves its first occurrence. */
function startsOf(
  event: ICAL.Component,
  start: Moment,
  { lengthMs, within }: { readonly lengthMs: number; readonly within: Interval },
): Instant[] {
  const rule = ruleOf(event, within);
  if (!rule) return [start.instant];
  const day = (ms: number): Day => dayOf(ms as Instant, 'UTC');
  const earliest = day(within.start - lengthMs - 2 * MS_PER_DAY);
  const expansion = expandRecurrence({
    rrule: rule.toString(),
    start: start.day,
    from: laterOf(earliest, start.day),
    to: day(within.end + 2 * MS_PER_DAY),
  });
  return expansion.ok ? [start.instant, ...expansion.days.map((each) => start.on(each))] : [start.instant];
}

function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a;
}

function momentsOf(event: ICAL.Component, name: string, zone: string): Instant[] {
  return event.getAllProperties(name).flatMap((property) =>
    property.getValues().flatMap((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      return time instanceof ICAL.Time ? (readMoment(time, property, zone)?.instant ?? []) : [];
    }),
  );
}

function momentOf(property: ICAL.Property, zone: string): Moment | undefined {
  const value: unknown = property.getFirstValue();
  return value instanceof ICAL.Time ? readMoment(value, property, zone) : undefined;
}

/** UTC, a zone of the tz database by its name, the calendar's own VTIMEZONE, or the unit's clock: the first that fits. */
function readMoment(time: ICAL.Time, property: ICAL.Property, zone: string): Moment | undefined {
  const pad = (count: number): string => String(count).padStart(2, '0');
  const day = parseDay(`${String(time.year).padStart(4, '0')}-${pad(time.month)}-${pad(time.day)}`);
  if (!day) return undefined;
  if (time.isDate) return { instant: startOfDay(day, zone), day, on: (other) => startOfDay(other, zone) };
  const clock = `${pad(time.hour)}:${pad(time.minute)}` as ClockTime;
  const named = String(property.getParameter('tzid') ?? '');
  const own = time.zone === ICAL.Timezone.localTimezone ? undefined : time.zone;
  const known = own === ICAL.Timezone.utcTimezone ? 'UTC' : isZone(named) && named !== '' ? named : undefined;
  if (known === undefined && own) {
    const on = (other: Day): Instant => {
      const [year = 0, month = 0, date = 0] = other.split('-').map(Number);
      const there = new ICAL.Time({ year, month, day: date, hour: time.hour, minute: time.minute }, own);
      return (there.toUnixTime() * 1000) as Instant;
    };
    return { instant: on(day), day, on };
  }
  const on = (other: Day): Instant => instantAt(other, clock, known ?? zone);
  return { instant: on(day), day, on };
}

/** Published free/busy time (RFC 5545 §3.6.4): every period that is not marked FREE. */
function freeBusySpans(component: ICAL.Component, { within }: BusyQuestion): Interval[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues() as unknown[])
    .flatMap((value) => {
      if (!(value instanceof ICAL.Period)) return [];
      const start = (value.start.toUnixTime() * 1000) as Instant;
      const end = (value.getEnd().toUnixTime() * 1000) as Instant;
      return end > start ? [{ start, end }] : [];
    })
    .filter((span) => overlaps(span, within));
}

/** Spans that touch or overlap become one; what stands outside `within` is cut off. */
function merge(spans: readonly Interval[], within: Interval): Interval[] {
  const merged: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    const from = Math.max(start, within.start) as Instant;
    const to = Math.min(end, within.end) as Instant;
    if (last && from - last.end < MS_PER_MINUTE) last.end = Math.max(last.end, to) as Instant;
    else merged.push({ start: from, end: to });
  }
  return merged;
}
