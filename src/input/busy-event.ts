/** One event of a calendar as the spans of time it takes: its rule, what is added to it, left out and moved. */

import { addDays, type Day } from '../calendar/day.ts';
import type { Instant, Interval } from '../calendar/interval.ts';
import { dayOf, instantAt } from '../calendar/zone.ts';
import { ruleDays } from './busy-rule.ts';
import type { CalendarPart, ContentLine } from './calendar-lines.ts';
import type { CalendarMoments, Moment } from './calendar-moments.ts';
import type { TellNote } from './calendar-notes.ts';
import { durationOf, ruleParts } from './calendar-values.ts';

export interface EventReading {
  readonly moments: CalendarMoments;
  /** Civil days that matter: [from, to). */
  readonly days: { readonly from: Day; readonly to: Day };
  readonly tell: TellNote;
}

export interface BusyEvent {
  readonly uid: string;
  /** True when it has a rule to be expanded. */
  readonly repeats: boolean;
  /** The occurrence of the same UID that it stands in for. */
  readonly replaces?: Exclusion;
  /** @param moved occurrences that other events stand in for. */
  spans(moved: readonly Exclusion[]): Interval[];
}

/** What EXDATE and RECURRENCE-ID name: a moment; and when no occurrence begins then, perhaps a day. */
export interface Exclusion {
  readonly instant: Instant;
  /** Written in UTC: of an event in UTC it names a moment and nothing else. */
  readonly utc: boolean;
  /** Of what is written as a date or at midnight, as Outlook and some phones do for an event of another hour. */
  readonly day?: Day;
  /** The day, however it is written: for an event of whole days. */
  readonly on: Day;
}

/** Undefined after telling why, when it cannot be said when it is. */
export function busyEvent(part: CalendarPart, reading: EventReading): BusyEvent | undefined {
  const { moments, tell } = reading;
  const line = (wanted: string): ContentLine | undefined => part.lines.find(({ name }) => name === wanted);
  const startLine = line('DTSTART');
  const start = startLine && moments.read(startLine);
  if (!start || part.damaged !== undefined) {
    tell('event', part.damaged ?? startLine?.line ?? part.line, startLine?.value);
    return undefined;
  }
  const length = lengthOf(part, start, moments);
  if (length === undefined) {
    const wrong = line('DTEND') ?? line('DURATION');
    tell('event', wrong?.line ?? part.line, wrong?.value);
    return undefined;
  }
  const original = line('RECURRENCE-ID');
  const replaced = original && moments.read(original);
  if (original && !replaced) tell('value', original.line, original.value);
  if (original?.params.has('RANGE')) tell('range', original.line, original.value);
  const free = isFree(part) || length <= 0;
  const event = new Occurrences(part, { start, length }, reading);
  return {
    uid: line('UID')?.value ?? '',
    repeats: !free && event.repeats,
    ...(replaced ? { replaces: exclusionOf(replaced, moments.zone) } : {}),
    spans: (moved) => (free ? [] : event.spans(original ? [] : moved)),
  };
}

/** Cancelled, or marked as leaving the time free. */
function isFree({ lines }: CalendarPart): boolean {
  return lines.some(({ name, value }) =>
    ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'].includes(
      `${name}:${value.trim().toUpperCase()}`,
    ),
  );
}

/** Milliseconds; an event without an end lasts its day, or no time at all (RFC 5545 §3.6.1). */
function lengthOf({ lines }: CalendarPart, start: Moment, moments: CalendarMoments): number | undefined {
  const endLine = lines.find(({ name }) => name === 'DTEND');
  const end = endLine && moments.read(endLine);
  if (endLine) return end && end.instant - start.instant;
  const duration = lines.find(({ name }) => name === 'DURATION');
  if (duration) return durationOf(duration.value);
  return start.wall.whole ? start.on(addDays(start.wall.day, 1)) - start.instant : 0;
}

function exclusionOf({ instant, wall }: Moment, zone: string): Exclusion {
  const on = wall.utc ? dayOf(instant, zone) : wall.day;
  const midnight = wall.utc
    ? dayOf((instant - 1) as Instant, zone) !== on
    : wall.whole || wall.time === '00:00';
  return { instant, utc: wall.utc, on, ...(midnight ? { day: on } : {}) };
}

interface Occurrence {
  readonly start: Instant;
  readonly end: Instant;
  /** On its own clock. */
  readonly day: Day;
}

class Occurrences {
  readonly #part: CalendarPart;
  readonly #start: Moment;
  readonly #length: number;
  readonly #reading: EventReading;

  constructor(part: CalendarPart, first: { start: Moment; length: number }, reading: EventReading) {
    this.#part = part;
    this.#start = first.start;
    this.#length = first.length;
    this.#reading = reading;
  }

  get repeats(): boolean {
    return this.#lines('RRULE').some(({ value }) => !this.#isOver(value));
  }

  spans(moved: readonly Exclusion[]): Interval[] {
    const days = [this.#start.wall.day, ...this.#lines('RRULE').flatMap((line) => this.#ruleDays(line))];
    const left = new Set(this.#lines('EXRULE').flatMap((line) => this.#ruleDays(line)));
    const all = [...days.filter((day) => !left.has(day)).map((day) => this.#on(day)), ...this.#added()];
    const isSkipped = this.#skipped(all, [...moved, ...this.#excluded()]);
    return all.filter((each) => !isSkipped(each)).map(({ start, end }) => ({ start, end }));
  }

  /** By the moment where an occurrence begins then, else by the day. An event does not recur twice a day. */
  #skipped(
    all: readonly Occurrence[],
    exclusions: readonly Exclusion[],
  ): (occurrence: Occurrence) => boolean {
    const starts = new Set(all.map(({ start }) => start));
    const byMoment = new Set(exclusions.map(({ instant }) => instant));
    const { whole, utc } = this.#start.wall;
    const byDay = new Set(
      exclusions
        .filter((each) => !starts.has(each.instant) && !(utc && each.utc))
        .flatMap(({ day, on }) => (whole ? on : (day ?? []))),
    );
    return ({ start, day }) => byMoment.has(start) || byDay.has(day);
  }

  #lines(wanted: string): ContentLine[] {
    return this.#part.lines.filter(({ name }) => name === wanted);
  }

  #on(day: Day): Occurrence {
    const start = this.#start.on(day);
    return { start, end: (start + this.#length) as Instant, day };
  }

  /** Ended long before the days that matter. */
  #isOver(rule: string): boolean {
    const { until } = ruleParts(rule);
    return until !== undefined && until.day < addDays(this.#reading.days.from, -this.#lengthDays() - 2);
  }

  #lengthDays(): number {
    return Math.min(4_000, Math.ceil(this.#length / 86_400_000));
  }

  /** Besides the event's own first day. A rule that cannot be read is told. */
  #ruleDays(line: ContentLine): readonly Day[] {
    const { tell, days } = this.#reading;
    if (this.#isOver(line.value)) return [];
    const { until, unread } = ruleParts(line.value);
    if (unread !== undefined) tell('value', line.line, unread);
    const from = addDays(days.from, -this.#lengthDays());
    const found = ruleDays(line.value, this.#start.wall, { from, to: days.to });
    if (!found) tell('rule', line.line, line.value);
    if (!until) return found ?? [];
    const last = until.utc ? instantAt(until.day, until.time, 'UTC') : undefined;
    return (found ?? []).filter((day) =>
      last === undefined ? day <= until.day : this.#start.on(day) <= last,
    );
  }

  #excluded(): Exclusion[] {
    const { moments, tell } = this.#reading;
    return this.#values('EXDATE').flatMap((line) => {
      const moment = moments.read(line);
      if (!moment) tell('value', line.line, line.value);
      return moment ? [exclusionOf(moment, moments.zone)] : [];
    });
  }

  #added(): Occurrence[] {
    const { moments, tell } = this.#reading;
    return this.#values('RDATE').flatMap((line): Occurrence[] => {
      const [from = '', to] = line.value.split('/');
      const moment = moments.read({ ...line, value: from });
      const length = to === undefined ? this.#length : durationOf(to);
      const end = length === undefined ? moments.read({ ...line, value: to ?? '' })?.instant : undefined;
      if (!moment || (length === undefined && end === undefined)) {
        tell('value', line.line, line.value);
        return [];
      }
      const start = moment.instant;
      return [{ start, end: end ?? ((start + (length ?? 0)) as Instant), day: moment.wall.day }];
    });
  }

  /** A line of each value of the lists of that name. */
  #values(name: string): ContentLine[] {
    return this.#lines(name).flatMap((line) => line.value.split(',').map((value) => ({ ...line, value })));
  }
}
