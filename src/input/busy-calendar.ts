/**
 * Someone's calendar, read only for when they are busy. Nothing else of it is kept: no titles, no places. What cannot be
 * read is told line by line, and the rest is read; every expansion is bounded, whoever wrote the calendar.
 */

import type { Day } from '../calendar/day.ts';
import { type Instant, type Interval, MS_PER_MINUTE, overlaps } from '../calendar/interval.ts';
import { dayOf } from '../calendar/zone.ts';
import { type BusyEvent, busyEvent, type Exclusion } from './busy-event.ts';
import { type CalendarPart, readCalendarStream } from './calendar-lines.ts';
import { CalendarMoments } from './calendar-moments.ts';
import { type CalendarNote, CalendarNotes, type TellNote } from './calendar-notes.ts';
import { durationOf } from './calendar-values.ts';

export interface BusyQuestion {
  /** Zone of whole days and of times without one. */
  readonly zone: string;
  /** Only what touches it is told. */
  readonly within: Interval;
}

export type BusyReading =
  | {
      readonly ok: true;
      /** Disjoint, by start, within the span asked for. */
      readonly spans: readonly Interval[];
      readonly notes: readonly CalendarNote[];
    }
  /** Message key, and what led to it. */
  | { readonly ok: false; readonly key: string; readonly notes?: readonly CalendarNote[] };

/** What one calendar may hold; a busy life of a year is far below. */
const MOST_EVENTS = 20_000;
const MOST_SPANS = 50_000;
const MOST_KEPT = 2_000;
/** Rules that still run; expanding one costs up to 6 ms for each twenty years behind it. */
const MOST_RULES = 300;
/** Of the dates that are added and left out: about 30,000. */
const MOST_DATES_LENGTH = 500_000;

const MS_PER_DAY = 86_400_000;

/** Refuses what is no calendar, is cut off, holds more than anyone's year, or nothing that can be read. UTF-8. */
export function readBusyCalendar(bytes: Uint8Array, question: BusyQuestion): BusyReading {
  const stream = readCalendarStream(new TextDecoder().decode(bytes));
  return stream.ok ? readBusy(stream.parts, question) : refused(stream.reason);
}

function refused(reason: string, notes: readonly CalendarNote[] = []): BusyReading {
  return { ok: false, key: `busy.refused.${reason}`, ...(notes.length > 0 ? { notes } : {}) };
}

function readBusy(parts: readonly CalendarPart[], question: BusyQuestion): BusyReading {
  const named = (wanted: string): CalendarPart[] => parts.filter(({ name }) => name === wanted);
  const [events, periods] = [named('VEVENT'), named('VFREEBUSY')];
  if (events.length + periods.length > MOST_EVENTS) return refused('too-much');
  if (lengthOfDates(events) > MOST_DATES_LENGTH) return refused('too-much');
  const notes = new CalendarNotes();
  const moments = new CalendarMoments(question.zone, named('VTIMEZONE'), notes.tell);
  const days = spanDays(question.within);
  const read = events.map((part) => busyEvent(part, { moments, days, tell: notes.tell }));
  if (read.filter((each) => each?.repeats).length > MOST_RULES) return refused('too-much');
  const moved = movedOccurrences(read);
  const spans: Interval[] = [];
  for (const each of read) {
    const own = each?.spans(moved.get(each.uid) ?? []) ?? [];
    for (const span of own) if (overlaps(span, question.within)) spans.push(span);
    if (spans.length > MOST_SPANS) return refused('too-much');
  }
  for (const part of periods) spans.push(...freeBusySpans(part, { moments, tell: notes.tell }));
  const merged = merge(
    spans.filter((span) => overlaps(span, question.within)),
    question.within,
  );
  if (merged.length > MOST_KEPT) return refused('too-much');
  const nothing = events.length + periods.length > 0 && read.every((each) => !each) && merged.length === 0;
  return nothing && notes.all.length > 0
    ? refused('damaged', notes.all)
    : { ok: true, spans: merged, notes: notes.all };
}

/** By UID, those an event of its own stands in for (RFC 5545 §3.8.4.4): they are the rule's no more. */
function movedOccurrences(events: readonly (BusyEvent | undefined)[]): ReadonlyMap<string, Exclusion[]> {
  const moved = new Map<string, Exclusion[]>();
  for (const each of events) {
    if (!each?.replaces) continue;
    const own = moved.get(each.uid);
    if (own) own.push(each.replaces);
    else moved.set(each.uid, [each.replaces]);
  }
  return moved;
}

function lengthOfDates(events: readonly CalendarPart[]): number {
  const dates = events.flatMap(({ lines }) =>
    lines.filter(({ name }) => name === 'EXDATE' || name === 'RDATE'),
  );
  return dates.reduce((sum, { value }) => sum + value.length, 0);
}

/** Civil days that may touch the span, in whatever zone. */
function spanDays({ start, end }: Interval): { readonly from: Day; readonly to: Day } {
  return {
    from: dayOf((start - 2 * MS_PER_DAY) as Instant, 'UTC'),
    to: dayOf((end + 2 * MS_PER_DAY) as Instant, 'UTC'),
  };
}

/** Published free/busy time (RFC 5545 §3.6.4): every period that is not marked FREE. */
function freeBusySpans(
  { lines }: CalendarPart,
  { moments, tell }: { readonly moments: CalendarMoments; readonly tell: TellNote },
): Interval[] {
  return lines
    .filter(({ name, params }) => name === 'FREEBUSY' && params.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .flatMap((line) =>
      line.value.split(',').flatMap((value): Interval[] => {
        const [from = '', to = ''] = value.split('/');
        const start = moments.read({ ...line, value: from })?.instant;
        const length = durationOf(to);
        const end =
          start !== undefined && length !== undefined
            ? ((start + length) as Instant)
            : moments.read({ ...line, value: to })?.instant;
        if (start === undefined || end === undefined) tell('value', line.line, value);
        return start !== undefined && end !== undefined && end > start ? [{ start, end }] : [];
      }),
    );
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
