/**
 * Posts as duty lists have them, to start from: what each asks for and when its shifts are. They hold no words: the names
 * of posts and shifts are said in the unit's language by whoever takes a template.
 */

import { type ClockTime, minuteOfClock } from '../calendar/zone.ts';
import type { Cover, DayChoice, Presence, Tier } from './unit.ts';

/** Names of shifts that templates use. */
const SHIFT_NAMES = [
  'morning',
  'afternoon',
  'night',
  'day',
  'whole-day',
  'office-hours',
  'rest-day',
] as const;
export type ShiftName = (typeof SHIFT_NAMES)[number];

export interface TemplatePattern {
  readonly name: ShiftName;
  readonly start: ClockTime;
  readonly durationMinutes: number;
  readonly days?: DayChoice;
  readonly cover?: Cover;
}

export interface PostTemplate {
  readonly code: string;
  readonly tier: Tier;
  readonly presence: Presence;
  readonly cover: Cover;
  readonly patterns: readonly TemplatePattern[];
}

const at = (
  name: ShiftName,
  start: string,
  hours: number,
  more: Pick<TemplatePattern, 'days' | 'cover'> = {},
): TemplatePattern => ({ name, start: start as ClockTime, durationMinutes: hours * 60, ...more });

const of = (count: number): Cover => ({ minimum: count, target: count });

const ONE = of(1);
const TWO = of(2);

const THREE_TIMES_8 = [at('morning', '06:00', 8), at('afternoon', '14:00', 8), at('night', '22:00', 8)];
const TWICE_12 = [at('day', '06:00', 12), at('night', '18:00', 12)];
const ROUND_THE_CLOCK = [at('whole-day', '07:00', 24)];
/** The office is staffed on working days; nights every day, and the day itself when the office is shut. */
const OFFICE_AND_NIGHT = [
  at('office-hours', '07:30', 9.5, { days: 'working' }),
  at('rest-day', '07:30', 9.5, { days: 'rest' }),
  at('night', '17:00', 14.5),
];

export const POST_TEMPLATES: readonly PostTemplate[] = [
  { code: 'leader', tier: 'leader', presence: 'standby', cover: ONE, patterns: ROUND_THE_CLOCK },
  { code: 'watch-3x8', tier: 'watch', presence: 'on-site', cover: TWO, patterns: THREE_TIMES_8 },
  { code: 'watch-2x12', tier: 'watch', presence: 'on-site', cover: TWO, patterns: TWICE_12 },
  { code: 'watch-24', tier: 'watch', presence: 'on-site', cover: ONE, patterns: ROUND_THE_CLOCK },
  { code: 'office-night', tier: 'watch', presence: 'on-site', cover: ONE, patterns: OFFICE_AND_NIGHT },
  { code: 'response', tier: 'response', presence: 'standby', cover: ONE, patterns: TWICE_12 },
  { code: 'premises', tier: 'premises', presence: 'on-site', cover: ONE, patterns: TWICE_12 },
];

export function findTemplate(code: string | null): PostTemplate | undefined {
  return POST_TEMPLATES.find((each) => each.code === code);
}

const MINUTES_PER_DAY = 24 * 60;

export function clockOf(minute: number): ClockTime {
  const within = ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}` as ClockTime;
}

/**
 * The same shifts, moved by as little as possible, all by as much, so that one of them begins at `start`: an urgent rota
 * begins now and not at the next change of shifts.
 */
export function startingAt(
  patterns: readonly TemplatePattern[],
  start: ClockTime,
): readonly TemplatePattern[] {
  const moves = patterns.map((pattern) => {
    const ahead = (minuteOfClock(start) - minuteOfClock(pattern.start) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    return ahead > MINUTES_PER_DAY / 2 ? ahead - MINUTES_PER_DAY : ahead;
  });
  const move = moves.reduce((least, each) => (Math.abs(each) < Math.abs(least) ? each : least), Infinity);
  if (!Number.isFinite(move)) return patterns;
  return patterns.map((pattern) => ({ ...pattern, start: clockOf(minuteOfClock(pattern.start) + move) }));
}
