/**
 * Small plans and rosters in few words, for tests. A shift is `[post:]pattern day`: `n0` is the night of day 0 on the
 * watch, `lead:d2` the leader's day shift of day 2. A roster is `an: d0 n1; ba: lead:d2`.
 */

import { addDays, type Day, dayNumber, eachDay } from '../src/calendar/day.ts';
import type { HolidayBreak } from '../src/calendar/holidays.ts';
import type { Instant, Interval } from '../src/calendar/interval.ts';
import { VIETNAM } from '../src/calendar/zone.ts';
import { findConstraint } from '../src/constraints/catalogue.ts';
import type { Wish } from '../src/domain/availability.ts';
import { isNight, nightMinutesOf } from '../src/domain/demand.ts';
import { byStart, type FixedDuty, type PublishedSeat } from '../src/domain/duty-stream.ts';
import type { LedgerEntry } from '../src/domain/ledger.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { Roster } from '../src/domain/roster.ts';
import type { PointTable, Rule, Strength } from '../src/domain/rule-set.ts';
import { type Shift, shiftId } from '../src/domain/shift.ts';
import { BLANK_MEMBER, type StaffMember } from '../src/domain/staff.ts';
import type { Post } from '../src/domain/unit.ts';

/** Day 0 of every fixture: the Thursday before Tết 2027, 28 Chạp. */
export const FIRST_DAY = '2027-02-04' as Day;

/** Hour at which a pattern begins, hours it lasts. */
export const PATTERNS = {
  d: [6, 8],
  c: [14, 8],
  n: [22, 8],
  h: [6, 12],
  k: [18, 12],
  x: [7, 24],
  w: [7, 48],
} as const;

type PatternId = keyof typeof PATTERNS;
type Given<T> = { readonly id: string } & Partial<T>;

export interface ShiftSketch extends Partial<Pick<Shift, 'cover' | 'namedDay' | 'points'>> {
  readonly at: string;
}

export interface PlanSketch {
  readonly staff?: readonly (string | Given<StaffMember>)[];
  /** Laid over the posts `watch`, `home` (standby) and `lead`, or added to them. */
  readonly posts?: readonly Given<Post>[];
  readonly shifts: readonly (string | ShiftSketch)[];
  /** [staff, span]. */
  readonly leave?: readonly (readonly [string, Interval])[];
  readonly wishes?: readonly Wish[];
  readonly ledger?: readonly LedgerEntry[];
  /** [staff, shift with a day below 0]. */
  readonly past?: readonly (readonly [string, string])[];
  readonly fixed?: readonly PublishedSketch[];
  /** [staff, shift]. */
  readonly pins?: readonly (readonly [string, string])[];
  readonly rules?: readonly Rule[];
  /** [first day, last day], every day of it paid. */
  readonly breaks?: readonly (readonly [number, number])[];
}

const POINTS: PointTable = { base: { 'on-site': 2, standby: 1 }, night: 1, restDay: 1, namedDays: {} };

/** [hour of a day, hour of a day), hours in Vietnam; an hour may lie outside 0–24. */
export function span(day: number, fromHour: number, toHour: number): Interval {
  const instant = (hour: number): Instant =>
    (((dayNumber(FIRST_DAY) + day) * 24 + hour - 7) * 3_600_000) as Instant;
  return { start: instant(fromHour), end: instant(toHour) };
}

export function post(given: Given<Post>): Post {
  return {
    name: given.id,
    shortName: given.id,
    tier: 'watch',
    presence: 'on-site',
    skills: [],
    cover: { minimum: 1, target: 1 },
    systems: [],
    contacts: [],
    patterns: [],
    ...given,
  };
}

export function member(given: Given<StaffMember>): StaffMember {
  return {
    ...BLANK_MEMBER,
    name: given.id,
    phone: '0900 000 000',
    ...given,
  };
}

const POSTS: readonly Given<Post>[] = [
  { id: 'watch' },
  { id: 'home', presence: 'standby', tier: 'response' },
  { id: 'lead', tier: 'leader' },
];

interface Token {
  readonly postId: string;
  readonly pattern: PatternId;
  readonly day: number;
}

function tokenOf(text: string): Token {
  const match = /^(?:([\w-]+):)?([dcnhkxw])(-?\d+)$/.exec(text);
  if (!match) throw new Error(`"${text}" is no shift: write n0 or lead:d2`);
  return { postId: match[1] ?? 'watch', pattern: match[2] as PatternId, day: Number(match[3]) };
}

function spanOf({ pattern, day }: Token): Interval {
  const [hour, hours] = PATTERNS[pattern];
  return span(day, hour, hour + hours);
}

function breakAt([first, last]: readonly [number, number]): HolidayBreak {
  const [from, to] = [addDays(FIRST_DAY, first), addDays(FIRST_DAY, last + 1)];
  return {
    key: `2027-${first}`,
    year: 2027,
    kind: 'tet',
    title: 'Tết',
    from,
    to,
    swaps: [],
    holidays: eachDay(from, to),
    status: 'official',
    source: '',
    alternatives: [],
  };
}

/** The id of the shift that the token stands for. */
export function idOf(text: string): string {
  const { postId, pattern, day } = tokenOf(text);
  return shiftId(postId, pattern, addDays(FIRST_DAY, day));
}

function shiftOf(sketch: string | ShiftSketch, posts: readonly Post[]): Shift {
  const { at, ...given } = typeof sketch === 'string' ? { at: sketch } : sketch;
  const token = tokenOf(at);
  const interval = spanOf(token);
  return {
    id: idOf(at),
    postId: token.postId,
    patternId: token.pattern,
    label: token.pattern,
    day: addDays(FIRST_DAY, token.day),
    span: interval,
    minutes: (interval.end - interval.start) / 60_000,
    nightMinutes: nightMinutesOf(interval, VIETNAM),
    night: isNight(interval, VIETNAM),
    cover: posts.find(({ id }) => id === token.postId)?.cover ?? { minimum: 1, target: 1 },
    points: 2,
    ...given,
  };
}

export function fixturePlan(sketch: PlanSketch): Plan {
  const given = sketch.posts ?? [];
  const posts = [
    ...POSTS.map((base) => post({ ...base, ...given.find(({ id }) => id === base.id) })),
    ...given.filter(({ id }) => !POSTS.some((base) => base.id === id)).map(post),
  ];
  const shifts = sketch.shifts
    .map((each) => shiftOf(each, posts))
    .sort((a, b) => a.span.start - b.span.start);
  const last = Math.max(
    ...sketch.shifts.map((each) => tokenOf(typeof each === 'string' ? each : each.at).day),
  );
  return {
    unit: { id: 'unit', name: 'Unit', zone: VIETNAM },
    period: { id: 'period', name: 'Tết', span: span(0, 0, (last + 1) * 24), holidays: [] },
    staff: (sketch.staff ?? ['an', 'ba']).map((each) =>
      member(typeof each === 'string' ? { id: each } : each),
    ),
    posts,
    days: Array.from({ length: last + 1 }, (_, day) => addDays(FIRST_DAY, day)),
    shifts,
    breaks: (sketch.breaks ?? []).map(breakAt),
    leave: (sketch.leave ?? []).map(([staffId, leave]) => ({ staffId, span: leave, note: '' })),
    wishes: sketch.wishes ?? [],
    ruleSet: { profile: 'fixture', rules: sketch.rules ?? [], points: POINTS },
    ledger: sketch.ledger ?? [],
    pins: (sketch.pins ?? []).map(([staffId, at]) => ({ staffId, shiftId: idOf(at) })),
    fixed: byStart([
      ...(sketch.fixed ?? []).map(publishedDuty),
      ...(sketch.past ?? []).map(([staffId, at]) => {
        const interval = spanOf(tokenOf(at));
        const day = addDays(FIRST_DAY, tokenOf(at).day);
        return { staffId, day, span: interval, night: isNight(interval, VIETNAM) };
      }),
    ]),
  };
}

export interface PublishedSketch {
  readonly staffId: string;
  readonly at: string;
  readonly post?: Partial<PublishedSeat['post']>;
  /** Id of the period it belongs to; absent: `other`. */
  readonly period?: string;
}

/** A duty of another period of the unit: the shift `at`, stood by the person. */
export function publishedDuty({ staffId, at, post: given, period = 'other' }: PublishedSketch): FixedDuty {
  const token = tokenOf(at);
  const base = POSTS.find(({ id }) => id === token.postId);
  const { id, name, tier, presence } = post({ id: token.postId, ...base, ...given });
  const interval = spanOf(token);
  return {
    staffId,
    day: addDays(FIRST_DAY, token.day),
    span: interval,
    night: isNight(interval, VIETNAM),
    seat: {
      period: { id: period, name: `Kỳ ${period}` },
      post: { id, name, tier, presence },
      shiftId: idOf(at),
      patternId: token.pattern,
      label: token.pattern,
    },
  };
}

/** A rule with the constraint's own defaults for what is not given. */
export function rule(constraint: string, params: object = {}, strength?: Strength, id = constraint): Rule {
  const found = findConstraint(constraint);
  if (!found) throw new Error(`no constraint ${constraint}`);
  return {
    id,
    constraint,
    strength: strength ?? found.defaults.strength,
    params: found.params.parse(params) as Rule['params'],
  };
}

/** `an: d0 n1; ba: lead:d2`. People take places in the order they are named. */
export function fixtureRoster(plan: Plan, text: string): Roster {
  const stood = text
    .split(';')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [staffId = '', ...tokens] = line.trim().split(/:?\s+/);
      return tokens.map((token) => ({ staffId, shiftId: idOf(token) }));
    });
  return {
    periodId: plan.period.id,
    assignments: plan.shifts.flatMap(({ id }) =>
      stood.filter(({ shiftId }) => shiftId === id).map((each, place) => ({ ...each, place })),
    ),
  };
}
