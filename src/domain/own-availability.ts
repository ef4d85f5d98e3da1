/** Until when people enter leave and wishes of their own, and how a line of them is told from another. */

import type { Instant } from '../calendar/interval.ts';
import type { AvailabilityEntry } from './case.ts';
import type { Period } from './period.ts';

/** The time the unit set; without one, when the list is due; never after the period begins. */
export function closingOf({ wishesUntil, submitBy, span }: Period): Instant {
  return Math.min(wishesUntil ?? submitBy ?? span.start, span.start) as Instant;
}

/** All that makes a line what it is, notes and weights aside, as one short text: two of the same are one. */
export function entryRef(entry: AvailabilityEntry): string {
  const { staffId, kind, from, to, startTime, endTime, postId, rrule } = entry;
  const parts = [staffId, kind, from, to, startTime, endTime, postId, rrule];
  return parts.map((part) => encodeURIComponent(part ?? '')).join('~');
}
