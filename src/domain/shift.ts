/** A shift: one post to be stood for one span, by one or more people. A seat is a shift and a place in it. */

import type { Day } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import type { NamedDay } from '../calendar/named-days.ts';
import type { Cover } from './unit.ts';

export interface Shift {
  /** `post/pattern/day`: the same whenever demand is expanded again, so feeds can build their UID on it. */
  readonly id: string;
  readonly postId: string;
  readonly patternId: string;
  readonly label: string;
  /** The civil day on which it begins, in the unit's zone; a night shift counts to the day it begins. */
  readonly day: Day;
  readonly span: Interval;
  /** As they pass: 540 for the autumn night from 22:00 to 06:00. */
  readonly minutes: number;
  /** Minutes between 22:00 and 06:00 (Labour Code Art. 106). */
  readonly nightMinutes: number;
  /** A night's work, as `isNight` of `demand.ts` counts it: a 24-hour duty is one. */
  readonly night: boolean;
  readonly cover: Cover;
  /** What it counts as when the years are compared: "who stood Giao thừa". */
  readonly namedDay?: NamedDay;
  /** Whole points of burden one person carries for standing it. */
  readonly points: number;
}

export function shiftId(postId: string, patternId: string, day: Day): string {
  return `${postId}/${patternId}/${day}`;
}
