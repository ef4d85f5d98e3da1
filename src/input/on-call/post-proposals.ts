/** What posts an on-call schedule asks for: one a layer, with its shifts as its hours and handoffs have them. */

import { weekday } from '../../calendar/day.ts';
import type { Interval } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf, instantAtMinute, minuteOfClock } from '../../calendar/zone.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Layer, OnCallSchedule, OnCallSpan } from './schedule.ts';

export interface ProposedPattern {
  /** 1 for Monday to 7 for Sunday, in the unit's zone. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
}

export interface ProposedPost {
  readonly id: string;
  readonly name: string;
  readonly patterns: readonly ProposedPattern[];
}

const DAY = 1440;
const WEEK = 7 * DAY;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** As a post may have. */
const MOST_PATTERNS = 24;
const MOST_NAME = 100;
const SHORTEST = 30;

/** By layer. @param zone the unit's. */
export function proposedPosts(schedule: OnCallSchedule, zone: string, within: Interval): ProposedPost[] {
  const taken = new Set<string>();
  return schedule.layers.map((layer) => {
    const name = (layer.name || schedule.name || 'On-call').slice(0, MOST_NAME);
    const id = freeSlug(slugOf(name, { most: 30, fallback: 'on-call' }), taken);
    taken.add(id);
    return { id, name, patterns: patternsOf(layer, zone, within).slice(0, MOST_PATTERNS) };
  });
}

function patternsOf(layer: Layer, zone: string, within: Interval): ProposedPattern[] {
  const { turns, windows, spans } = layer;
  if (windows.length > 0)
    return merged(windows.flatMap((each) => daily(shifted(each, layer.zone, zone, within))));
  if (!turns) return spanPatterns(spans, zone);
  const start = minuteOfClock(clockTimeOf(turns.start, zone));
  if (turns.minutes !== undefined && turns.minutes < DAY)
    return [{ weekdays: EVERY_DAY, start, minutes: turns.minutes }];
  const hours = turns.unit === 'hour' ? turns.every : 24;
  const parts = hours < 24 && 24 % hours === 0 ? 24 / hours : 1;
  return Array.from({ length: parts }, (_, i) => ({
    weekdays: EVERY_DAY,
    start: (start + i * (DAY / parts)) % DAY,
    minutes: DAY / parts,
  }));
}

/** Hours of one zone on the clock of another, as they are when the period begins. */
function shifted(
  window: ProposedPattern,
  from: string,
  to: string,
  { start: at }: Interval,
): ProposedPattern {
  if (from === to) return window;
  const day = dayOf(at, from);
  const instant = instantAtMinute(day, window.start, from);
  const days = weekday(dayOf(instant, to)) - weekday(day);
  return {
    ...window,
    start: minuteOfClock(clockTimeOf(instant, to)),
    weekdays: window.weekdays.map((each) => ((each - 1 + days + 14) % 7) + 1),
  };
}

/** Hours that go on for days are a shift a day. */
function daily({ weekdays, start, minutes }: ProposedPattern): ProposedPattern[] {
  const length = Math.min(minutes, WEEK);
  return Array.from({ length: Math.ceil(length / DAY) }, (_, i) => ({
    weekdays: weekdays.map((each) => ((each - 1 + i) % 7) + 1),
    start,
    minutes: Math.min(DAY, length - i * DAY),
  }));
}

/** The same hours on several days are one. */
function merged(patterns: readonly ProposedPattern[]): ProposedPattern[] {
  const byHours = new Map<string, ProposedPattern>();
  for (const pattern of patterns) {
    const key = `${pattern.start} ${pattern.minutes}`;
    const days = [...(byHours.get(key)?.weekdays ?? []), ...pattern.weekdays];
    byHours.set(key, { ...pattern, weekdays: [...new Set(days)].sort() });
  }
  return [...byHours.values()];
}

/** Hours that duties have, where they are told one by one; those of more than a day are a shift a day. */
function spanPatterns(spans: readonly OnCallSpan[], zone: string): ProposedPattern[] {
  const found = spans.flatMap(({ start, end }) => {
    const minutes = Math.min(DAY, Math.round((end - start) / 60_000));
    const from = minuteOfClock(clockTimeOf(start, zone));
    return minutes < SHORTEST ? [] : [{ weekdays: EVERY_DAY, start: from, minutes }];
  });
  const counts = new Map<string, { readonly pattern: ProposedPattern; count: number }>();
  for (const pattern of found) {
    const key = `${pattern.start} ${pattern.minutes}`;
    const known = counts.get(key) ?? { pattern, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const usual = [...counts.values()].sort((a, b) => b.count - a.count);
  // Odd lengths are duties that were cut by exchanges.
  return usual
    .filter(({ count }) => count * 10 >= (usual[0]?.count ?? 0))
    .map(({ pattern }) => pattern)
    .slice(0, 6);
}
