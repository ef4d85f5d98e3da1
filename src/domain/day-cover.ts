/**
 * One day of a post as a picture: its shifts from the first start on, for 24 hours, the hours nobody is asked for and those
 * where two shifts meet. It knows patterns only, no dates and no people.
 */

import { minuteOfClock } from '../calendar/zone.ts';
import type { ShiftPattern } from './unit.ts';

const MINUTES_PER_DAY = 24 * 60;
/** Labour Code 45/2019/QH14 Art. 106: night is from 22:00 to 06:00. */
const NIGHT = { from: 22 * 60, minutes: 8 * 60 } as const;

/** Minutes from the first start: [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface CoverBar extends Stretch {
  readonly pattern: ShiftPattern;
  /** 0 for the first row; a shift that overlaps one before it lies in the next free row. */
  readonly lane: number;
  /** It runs past the 24 hours shown. */
  readonly goesOn: boolean;
}

export interface DayCover {
  /** Minute of the day at which the picture begins. */
  readonly start: number;
  readonly bars: readonly CoverBar[];
  readonly lanes: number;
  readonly nights: readonly Stretch[];
  /** No shift of this day, nor one of an alike day before, is there. */
  readonly gaps: readonly Stretch[];
  /** Two shifts or more are there. */
  readonly overlaps: readonly Stretch[];
}

/** Undefined without patterns. */
export function coverOfDay(patterns: readonly ShiftPattern[]): DayCover | undefined {
  const sorted = [...patterns].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const [first] = sorted;
  if (!first) return undefined;
  const start = minuteOfClock(first.start);
  const ends: number[] = [];
  const bars = sorted.map((pattern): CoverBar => {
    const from = minuteOfClock(pattern.start) - start;
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = from + pattern.durationMinutes;
    const to = Math.min(from + pattern.durationMinutes, MINUTES_PER_DAY);
    return { pattern, from, to, lane, goesOn: from + pattern.durationMinutes > MINUTES_PER_DAY };
  });
  return { start, bars, lanes: ends.length, nights: nightsFrom(start), ...countedStretches(bars) };
}

function nightsFrom(start: number): Stretch[] {
  const from = (NIGHT.from - start + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const to = from + NIGHT.minutes;
  if (to <= MINUTES_PER_DAY) return [{ from, to }];
  return [
    { from: 0, to: to - MINUTES_PER_DAY },
    { from, to: MINUTES_PER_DAY },
  ];
}

function countedStretches(bars: readonly CoverBar[]): Pick<DayCover, 'gaps' | 'overlaps'> {
  const spans = bars.flatMap(({ from, pattern: { durationMinutes } }) => {
    const reach = from + durationMinutes;
    const own = { from, to: Math.min(reach, MINUTES_PER_DAY) };
    // The same shift of the day before reaches into this one.
    return reach > MINUTES_PER_DAY
      ? [own, { from: 0, to: Math.min(reach - MINUTES_PER_DAY, MINUTES_PER_DAY) }]
      : [own];
  });
  const marks = [...new Set([0, MINUTES_PER_DAY, ...spans.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const pieces = marks.slice(1).map((to, i) => ({ from: marks[i] ?? 0, to }));
  const countIn = (piece: Stretch): number =>
    spans.filter(({ from, to }) => from <= piece.from && piece.to <= to).length;
  return {
    gaps: joined(pieces.filter((piece) => countIn(piece) === 0)),
    overlaps: joined(pieces.filter((piece) => countIn(piece) > 1)),
  };
}

function joined(pieces: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && last.to === piece.from) found[found.length - 1] = { from: last.from, to: piece.to };
    else found.push(piece);
  }
  return found;
}
