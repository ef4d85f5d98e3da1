/** Lines of leave and wishes worked out to spans of time. It does not judge whether a leave is granted. */

import { addDays, type Day, eachDay } from '../calendar/day.ts';
import { type Interval, overlaps } from '../calendar/interval.ts';
import { daysOfRecurrence } from '../calendar/recurrence.ts';
import { instantAt, startOfDay } from '../calendar/zone.ts';
import type { Leave, Wish } from './availability.ts';
import type { AvailabilityEntry } from './case.ts';

export interface AvailabilitySpans {
  readonly leave: readonly Leave[];
  readonly wishes: readonly Wish[];
}

/** Spans that touch `within`, in the order of the entries, then by time. */
export function expandAvailability(
  entries: readonly AvailabilityEntry[],
  within: Interval,
  zone: string,
): AvailabilitySpans {
  const leave: Leave[] = [];
  const wishes: Wish[] = [];
  for (const entry of entries) {
    for (const span of spansOf(entry, zone).filter((each) => overlaps(each, within))) {
      const { staffId, note, leaveKind: kind } = entry;
      if (entry.kind === 'leave')
        leave.push({ staffId, span, note, ...(kind === undefined ? {} : { kind }) });
      else wishes.push(wishOf(entry, span));
    }
  }
  return { leave, wishes };
}

function wishOf(entry: AvailabilityEntry, span: Interval): Wish {
  return {
    staffId: entry.staffId,
    direction: entry.kind === 'wish-for' ? 'for' : 'against',
    span,
    weight: entry.weight,
    ...(entry.postId === undefined ? {} : { postId: entry.postId }),
  };
}

function spansOf(entry: AvailabilityEntry, zone: string): Interval[] {
  const { from, to, rrule } = entry;
  const once = rrule === undefined;
  if (once && entry.startTime === undefined) {
    return [{ start: startOfDay(from, zone), end: startOfDay(to, zone) }];
  }
  const days = once ? eachDay(from, to) : daysOfRecurrence(rrule, { from, to, start: from });
  return days.map((day) => spanOnDay(entry, day, zone)).filter(({ start, end }) => start < end);
}

/** An end at or before the start is the next day's: 22:00–06:00. */
function spanOnDay({ startTime, endTime }: AvailabilityEntry, day: Day, zone: string): Interval {
  if (startTime === undefined || endTime === undefined) {
    return { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
  }
  const endDay = endTime <= startTime ? addDays(day, 1) : day;
  return { start: instantAt(day, startTime, zone), end: instantAt(endDay, endTime, zone) };
}
