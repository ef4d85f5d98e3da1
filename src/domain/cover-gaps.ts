/**
 * Hours of a period in which nobody is asked to watch, all posts of the watch taken together. Only for a watch that is
 * meant to go on: one that covers half of the period or more. It knows shifts, not whether people are found for them.
 */

import type { Day } from '../calendar/day.ts';
import { type Interval, minutesBetween, plusMinutes } from '../calendar/interval.ts';
import { type ClockTime, clockTimeOf, dayOf } from '../calendar/zone.ts';
import type { Plan } from './plan.ts';

/** Holes alike by the clock, such as 05:00–06:00 of every day. */
export interface CoverGap {
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** Where it is first, and how often it comes. */
  readonly first: Day;
  readonly count: number;
  readonly minutes: number;
}

const MINUTES_PER_DAY = 24 * 60;

/** By the first of each kind. The time before the first shift of all is the neighbour's, up to a day of it. */
export function coverGaps({ posts, shifts, period, unit }: Plan): CoverGap[] {
  const watch = new Set(posts.filter(({ tier }) => tier === 'watch').map(({ id }) => id));
  const spans = shifts.filter(({ postId }) => watch.has(postId)).map(({ span }) => span);
  const parts = (period.parts ?? [period.span]).map((part) => trimmed(part, spans));
  const holes = parts.flatMap((part) => holesIn(part, spans));
  const sum = (list: readonly Interval[]): number =>
    list.reduce((total, { start, end }) => total + minutesBetween(start, end), 0);
  if (spans.length === 0 || sum(holes) * 2 > sum(parts)) return [];
  const kinds = new Map<string, CoverGap>();
  for (const { start, end } of holes) {
    const [from, to] = [clockTimeOf(start, unit.zone), clockTimeOf(end, unit.zone)];
    const minutes = minutesBetween(start, end);
    const kind = `${from} ${to} ${minutes > MINUTES_PER_DAY ? minutes : ''}`;
    const known = kinds.get(kind) ?? { from, to, first: dayOf(start, unit.zone), count: 0, minutes };
    kinds.set(kind, { ...known, count: known.count + 1 });
  }
  return [...kinds.values()];
}

function trimmed(part: Interval, spans: readonly Interval[]): Interval {
  const first = spans.find(({ end }) => end > part.start)?.start ?? part.start;
  const late = first > part.start && first <= plusMinutes(part.start, MINUTES_PER_DAY) && first < part.end;
  return late ? { start: first, end: part.end } : part;
}

/** Spans come by start. */
function holesIn(part: Interval, spans: readonly Interval[]): Interval[] {
  const holes: Interval[] = [];
  let reached = part.start;
  for (const { start, end } of spans) {
    if (start >= part.end) break;
    if (start > reached) holes.push({ start: reached, end: start });
    if (end > reached) reached = end;
  }
  return reached < part.end ? [...holes, { start: reached, end: part.end }] : holes;
}
