/** Pairs of duties close in time, for the rules that look at two duties of one person. It knows no rule. */

import { type Interval, MS_PER_MINUTE } from '../calendar/interval.ts';
import type { Shift } from '../domain/shift.ts';

/** Free minutes between two spans, whichever comes first; negative when they overlap. */
export function gapMinutes(a: Interval, b: Interval): number {
  return Math.max(b.start - a.end, a.start - b.end) / MS_PER_MINUTE;
}

/**
 * Every pair of `shifts` with fewer than `minutes` free between them, overlapping ones included. The shifts come by
 * start, as in a plan and in `RosterIndex.shiftsOf`; so does each pair.
 */
export function closePairs(shifts: readonly Shift[], minutes: number): [Shift, Shift][] {
  const pairs: [Shift, Shift][] = [];
  shifts.forEach((earlier, i) => {
    for (let j = i + 1; j < shifts.length; j++) {
      const later = shifts[j];
      if (!later || later.span.start - earlier.span.end >= minutes * MS_PER_MINUTE) break;
      pairs.push([earlier, later]);
    }
  });
  return pairs;
}
