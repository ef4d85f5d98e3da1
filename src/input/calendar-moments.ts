/** Moments of a calendar: a date or time of one of its lines, on the clock that line names. */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { instantAt, startOfDay } from '../calendar/zone.ts';
import type { CalendarPart, ContentLine } from './calendar-lines.ts';
import type { TellNote } from './calendar-notes.ts';
import { dateTimeOf, type WallTime } from './calendar-values.ts';
import { type ZoneClock, type ZoneReading, zoneReader } from './calendar-zones.ts';

/** A moment and how it was written, so that it can be repeated on another day. */
export interface Moment {
  readonly instant: Instant;
  /** On the clock of the line. */
  readonly wall: WallTime;
  /** The same clock time on another day. */
  on(day: Day): Instant;
}

export class CalendarMoments {
  /** Of whole days and of times without a zone. */
  readonly zone: string;
  readonly #zoneOf: (tzid: string) => ZoneReading;
  readonly #tell: TellNote;
  /** Zones that were told of. */
  readonly #told = new Set<string>();

  constructor(zone: string, own: readonly CalendarPart[], tell: TellNote) {
    this.zone = zone;
    this.#zoneOf = zoneReader(own);
    this.#tell = tell;
  }

  /** Undefined for what is no date or time. */
  read(line: ContentLine): Moment | undefined {
    const { value, tzid } = valueAndZone(line);
    const wall = dateTimeOf(value);
    if (!wall) return undefined;
    const clock = this.#clockOf(wall, tzid, line.line);
    const on = (day: Day): Instant => clock(day, wall.time);
    return { instant: on(wall.day), wall, on };
  }

  #clockOf({ whole, utc }: WallTime, tzid: string, line: number): ZoneClock {
    const unit: ZoneClock = (day, time) => instantAt(day, time, this.zone);
    if (whole) return (day) => startOfDay(day, this.zone);
    if (utc) return (day, time) => instantAt(day, time, 'UTC');
    if (tzid === '') return unit;
    const read = this.#zoneOf(tzid);
    if ('clock' in read) return read.clock;
    if (!this.#told.has(tzid)) this.#tell(`zone-${read.refused}`, line, tzid);
    if (this.#told.size < 1_000) this.#told.add(tzid);
    return unit;
  }
}

/** Outlook names zones like “(UTC+07:00) Bangkok, Hanoi, Jakarta” and leaves out the quotes they need. */
function valueAndZone({ params, value }: ContentLine): { readonly value: string; readonly tzid: string } {
  const tzid = params.get('TZID') ?? '';
  const last = value.lastIndexOf(':');
  return last < 0 || tzid === ''
    ? { value, tzid }
    : { value: value.slice(last + 1), tzid: `${tzid}:${value.slice(0, last)}` };
}
