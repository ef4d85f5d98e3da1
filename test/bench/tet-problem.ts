/**
 * Generated Tết cases as problems: posts with shifts of 8, 12 and 24 hours, skills, leave, wishes, rest and a ledger of
 * earlier years. The same seed gives the same case. It speaks of no real unit.
 */

import type { CounterTerm, Problem, ProblemRule } from '../../src/constraints/shapes.ts';
import { createRandom } from '../../src/kernel/random.ts';

export interface TetCase {
  readonly name: string;
  readonly staff: number;
  readonly days: number;
  readonly posts: number;
  readonly seed: number;
  /** Share of people on leave over the three days around mùng 1. */
  readonly leave: number;
}

interface Pattern {
  readonly start: number;
  readonly minutes: number;
  readonly cover: number;
  readonly night: boolean;
  readonly standby: boolean;
}

const at = (hour: number, hours: number, cover: number, standby = false): Pattern => ({
  start: hour * 60,
  minutes: hours * 60,
  cover,
  night: hours < 24 && (hour >= 18 || hour + hours > 24),
  standby,
});

/** Posts come in this order, over and over: watch, standby, leader, guard. */
export const POSTS: readonly (readonly Pattern[])[] = [
  [at(6, 8, 2), at(14, 8, 2), at(22, 8, 2)],
  [at(6, 12, 2, true), at(18, 12, 2, true)],
  [at(7, 24, 1, true)],
  [at(6, 12, 1), at(18, 12, 1)],
];

const REST = 720;
const STANDBY_REST = 480;

interface Shift extends Pattern {
  readonly post: number;
  readonly day: number;
  readonly begin: number;
  readonly end: number;
  readonly points: number;
}

export function tetProblem(tet: TetCase): Problem {
  const random = createRandom(tet.seed * 7919 + tet.staff);
  const shifts = shiftsOf(tet);
  const people = Array.from({ length: tet.staff }, (_, p) => p);
  const shiftIndices = Int32Array.from(shifts.keys());
  const skills = people.map(() =>
    Array.from({ length: tet.posts }, (_, post) => canStand(post, random.next())),
  );
  const away = people.map(() => leaveOf(tet, random.next(), random.next()));
  const points = Int32Array.from(shifts, (shift) => shift.points);
  const nights = shiftIndices.filter((s) => shifts[s]?.night === true);
  const total = shifts.reduce((sum, shift) => sum + shift.points * shift.cover, 0);
  const fair = Math.ceil((nights.length * 2) / tet.staff) + 1;
  const counters: CounterTerm[] = shifts.flatMap((shift, s) => {
    const blocks = [
      { people: Int32Array.from(people), shifts: Int32Array.of(s), coefficients: Int32Array.of(1) },
    ];
    return [
      { rule: RULE.cover, offset: 0, blocks, price: { kind: 'range', below: shift.cover } },
      { rule: RULE.most, offset: 0, blocks, price: { kind: 'range', above: shift.cover } },
    ] satisfies CounterTerm[];
  });
  for (const p of people) {
    const own = Int32Array.of(p);
    const ledger = Math.round((total / tet.staff) * random.next());
    const load = [{ people: own, shifts: shiftIndices, coefficients: points }];
    counters.push({ rule: RULE.balance, offset: ledger, blocks: load, price: { kind: 'square', scale: 1 } });
    const night = [{ people: own, shifts: nights, coefficients: nights.map(() => 1) }];
    counters.push({ rule: RULE.nights, offset: 0, blocks: night, price: { kind: 'range', above: fair } });
  }
  const hidden = people.map((p) =>
    shiftIndices.filter((s) => {
      const shift = shifts[s];
      return shift !== undefined && (!skills[p]?.[shift.post] || away[p]?.[shift.day] === true);
    }),
  );
  const wishes = people.flatMap((p) =>
    Array.from({ length: 2 }, () => {
      const day = random.below(tet.days);
      const amount = 1 + random.below(10);
      return {
        rule: RULE.wish,
        amount,
        blocks: [{ people: Int32Array.of(p), shifts: shiftIndices.filter((s) => shifts[s]?.day === day) }],
      };
    }),
  );
  return {
    people: tet.staff,
    shifts: shifts.length,
    days: tet.days,
    shiftDay: Int32Array.from(shifts, (shift) => shift.day),
    shiftStart: Int32Array.from(shifts, (shift) => shift.begin),
    shiftEnd: Int32Array.from(shifts, (shift) => shift.end),
    rules: RULES,
    masks: [
      ...hidden.map((of, p) => ({
        rule: RULE.hidden,
        amount: 1,
        blocks: [{ people: Int32Array.of(p), shifts: of }],
      })),
      ...wishes,
    ],
    conflicts: [restConflicts(shifts)],
    counters,
    runs: [
      {
        rule: RULE.run,
        people: Int32Array.from(people),
        shifts: shiftIndices,
        state: 'on',
        most: 4,
        before: new Int32Array(tet.staff).fill(-1),
        after: new Int32Array(tet.staff).fill(-1),
        fixedOn: [],
      },
    ],
    pins: new Int32Array(0),
  };
}

const RULES: readonly ProblemRule[] = [
  { id: 'cover-minimum', constraint: 'cover-minimum', level: 'cover', weight: 1 },
  { id: 'cover-most', constraint: 'cover-most', level: 'hard', weight: 1 },
  { id: 'qualified', constraint: 'qualified', level: 'hard', weight: 1 },
  { id: 'minimum-rest', constraint: 'minimum-rest', level: 'hard', weight: 1 },
  { id: 'load-balance', constraint: 'load-balance', level: 'soft', weight: 1 },
  { id: 'most-nights', constraint: 'most-nights', level: 'soft', weight: 20 },
  { id: 'wishes', constraint: 'wishes', level: 'soft', weight: 3 },
  { id: 'days-in-a-row', constraint: 'days-in-a-row', level: 'soft', weight: 15 },
];
const RULE = { cover: 0, most: 1, hidden: 2, rest: 3, balance: 4, nights: 5, wish: 6, run: 7 } as const;

function shiftsOf(tet: TetCase): Shift[] {
  const middle = Math.floor(tet.days / 2);
  const shifts = Array.from({ length: tet.days }, (_, day) =>
    Array.from({ length: tet.posts }, (__, post) =>
      (POSTS[post % POSTS.length] ?? []).map((pattern): Shift => {
        const begin = day * 1440 + pattern.start;
        const base = Math.ceil(pattern.minutes / 480) * (pattern.standby ? 1 : 2);
        const named = Math.max(0, 4 - 2 * Math.abs(day - middle));
        const points = base + (pattern.night ? 1 : 0) + 1 + (pattern.standby ? Math.ceil(named / 2) : named);
        return { ...pattern, post, day, begin, end: begin + pattern.minutes, points };
      }),
    ),
  ).flat(2);
  return shifts.sort((a, b) => a.begin - b.begin || a.post - b.post);
}

/** Leaders are few, others can stand two posts in three. */
export function canStand(post: number, draw: number): boolean {
  return post % POSTS.length === 2 ? draw < 0.2 : draw < 0.65;
}

export function leaveOf(tet: TetCase, draw: number, where: number): boolean[] {
  const away = new Array<boolean>(tet.days).fill(false);
  const middle = Math.floor(tet.days / 2);
  const around = draw < tet.leave;
  const first = around ? middle - 1 : Math.floor(where * tet.days);
  const length = around ? 3 : draw < tet.leave + 0.4 ? 2 : 0;
  for (let day = first; day < Math.min(tet.days, first + length); day++) away[day] = true;
  return away;
}

function restConflicts(shifts: readonly Shift[]) {
  const first: number[] = [];
  const second: number[] = [];
  shifts.forEach((a, i) => {
    for (let j = i + 1; j < shifts.length; j++) {
      const b = shifts[j];
      if (!b || b.begin >= a.end + REST) break;
      if (b.begin >= a.end + (a.standby || b.standby ? STANDBY_REST : REST)) continue;
      first.push(i);
      second.push(j);
    }
  });
  return {
    rule: RULE.rest,
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    amount: Int32Array.from(first, () => 1),
  };
}
