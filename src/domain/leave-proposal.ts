/** A busy span as lines of leave: whole days where it covers them, stretches of the clock where it does not. */

import { addDays, type Day } from '../calendar/day.ts';
import { type Instant, type Interval, MS_PER_MINUTE } from '../calendar/interval.ts';
import { clockTimeOf, dayOf, startOfDay } from '../calendar/zone.ts';
import type { AvailabilityEntry } from './case.ts';

/** By day; together they cover the span, to the minute. */
export function leaveEntries(
  { start, end }: Interval,
  { staffId, note, zone }: { readonly staffId: string; readonly note: string; readonly zone: string },
): AvailabilityEntry[] {
  const common = { staffId, kind: 'leave', weight: 1, note } as const;
  const entries: AvailabilityEntry[] = [];
  let wholeFrom: Day | undefined;
  const endWhole = (to: Day): void => {
    if (wholeFrom !== undefined) entries.push({ ...common, from: wholeFrom, to });
    wholeFrom = undefined;
  };
  const last = dayOf((end - 1) as Instant, zone);
  for (let day = dayOf(start, zone); day <= last; day = addDays(day, 1)) {
    const next = addDays(day, 1);
    const from = Math.max(start, startOfDay(day, zone)) as Instant;
    const to = Math.min(end, startOfDay(next, zone)) as Instant;
    if (from === startOfDay(day, zone) && to === startOfDay(next, zone)) {
      wholeFrom ??= day;
    } else {
      endWhole(day);
      const startTime = clockTimeOf(from, zone);
      // An end at 00:00 is read as the next day's, which it is.
      const endTime = clockTimeOf((Math.ceil(to / MS_PER_MINUTE) * MS_PER_MINUTE) as Instant, zone);
      if (startTime !== endTime) entries.push({ ...common, from: day, to: next, startTime, endTime });
    }
  }
  endWhole(addDays(last, 1));
  return entries;
}
