/**
 * Random plans and rosters from a seed, every constraint and every kind of memory in them, for tests that compare two
 * ways of counting or two ways of solving. The same seed gives the same plan.
 */

import { NAMED_DAYS } from '../src/calendar/named-days.ts';
import { TAKE_OVERS } from '../src/constraints/after-whom.ts';
import { CONSTRAINTS } from '../src/constraints/catalogue.ts';
import type { Constraint } from '../src/constraints/constraint.ts';
import { QUOTA_SPANS } from '../src/constraints/group-quota.ts';
import { ruleFields } from '../src/constraints/rule-fields.ts';
import { SCOPE_DAYS } from '../src/constraints/shift-scope.ts';
import { BONDS, ON_LEAVE } from '../src/constraints/together.ts';
import type { Wish } from '../src/domain/availability.ts';
import { byStart, type FixedDuty } from '../src/domain/duty-stream.ts';
import { LEDGER_KINDS, type LedgerEntry } from '../src/domain/ledger.ts';
import { AFTER_WEEKEND, HOLIDAY_COUNTS } from '../src/domain/lieu-days.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { Assignment, Roster } from '../src/domain/roster.ts';
import type { Rule, Strength } from '../src/domain/rule-set.ts';
import type { StaffMember } from '../src/domain/staff.ts';
import { PRESENCES, TIERS } from '../src/domain/unit.ts';
import { createRandom, type Random } from '../src/kernel/random.ts';
import {
  fixturePlan,
  PATTERNS,
  type PlanSketch,
  publishedDuty,
  rule,
  type ShiftSketch,
  span,
} from './fixture-plan.ts';

export interface RandomPlanSize {
  readonly staff: number;
  readonly days: number;
  readonly posts: number;
  /** Rules to use instead of random ones. */
  readonly rules?: readonly Rule[];
}

export const SMALL: RandomPlanSize = { staff: 6, days: 5, posts: 3 };

/** Draws of many kinds from one stream. */
class Draw {
  readonly #random: Random;
  /** A stream of its own for what came later, so that a seed goes on drawing what it drew before. */
  readonly later: Draw;
  /** And one for what came after that. */
  readonly newest: Draw;

  constructor(
    readonly seed: number,
    first?: Draw | 'alone',
  ) {
    this.#random = createRandom(seed);
    const known = first === 'alone' ? this : first;
    this.later = known ?? new Draw(seed + LATER_SEED, this);
    this.newest = known ?? new Draw(seed + NEWEST_SEED, 'alone');
  }

  /** A whole number in [least, most]. */
  whole(least: number, most: number): number {
    return least + this.#random.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.#random.next() < probability;
  }

  one<T>(items: readonly T[]): T {
    const item = items[this.#random.below(items.length)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  }

  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }

  times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.whole(0, most) }, make);
  }
}

const DEPARTMENTS = ['Hạ tầng', 'Phần mềm', ''];
const SKILLS = ['soc', 'network', 'lead'];
const PATTERN_SETS = [['d', 'c', 'n'], ['h', 'k'], ['x'], ['n'], ['d', 'k']] as const;

/** The stream is drawn apart, so that what is drawn besides does not hang on it. */
const STREAM_SEED = 1 << 20;
const LATER_SEED = 1 << 21;
const NEWEST_SEED = 1 << 22;

/** At most `size` of each, at least two people, one post and one day. */
export function randomPlan(seed: number, size: RandomPlanSize = SMALL): Plan {
  const draw = new Draw(seed);
  const staff = Array.from({ length: draw.whole(2, Math.max(2, size.staff)) }, (_, i) =>
    randomMember(draw, i),
  );
  const ids = staff.map(({ id }) => id);
  const days = draw.whole(1, size.days);
  const posts = Array.from({ length: draw.whole(1, size.posts) }, (_, i) => ({
    id: `post-${i}`,
    tier: draw.one(TIERS),
    presence: draw.one(PRESENCES),
    skills: draw.some(SKILLS, 0.2),
  }));
  const plan = fixturePlan({
    staff,
    posts,
    shifts: posts.flatMap(({ id }) => randomShifts(draw, id, days)),
    leave: draw.times(4, () => [draw.one(ids), randomSpan(draw, days)] as const),
    wishes: draw.times(5, () => randomWish(draw, ids, days)),
    ledger: draw.times(12, () => randomEntry(draw, ids)),
    past: randomPast(draw, ids),
    breaks: draw.newest.chance(0.4) ? [randomBreak(draw.newest)] : [],
  });
  const fixed = byStart([...plan.fixed, ...randomStream(new Draw(seed + STREAM_SEED), ids, days)]);
  const pins = draw
    .times(2, () => ({ staffId: draw.one(ids), shiftId: draw.one(plan.shifts).id }))
    .filter((pin, i, all) => all.findIndex((other) => other.shiftId === pin.shiftId) === i);
  const rules = size.rules ?? randomRules(draw, plan);
  return { ...plan, pins, fixed, ruleSet: { ...plan.ruleSet, rules } };
}

/** A short one about the plan's first days, so that working days follow. */
function randomBreak(draw: Draw): readonly [number, number] {
  const last = draw.whole(0, 1);
  return [last - draw.whole(0, 2), last];
}

function randomMember(draw: Draw, i: number): Partial<StaffMember> & { id: string } {
  return {
    id: `p${i}`,
    name: `Người ${String.fromCharCode(65 + (i % 26))}${i}`,
    skills: draw.some(SKILLS, 0.7),
    newcomer: draw.chance(0.3),
    department: DEPARTMENTS[i % 3] ?? '',
    homeProvince: i % 2 === 0 ? 'Cà Mau' : '',
    share: draw.one([1, 1, 1, 0.8, 0.5]),
    limits: {
      ...(draw.chance(0.2) ? { shifts: draw.whole(0, 3) } : {}),
      ...(draw.chance(0.2) ? { hours: draw.whole(4, 40) } : {}),
      ...(draw.chance(0.2) ? { nights: draw.whole(0, 2) } : {}),
    },
  };
}

function randomShifts(draw: Draw, postId: string, days: number): ShiftSketch[] {
  const patterns = draw.one(PATTERN_SETS);
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    patterns.map((pattern) => {
      const minimum = draw.whole(0, 2);
      return {
        at: `${postId}:${pattern}${day}`,
        cover: { minimum, target: minimum + draw.whole(minimum === 0 ? 1 : 0, 1) },
        points: draw.whole(0, 6),
        ...(draw.chance(0.4) ? { namedDay: draw.one(NAMED_DAYS.slice(3, 6)) } : {}),
      };
    }),
  );
}

function randomSpan(draw: Draw, days: number) {
  const from = draw.whole(-12, days * 24);
  return span(0, from, from + draw.whole(1, 48));
}

function randomWish(draw: Draw, ids: readonly string[], days: number): Wish {
  return {
    staffId: draw.one(ids),
    direction: draw.one(['for', 'against'] as const),
    span: randomSpan(draw, days),
    weight: draw.whole(1, 10),
    ...(draw.chance(0.3) ? { postId: 'post-0' } : {}),
  };
}

function randomEntry(draw: Draw, ids: readonly string[]): LedgerEntry {
  const kind = draw.one([...LEDGER_KINDS.slice(0, 1), ...LEDGER_KINDS.slice(3, 8)]);
  const amount = kind === 'points' ? draw.whole(0, 30) : draw.whole(0, 3);
  return { staffId: draw.one(ids), year: draw.whole(2020, 2028), kind, amount };
}

/** Days in a row up to the period for some, a lone duty for others; nights run into the first day. */
function randomPast(draw: Draw, ids: readonly string[]): NonNullable<PlanSketch['past']> {
  const patterns = Object.keys(PATTERNS);
  return draw.some(ids, 0.4).flatMap((id) => {
    const back = draw.whole(1, 3);
    return draw
      .some(
        Array.from({ length: back }, (_, i) => -1 - i),
        0.8,
      )
      .map((day) => [id, `${draw.one(patterns)}${day}`] as const);
  });
}

/** Published duties of a period before, one after, and one that overlaps the plan, for posts of its own or the plan's. */
function randomStream(draw: Draw, ids: readonly string[], days: number): FixedDuty[] {
  const patterns = Object.keys(PATTERNS);
  const beside = [
    { id: 'before', from: -5, to: -1 },
    { id: 'after', from: days, to: days + 4 },
    { id: 'inside', from: -1, to: days },
  ].filter(() => draw.chance(0.3));
  return beside.flatMap(({ id, from, to }) =>
    draw.some(ids, 0.6).flatMap((staffId) =>
      draw
        .some(
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
          0.35,
        )
        .map((day) => {
          const patternId = draw.one(patterns);
          const post = {
            id: draw.one(['post-0', 'other']),
            tier: draw.one(TIERS),
            presence: draw.one(PRESENCES),
          };
          return publishedDuty({ staffId, at: `${post.id}:${patternId}${day}`, post, period: id });
        }),
    ),
  );
}

/** Whom the rule holds for; now and then nobody in particular. */
function randomWho(draw: Draw, plan: Plan): object {
  if (draw.chance(0.7)) return {};
  const who = {
    ...(draw.chance(0.4) ? { staffIds: draw.some(plan.staff, 0.5).map(({ id }) => id) } : {}),
    ...(draw.chance(0.4) ? { skills: [draw.one(SKILLS)] } : {}),
    ...(draw.chance(0.3) ? { newcomers: true } : {}),
  };
  const named = Object.entries(who).filter(([, part]) => !Array.isArray(part) || part.length > 0);
  return named.length === 0 ? {} : { who: Object.fromEntries(named) };
}

const randomScope = (draw: Draw, plan: Plan): object => ({
  ...(draw.chance(0.2) ? { presence: draw.one(PRESENCES) } : {}),
  ...(draw.chance(0.2) ? { tiers: [draw.one(TIERS), 'watch'] } : {}),
  ...(draw.chance(0.2) ? { posts: [draw.one(plan.posts).id, 'post-0'] } : {}),
  ...(draw.later.chance(0.1) ? { patterns: [randomPattern(draw.later, plan)] } : {}),
  ...(draw.later.chance(0.2)
    ? { days: [...new Set([draw.later.one(SCOPE_DAYS), draw.later.one(SCOPE_DAYS)])] }
    : {}),
});

/** A window or the whole period, with a limit that is often met. */
function randomMost(draw: Draw, plan: Plan, most: number): object {
  const scope = randomScope(draw, plan);
  if (draw.chance(0.3)) return { scope };
  const limit = { most: draw.whole(0, most), scope };
  return draw.chance(0.5) ? limit : { ...limit, windowDays: draw.whole(1, 7) };
}

function randomPattern(draw: Draw, plan: Plan): string {
  const { postId, patternId } = draw.one(plan.shifts);
  return `${postId}/${patternId}`;
}

function randomPair(draw: Draw, plan: Plan): string[] {
  const first = draw.whole(0, plan.staff.length - 2);
  return plan.staff.slice(first, first + 2).map(({ id }) => id);
}

/** Two, sometimes three. */
function randomGroup(draw: Draw, plan: Plan): string[] {
  const pair = randomPair(draw, plan);
  const third = draw.later.one(plan.staff).id;
  return draw.later.chance(0.3) && !pair.includes(third) ? [...pair, third] : pair;
}

function randomKind(draw: Draw, plan: Plan): string {
  return draw.one(['any', 'night', 'day', randomPattern(draw, plan)]);
}

/** Random parameters by constraint; one that is not here draws by its form. */
const PARAMS: Readonly<Record<string, (draw: Draw, plan: Plan) => object>> = {
  'minimum-rest': (draw, plan) => ({
    restHours: draw.one([0, 1.5, 8, 12, 24]),
    standbyRestHours: draw.one([0, 0.5, 8]),
    leadersContinue: draw.chance(0.5),
    asLongAsDuty: draw.chance(0.5),
    ...(draw.newest.chance(0.3) ? { scope: randomScope(draw.newest, plan) } : {}),
  }),
  'forbidden-succession': (draw, plan) => ({
    from: randomKind(draw, plan),
    to: randomKind(draw, plan),
    daysLater: draw.whole(1, 2),
  }),
  'lieu-days': (draw, plan) => ({
    leastHours: draw.whole(8, 24),
    afterWeekend: draw.one(AFTER_WEEKEND),
    holidayDays: draw.whole(0, 3),
    holidayCount: draw.newest.one(HOLIDAY_COUNTS),
    scope: randomScope(draw, plan),
  }),
  'most-hours': (draw, plan) => randomMost(draw, plan, 30),
  'most-shifts': (draw, plan) => randomMost(draw, plan, 3),
  'most-nights': (draw, plan) => randomMost(draw, plan, 2),
  'most-weekends': (draw, plan) => ({
    mostWeekends: draw.whole(0, 1),
    ...(draw.chance(0.5) ? { windowWeeks: draw.whole(1, 3) } : {}),
    scope: randomScope(draw, plan),
  }),
  'least-shifts': (draw, plan) => ({ leastShifts: draw.whole(1, 3), scope: randomScope(draw, plan) }),
  'group-quota': (draw, plan) => {
    const groupLeast = draw.whole(0, 1);
    return {
      groupLeast,
      groupMost: groupLeast + draw.whole(0, 2),
      per: draw.one(QUOTA_SPANS),
      scope: randomScope(draw, plan),
    };
  },
  'after-whom': (draw, plan) => ({
    staffIds: randomPair(draw, plan),
    takeOver: draw.one(TAKE_OVERS),
    scope: randomScope(draw, plan),
  }),
  'home-days': (draw) => ({
    years: draw.whole(0, 6),
    homeDays: draw.some(NAMED_DAYS.slice(3, 6), 0.7).concat('giao-thua'),
  }),
  'same-shift-all-week': (draw, plan) => ({ scope: randomScope(draw, plan) }),
  'turn-order': (draw, plan) => ({
    staffIds: plan.staff.map(({ id }) => id).toSorted(() => (draw.chance(0.5) ? 1 : -1)),
    away: draw.one(['next', 'skipped']),
    scope: randomScope(draw, plan),
  }),
  'most-consecutive-days': (draw, plan) => ({
    mostDays: draw.whole(1, 3),
    scope: randomScope(draw, plan),
  }),
  'least-consecutive-days': (draw, plan) => ({ leastDays: draw.whole(1, 4), scope: randomScope(draw, plan) }),
  'least-days-off': (draw, plan) => ({ leastDays: draw.whole(1, 4), scope: randomScope(draw, plan) }),
  'newcomer-accompanied': (draw, plan) => ({ scope: randomScope(draw, plan) }),
  'load-balance': (draw) => ({
    years: draw.whole(0, 6),
    carryPercent: draw.one([0, 50, 100]),
    tolerancePercent: draw.one([0, 0, 10, 40]),
    byAbility: draw.chance(0.5),
    owedDespiteLeave: draw.later.chance(0.3),
  }),
  'even-kinds': (draw) => ({ percent: draw.one([0, 30, 50, 100]), years: draw.whole(0, 6) }),
  'even-turns': (draw, plan) => ({ scope: randomScope(draw, plan) }),
  'named-day-fairness': (draw) => ({
    years: draw.whole(0, 6),
    days: [draw.one(NAMED_DAYS.slice(3, 6)), 'giao-thua'],
  }),
  spacing: (draw, plan) => ({ hours: draw.whole(1, 72), scope: randomScope(draw, plan) }),
  together: (draw, plan) => ({
    staffIds: randomGroup(draw, plan),
    scope: randomScope(draw, plan),
    onLeave: draw.later.one(ON_LEAVE),
    bond: draw.newest.one(BONDS),
  }),
  apart: (draw, plan) => ({
    staffIds: randomGroup(draw, plan),
    within: draw.one(['shift', 'time', 'day']),
    ...(draw.newest.chance(0.3) ? { scope: randomScope(draw.newest, plan) } : {}),
  }),
  'leader-continuity': (draw, plan) => ({
    blockDays: draw.newest.chance(0.2) ? 7 : draw.whole(1, 3),
    changeDay: draw.newest.one(['mon', 'sat', 'period']),
    ...(draw.newest.chance(0.3) ? { scope: randomScope(draw.newest, plan) } : {}),
  }),
  wishes: (draw, plan) => (draw.newest.chance(0.3) ? { scope: randomScope(draw.newest, plan) } : {}),
};

/** Rules that may hold for some people only. */
const ofSomePeople = new Set(
  CONSTRAINTS.filter((each) => ruleFields(each).some(({ kind }) => kind === 'who')).map(({ code }) => code),
);

/** Constraints that came after seeds were chosen by what they draw. */
const LATER = new Set(['most-weekends', 'least-shifts', 'turn-order', 'same-shift-all-week']);

/** Those that came later still: each draws from a stream of its own, so that none moves what the others draw. */
const ALONE: Readonly<Record<string, number>> = {
  'lieu-days': 90_001,
  'group-quota': 90_002,
  'after-whom': 90_003,
  'home-days': 90_004,
};

/** Those that came to hold for some people after seeds were chosen: whom, each draws apart. */
export const WHO_ALONE: Readonly<Record<string, number>> = {
  'turn-order': 91_001,
  'newcomer-accompanied': 91_002,
  'load-balance': 91_003,
  'even-kinds': 91_004,
  'even-turns': 91_005,
  'leader-continuity': 91_006,
};

/** Small figures and any choice, of what its form asks for; nothing where the constraint would refuse them together. */
function randomByForm(draw: Draw, plan: Plan, constraint: Constraint): object {
  const drawn = Object.fromEntries(
    ruleFields(constraint).flatMap((field): [string, unknown][] => {
      const { name } = field;
      if (field.kind === 'switch') return [[name, draw.chance(0.5)]];
      if (field.kind === 'choice') return [[name, draw.one(field.options)]];
      if (field.kind === 'scope') return [[name, randomScope(draw, plan)]];
      if (field.kind !== 'number' || (field.optional && draw.chance(0.3))) return [];
      return [[name, Math.min(field.least + draw.whole(0, 3), field.most)]];
    }),
  );
  return constraint.params.safeParse(drawn).success ? drawn : {};
}

/** One rule of every constraint, sometimes two, hard or soft as it falls; a balance is never hard. */
function randomRules(draw: Draw, plan: Plan): Rule[] {
  return CONSTRAINTS.flatMap((constraint, place) => {
    const { code, kind } = constraint;
    const byForm = PARAMS[code] === undefined && ruleFields(constraint).length > 0;
    const alone = byForm ? 92_000 + place : ALONE[code];
    const apart = alone === undefined ? undefined : new Draw(draw.seed + alone);
    const own = apart ?? (LATER.has(code) ? draw.later : draw);
    const whose =
      WHO_ALONE[code] === undefined ? (apart ?? draw.later) : new Draw(draw.seed + WHO_ALONE[code]);
    return Array.from({ length: own.chance(0.2) ? 2 : 1 }, (_, i) => {
      const soft: Strength = { kind: 'soft', weight: own.whole(1, 20) };
      const strength: Strength = kind !== 'balance' && own.chance(0.4) ? { kind: 'hard' } : soft;
      // Whom before what: both may draw from one stream.
      const who = ofSomePeople.has(code) ? randomWho(whose, plan) : {};
      const params = byForm ? randomByForm(own, plan, constraint) : PARAMS[code]?.(own, plan);
      return rule(code, { ...params, ...who }, strength, `${code}-${i + 1}`);
    });
  });
}

/** Any roster at all, most of them illegal: each cell taken with one probability, drawn first. */
export function randomRoster(plan: Plan, seed: number): Roster {
  const draw = new Draw(seed);
  const density = draw.one([0, 0.1, 0.3, 0.6]);
  const assignments = plan.shifts.flatMap(({ id }): Assignment[] =>
    draw.some(plan.staff, density).map((member, place) => ({ shiftId: id, place, staffId: member.id })),
  );
  return { periodId: plan.period.id, assignments };
}
