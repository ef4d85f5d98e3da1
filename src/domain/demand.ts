/** Demand: the shifts a period asks for, from each post's patterns. It does not know who could stand them. */

import { addDays, type Day, daysBetween, eachDay } from '../calendar/day.ts';
import { breakOf, type HolidayBreak, isRestDay } from '../calendar/holidays.ts';
import { contains, type Interval, minutesBetween, sharedMinutes } from '../calendar/interval.ts';
import { namedDayOfShift } from '../calendar/named-days.ts';
import { daysOfRecurrence } from '../calendar/recurrence.ts';
import { type ClockTime, dayOf, instantAt, spanByClock } from '../calendar/zone.ts';
import { pointsOf } from './burden.ts';
import { isSameHours } from './covered-twice.ts';
import type { Period } from './period.ts';
import type { PointTable } from './rule-set.ts';
import { type Shift, shiftId } from './shift.ts';
import type { DayChoice, Post, ShiftPattern } from './unit.ts';

/** Labour Code 45/2019/QH14 Art. 106: night work is from 22:00 to 06:00 of the next day. */
const NIGHT_START = '22:00' as ClockTime;
const NIGHT_END = '06:00' as ClockTime;

/** No more shifts than this in one plan; three months of a large unit are under a tenth of it. */
export const MOST_SHIFTS = 20_000;

export interface DemandSource {
  readonly posts: readonly Post[];
  readonly period: Pick<Period, 'span' | 'parts' | 'ceded'>;
  readonly zone: string;
  readonly points: PointTable;
  readonly breaks: readonly HolidayBreak[];
}

/** The most shifts the source can ask for: each pattern on each day. Ask this before expanding. */
export function demandBound({
  posts,
  period,
  zone,
}: Pick<DemandSource, 'posts' | 'period' | 'zone'>): number {
  const { span } = period;
  const days = daysBetween(dayOf(span.start, zone), dayOf(span.end, zone)) + 1;
  return days * posts.reduce((sum, post) => sum + post.patterns.length, 0);
}

/** Every shift that begins inside the period, sorted by start, then post order, then pattern order. Patterns must be valid RRULEs. */
export function expandDemand(source: DemandSource): Shift[] {
  const { zone } = source;
  const { span, parts = [span], ceded = [] } = source.period;
  const first = dayOf(span.start, zone);
  const to = addDays(dayOf(span.end, zone), 1);
  return source.posts
    .flatMap((post) =>
      post.patterns.flatMap((pattern) =>
        daysOfRecurrence(pattern.rrule, { from: first, to, ...anchorOf(pattern) })
          .filter((day) => isChosen(day, pattern.days, source.breaks))
          .flatMap((day) => shiftOf(source, post, pattern, day) ?? [])
          .filter(({ span: { start } }) => parts.some((part) => contains(part, start)))
          .filter(
            (shift) => !ceded.some((each) => each.postId === post.id && isSameHours(each.span, shift.span)),
          ),
      ),
    )
    .sort((a, b) => a.span.start - b.span.start);
}

/** Days looked ahead for the next shift: a year and a day, as some come once a year. */
const LOOK_AHEAD = 367;

/** The first day from `from` on which any pattern recurs; what day choices leave of it is not asked. */
export function nextShiftDay(posts: readonly Post[], from: Day): Day | undefined {
  const to = addDays(from, LOOK_AHEAD);
  const first = posts.flatMap(({ patterns }) =>
    patterns.flatMap((each) => daysOfRecurrence(each.rrule, { from, to, ...anchorOf(each) })[0] ?? []),
  );
  return first.sort()[0];
}

function anchorOf({ from }: ShiftPattern): { readonly start?: Day } {
  return from === undefined ? {} : { start: from };
}

function isChosen(day: Day, choice: DayChoice | undefined, breaks: readonly HolidayBreak[]): boolean {
  if (choice === undefined) return true;
  if (choice === 'holiday') return breakOf(day, breaks) !== undefined;
  return isRestDay(day, breaks) === (choice === 'rest');
}

/** Undefined for a shift that lies wholly in the hour a spring night leaves out. */
function shiftOf(source: DemandSource, post: Post, pattern: ShiftPattern, day: Day): Shift | undefined {
  const { zone, breaks, points } = source;
  const span = spanByClock(day, pattern.start, pattern.durationMinutes, zone);
  if (!span) return undefined;
  const night = isNight(span, zone);
  const namedDay = namedDayOfShift(span, zone);
  const named = namedDay === undefined ? {} : { namedDay };
  // By the clock: an hour more or less once a year makes nobody's turn heavier by a whole block.
  const duty = { presence: post.presence, minutes: pattern.durationMinutes, night, ...named };
  return {
    id: shiftId(post.id, pattern.id, day),
    postId: post.id,
    patternId: pattern.id,
    label: pattern.label,
    day,
    span,
    minutes: minutesBetween(span.start, span.end),
    nightMinutes: nightMinutesOf(span, zone),
    night,
    cover: pattern.cover ?? post.cover,
    ...named,
    points: pointsOf({ ...duty, restDay: isRestDay(day, breaks) }, points),
  };
}

/** Minutes of the span between 22:00 and 06:00 on the clock of `zone`. */
export function nightMinutesOf(span: Interval, zone: string): number {
  const before = addDays(dayOf(span.start, zone), -1);
  const after = addDays(dayOf(span.end, zone), 1);
  return eachDay(before, after).reduce((sum, day) => {
    const night = {
      start: instantAt(day, NIGHT_START, zone),
      end: instantAt(addDays(day, 1), NIGHT_END, zone),
    };
    return sum + sharedMinutes(span, night);
  }, 0);
}

/**
 * Directive 2003/88/EC Art. 2(4)(a): who works at least three hours of the night works at night. The Labour Code says which
 * hours are night (Art. 106) and not how many of them make a night's work.
 */
const NIGHT_WORK_MINUTES = 3 * 60;

/** A 24-hour duty is a night's work like a night shift, an evening to 23:00 is none; a shorter one is when half of it is. */
export function isNight(span: Interval, zone: string): boolean {
  const minutes = nightMinutesOf(span, zone);
  return minutes >= NIGHT_WORK_MINUTES || minutes * 2 >= minutesBetween(span.start, span.end);
}
