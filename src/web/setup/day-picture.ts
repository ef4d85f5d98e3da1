/** The day of a post as a picture: bars from the first start on, night hatched, gaps and overlaps seen and said. */

import type { Day } from '../../calendar/day.ts';
import { type CoverBar, coverOfDay, type DayCover, type Stretch } from '../../domain/day-cover.ts';
import type { Plan } from '../../domain/plan.ts';
import { clockOf } from '../../domain/post-templates.ts';
import type { Post, ShiftPattern } from '../../domain/unit.ts';
import { formatDuration, formatWeekdayDateShort } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

interface Place {
  /** Percent of the picture's width. */
  readonly x: number;
  readonly width: number;
}

const LANE = 26;
const TICKS = 16;
const MINUTES_PER_DAY = 24 * 60;
const MOST_DAYS_NAMED = 3;

/** A picture for each kind of day that the plan's days are for this post; days without a shift are told too. */
export function dayPictures(visit: Visit, plan: Plan, post: Post) {
  const groups = new Map<string, { patterns: ShiftPattern[]; days: Day[] }>();
  for (const day of plan.days) {
    const ids = plan.shifts
      .filter((shift) => shift.postId === post.id && shift.day === day)
      .map(({ patternId }) => patternId);
    const patterns = post.patterns.filter(({ id }) => ids.includes(id));
    if (patterns.length === 0) continue;
    const name = patterns.map(({ id }) => id).join(' ');
    const group = groups.get(name) ?? { patterns, days: [] };
    group.days.push(day);
    groups.set(name, group);
  }
  // The last day of a span that ends in the morning often has the first shifts only; what is whole comes first.
  const found = [...groups.values()].sort((a, b) => b.days.length - a.days.length);
  return found.flatMap(({ patterns, days }) => {
    const words = found.length === 1 ? '' : daysWords(visit, days);
    return pictureOf(visit, patterns, words) ?? [];
  });
}

/** Without dates: working days and days off apart where the patterns tell them apart. */
export function templatePictures(visit: Visit, patterns: readonly ShiftPattern[]) {
  if (patterns.every(({ days }) => days === undefined)) return [pictureOf(visit, patterns, '') ?? []].flat();
  return (['working', 'rest'] as const).flatMap((kind) => {
    const own = patterns.filter(({ days }) => days === undefined || days === kind);
    return pictureOf(visit, own, visit.say(`posts.days.${kind}`)) ?? [];
  });
}

function daysWords({ language, say }: Visit, days: readonly Day[]): string {
  const named = days.slice(0, MOST_DAYS_NAMED).map((day) => formatWeekdayDateShort(language, day));
  const rest = days.length - named.length;
  return [...named, ...(rest > 0 ? [say('posts.picture.more-days', { count: rest })] : [])].join(', ');
}

function pictureOf(visit: Visit, patterns: readonly ShiftPattern[], days: string) {
  const cover = coverOfDay(patterns);
  if (!cover) return undefined;
  const lanesHeight = cover.lanes * LANE;
  return {
    // On which days it is like this; empty when it is every day.
    days,
    bars: cover.bars.map((bar) => barOf(bar, cover)),
    nights: cover.nights.map(placeOf),
    gaps: cover.gaps.map(placeOf),
    overlaps: cover.overlaps.map(placeOf),
    // Hours under the bars, the first and the last at the edges.
    ticks: ticksOf(cover),
    lanesHeight,
    // Where the hours stand.
    tickY: lanesHeight + TICKS - 4,
    height: lanesHeight + TICKS,
    // The same in words.
    words: cover.bars.map((bar) => barWords(visit, bar, cover)).join(' · '),
    warnings: [
      ...cover.gaps.map((gap) => stretchWords(visit, 'posts.picture.gap', gap, cover)),
      ...cover.overlaps.map((overlap) => stretchWords(visit, 'posts.picture.overlap', overlap, cover)),
    ],
  };
}

function placeOf({ from, to }: Stretch): Place {
  const percent = (minutes: number): number => Math.round((minutes / MINUTES_PER_DAY) * 10_000) / 100;
  return { x: percent(from), width: percent(to - from) };
}

function barOf(bar: CoverBar, cover: DayCover) {
  const { pattern, lane, goesOn } = bar;
  const dark = cover.nights.reduce((sum, night) => sum + shared(night, bar), 0);
  return {
    ...placeOf(bar),
    y: lane * LANE + 2,
    label: pattern.label,
    range: rangeOf(bar, cover),
    night: dark * 2 >= bar.to - bar.from,
    goesOn,
  };
}

function shared(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** `06–14`, with minutes where there are any. */
function rangeOf({ from, pattern }: CoverBar, { start }: DayCover): string {
  const ends = [clockOf(start + from), clockOf(start + from + pattern.durationMinutes)];
  return ends
    .map((clock) => (ends.every((each) => each.endsWith(':00')) ? clock.slice(0, 2) : clock))
    .join('–');
}

function barWords({ language }: Visit, bar: CoverBar, cover: DayCover): string {
  return `${bar.pattern.label} ${rangeOf(bar, cover)} (${formatDuration(language, bar.pattern.durationMinutes)})`;
}

function stretchWords(
  { language, say }: Visit,
  key: string,
  { from, to }: Stretch,
  { start }: DayCover,
): string {
  return say(key, {
    from: clockOf(start + from),
    to: clockOf(start + to),
    length: formatDuration(language, to - from),
  });
}

function ticksOf({ start, bars }: DayCover) {
  const marks = [...new Set([0, MINUTES_PER_DAY, ...bars.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return marks.map((minute) => ({
    x: placeOf({ from: 0, to: minute }).width,
    anchor: minute === 0 ? 'start' : minute === MINUTES_PER_DAY ? 'end' : 'middle',
    text: clockOf(start + minute),
  }));
}
