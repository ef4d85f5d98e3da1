/**
 * Which system was watched by whom, hour by hour, from published rosters alone: at each moment the version in force then.
 * A swap or a replacement is a version, so whoever took a seat at 23:10 watches from 23:10. What was published after a
 * shift had begun says who stood it from its beginning only where nothing was published before.
 */

import type { Instant, Interval } from '../calendar/interval.ts';
import { versionIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import { staffName } from './staff-names.ts';
import type { RosterVersion } from './version.ts';

export interface WatchedSpan {
  /** As the roster calls it. */
  readonly system: string;
  readonly span: Interval;
  readonly post: string;
  readonly shiftId: string;
  readonly periodId: string;
  /** The version that begins the span. */
  readonly version: number;
  /** Namesakes told apart. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/**
 * @param periods of each all versions, ascending by number.
 * @returns by start, then system and post; seats without people are no watch.
 */
export function watchedSpans(
  periods: readonly (readonly RosterVersion[])[],
  within: Interval,
): WatchedSpan[] {
  return periods
    .flatMap((versions) => joined(versions.flatMap((_, i) => spansOf(versions, i, within))))
    .sort((a, b) => a.span.start - b.span.start || compare(a.system, b.system) || compare(a.post, b.post));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spansOf(versions: readonly RosterVersion[], at: number, within: Interval): WatchedSpan[] {
  const version = versions[at];
  if (!version || version.withdrawn) return [];
  const since = at === 0 ? -Infinity : version.publishedAt;
  const until = versions[at + 1]?.publishedAt ?? Infinity;
  const index = versionIndex(version);
  return version.plan.shifts.flatMap((shift) => {
    const span = cut(shift.span, Math.max(since, within.start), Math.min(until, within.end));
    const post = index.postById.get(shift.postId);
    const people = index.staffOf(shift.id);
    if (!span || !post || people.length === 0) return [];
    return post.systems.map((system) => ({
      ...{ system, span, post: post.name, shiftId: shift.id },
      ...{ periodId: version.periodId, version: version.number },
      people: people.map((id) => ({ id, name: staffName(version.plan.staff, id) })),
    }));
  });
}

function cut(span: Shift['span'], from: number, to: number): Interval | undefined {
  const start = Math.max(span.start, from) as Instant;
  const end = Math.min(span.end, to) as Instant;
  return start < end ? { start, end } : undefined;
}

/** A version that changed nobody of the shift parts nothing. */
function joined(spans: readonly WatchedSpan[]): WatchedSpan[] {
  const last = new Map<string, WatchedSpan>();
  const done: WatchedSpan[] = [];
  for (const each of spans) {
    const key = JSON.stringify([each.system, each.shiftId]);
    const before = last.get(key);
    if (before && before.span.end === each.span.start && isSameCrew(before, each)) {
      last.set(key, { ...before, span: { start: before.span.start, end: each.span.end } });
      continue;
    }
    if (before) done.push(before);
    last.set(key, each);
  }
  return [...done, ...last.values()];
}

function isSameCrew(a: WatchedSpan, b: WatchedSpan): boolean {
  const ids = ({ people }: WatchedSpan): string =>
    people
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return ids(a) === ids(b) && a.post === b.post;
}

/** What of `within` no span covers, by start. */
export function unwatched(spans: readonly Interval[], within: Interval): Interval[] {
  const gaps: Interval[] = [];
  let from = within.start;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > from) gaps.push({ start: from, end: Math.min(start, within.end) as Instant });
    from = Math.max(from, end) as Instant;
    if (from >= within.end) break;
  }
  if (from < within.end) gaps.push({ start: from, end: within.end });
  return gaps;
}
