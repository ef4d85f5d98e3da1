/** What a post looks at while it watches: which things, when, and how one answers. */

import { addDays, eachDay } from '../calendar/day.ts';
import { contains, type Instant, type Interval, plusMinutes } from '../calendar/interval.ts';
import { type ClockTime, dayOf, instantAt } from '../calendar/zone.ts';
import type { Severity } from './log-entry.ts';
import type { Shift } from './shift.ts';
import type { RosterVersion } from './version.ts';

/** At the start of each shift; every so many hours, counted from midnight; at times of day. */
export type CheckTimes =
  | { readonly kind: 'start' }
  | { readonly kind: 'every'; readonly hours: number }
  | { readonly kind: 'clock'; readonly times: readonly ClockTime[] };

/** So that each falls on the same times of every day. */
export const EVERY_HOURS = [1, 2, 3, 4, 6, 8, 12] as const;

/** Đạt, không đạt, không kiểm tra được; a figure with limits; words. */
export type CheckAsks =
  | { readonly kind: 'state' }
  | { readonly kind: 'figure'; readonly measure: string; readonly least?: number; readonly most?: number }
  | { readonly kind: 'words' };

export interface WatchCheck {
  readonly id: string;
  readonly postId: string;
  /** Empty for none in particular. */
  readonly system: string;
  readonly name: string;
  readonly times: CheckTimes;
  readonly asks: CheckAsks;
  /** What is often seen where it fails: one touch each. */
  readonly phrases: readonly string[];
  /** How bad it is where it fails. */
  readonly severity: Exclude<Severity, 'normal'>;
  /** For so long after it is due it may be answered before it counts as missed. */
  readonly withinMinutes: number;
  /** Nothing was due before. */
  readonly since: Instant;
}

export const CHECK_ANSWERS = ['pass', 'fail', 'unable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export interface DueCheck {
  readonly check: WatchCheck;
  readonly dueAt: Instant;
  /** From then on it is missed. */
  readonly until: Instant;
  /** Whose it is, by the roster in force when it is due. */
  readonly version: RosterVersion;
  readonly shift: Shift;
}

/** The version of each period that is in force at a moment: later ones change nothing of it. */
export function versionsInForceAt(versions: readonly RosterVersion[], at: Instant): RosterVersion[] {
  const newest = new Map<string, RosterVersion>();
  for (const version of versions) {
    const known = newest.get(version.periodId);
    if (version.publishedAt <= at && (!known || known.number < version.number)) {
      newest.set(version.periodId, version);
    }
  }
  return [...newest.values()].filter(({ withdrawn }) => !withdrawn);
}

export interface DueQuestion {
  readonly checks: readonly WatchCheck[];
  /** Every version that is in force at some moment of the span. */
  readonly versions: readonly RosterVersion[];
  readonly span: Interval;
  readonly zone: string;
}

/**
 * What falls due in the span, by time. Each has one shift: of those of the post that run and have somebody, the one that
 * began first. At a moment at which nobody stands the post, nothing is due.
 */
export function dueChecks({ checks, versions, span, zone }: DueQuestion): DueCheck[] {
  return checks
    .flatMap((check) =>
      momentsOf(check, versions, { span, zone })
        .filter((at) => at >= span.start && at < span.end && at >= check.since)
        .flatMap((dueAt): DueCheck[] => {
          const stood = responsible(versions, check, dueAt);
          if (!stood) return [];
          return [{ check, dueAt, until: plusMinutes(dueAt, check.withinMinutes), ...stood }];
        }),
    )
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

function momentsOf(
  { times, postId }: WatchCheck,
  versions: readonly RosterVersion[],
  { span, zone }: Pick<DueQuestion, 'span' | 'zone'>,
): Instant[] {
  if (times.kind === 'start') {
    const starts = versions.flatMap(({ plan }) =>
      plan.shifts
        .filter((shift) => shift.postId === postId && contains(span, shift.span.start))
        .map((shift) => shift.span.start),
    );
    return [...new Set(starts)].filter((start) => startsThen(versions, postId, start));
  }
  const clocks = times.kind === 'clock' ? times.times : everyHours(times.hours);
  const days = eachDay(dayOf(span.start, zone), addDays(dayOf(span.end, zone), 1));
  // A time of day that the clock leaves out in spring is not asked twice.
  return [...new Set(days.flatMap((day) => clocks.map((clock) => instantAt(day, clock, zone))))];
}

function everyHours(hours: number): ClockTime[] {
  return Array.from(
    { length: 24 / hours },
    (_, i) => `${String(i * hours).padStart(2, '0')}:00` as ClockTime,
  );
}

function startsThen(versions: readonly RosterVersion[], postId: string, at: Instant): boolean {
  return stoodAt(versions, postId, at).some(({ shift }) => shift.span.start === at);
}

interface Stood {
  readonly version: RosterVersion;
  readonly shift: Shift;
}

/** Shifts of the post with somebody on them, those that began first coming first. */
function stoodAt(versions: readonly RosterVersion[], postId: string, at: Instant): Stood[] {
  return versionsInForceAt(versions, at)
    .flatMap((version) =>
      version.plan.shifts
        .filter((shift) => shift.postId === postId && shift.span.start <= at && at < shift.span.end)
        .filter(({ id }) => version.roster.assignments.some(({ shiftId }) => shiftId === id))
        .map((shift) => ({ version, shift })),
    )
    .toSorted((a, b) => a.shift.span.start - b.shift.span.start || (a.shift.id < b.shift.id ? -1 : 1));
}

function responsible(
  versions: readonly RosterVersion[],
  { postId, times }: WatchCheck,
  at: Instant,
): Stood | undefined {
  const stood = stoodAt(versions, postId, at);
  return times.kind === 'start' ? stood.find(({ shift }) => shift.span.start === at) : stood[0];
}

/** Names what falls due: the check and when. */
export function dueKey({ check, dueAt }: Pick<DueCheck, 'check' | 'dueAt'>): string {
  return `${check.id}@${dueAt}`;
}

/** Whether a figure is within its limits. */
export function figureAnswer(asks: CheckAsks, figure: number): CheckAnswer {
  if (asks.kind !== 'figure') return 'pass';
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = asks;
  return figure >= least && figure <= most ? 'pass' : 'fail';
}
