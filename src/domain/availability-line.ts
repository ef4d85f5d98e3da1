/** A line of leave or wish as a unit keeps it: a person's, for any time, with what was said to it. Only granted lines enter plans. */

import { addDays, type Day } from '../calendar/day.ts';
import { type Instant, type Interval, overlaps } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import { expandAvailability } from './availability-spans.ts';
import type { AvailabilityEntry } from './case.ts';
import type { Period } from './period.ts';

/** `waiting`: the person asks, and nobody has said anything to it yet. Wishes need no consent: they are granted. */
const LINE_STATES = ['granted', 'waiting', 'refused'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Who wrote it: those who make the rota (or a file of theirs), the person, the person's own calendar. */
const LINE_ORIGINS = ['unit', 'person', 'calendar'] as const;
export type LineOrigin = (typeof LINE_ORIGINS)[number];

export interface NewLine {
  readonly entry: AvailabilityEntry;
  readonly state: LineState;
  readonly origin: LineOrigin;
  /** The period whose case file brought it: the file read again replaces it. */
  readonly periodId?: string;
  /** Absent where nobody knows any more. */
  readonly enteredAt?: Instant;
}

export interface AvailabilityLine extends NewLine {
  /** Names it for as long as it stands. */
  readonly id: number;
  /** When someone agreed or refused; absent while nobody had to. */
  readonly answeredAt?: Instant;
}

/** A shift that begins at the period's end ends later; none is longer. */
const DAYS_AFTER = 2;

/** Half-open; what a line on them can mean for the period, its last shifts included. */
export function daysAround(
  { span }: Pick<Period, 'span'>,
  zone: string,
): { readonly from: Day; readonly to: Day } {
  return { from: dayOf(span.start, zone), to: addDays(dayOf(span.end, zone), DAYS_AFTER + 1) };
}

/** From the period's start to where the last of its shifts can end. */
export function reachOf({ span }: Pick<Period, 'span'>): Interval {
  return { start: span.start, end: (span.end + DAYS_AFTER * 86_400_000) as Instant };
}

/** Whether the line says anything of this span. */
export function touches(entry: AvailabilityEntry, span: Interval, zone: string): boolean {
  const { leave, wishes } = expandAvailability([entry], span, zone);
  return leave.length + wishes.length > 0;
}

/** The whole stretch in which the line can say anything. */
export function stretchOf({ from, to }: AvailabilityEntry, zone: string): Interval {
  return { start: startOfDay(from, zone), end: startOfDay(addDays(to, 1), zone) };
}

/** Whether all that one line says is said by another of the same kind already. */
export function covers(other: AvailabilityEntry, entry: AvailabilityEntry, zone: string): boolean {
  if (other.staffId !== entry.staffId || other.kind !== 'leave' || entry.kind !== 'leave') return false;
  const own = expandAvailability([entry], stretchOf(entry, zone), zone).leave;
  return own.every(({ span }) =>
    expandAvailability([other], span, zone).leave.some(
      (each) => overlaps(each.span, span) && each.span.start <= span.start && span.end <= each.span.end,
    ),
  );
}
