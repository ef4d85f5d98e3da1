/** Hard rules, pins and teams that contradict each other are told before solving, each by the rules that disagree. */

import { describe, expect, it } from 'vitest';
import { limitClashes } from '../../src/constraints/clashes/limits.ts';
import { ruleClashes } from '../../src/constraints/clashes/rule-clashes.ts';
import { compile } from '../../src/constraints/compile.ts';
import type { Rule, Strength } from '../../src/domain/rule-set.ts';
import { LANGUAGES } from '../../src/i18n/translate.ts';
import { clashLines } from '../../src/output/roster/clash-lines.ts';
import { solve } from '../../src/solver/solve.ts';
import { fixturePlan, type PlanSketch, rule, span } from '../fixture-plan.ts';
import { randomPlan } from '../random-plan.ts';

const hard: Strength = { kind: 'hard' };
const soft: Strength = { kind: 'soft', weight: 5 };

const SHIFTS = ['d0', 'n0', 'd1', 'n1', 'd2', 'n2'];
const STAFF = ['an', 'ba', 'chi'];
const NIGHTS = { scope: { patterns: ['watch/n'] } };

const strict = (code: string, params: object, id = code): Rule => rule(code, params, hard, id);
const pair = (more: object = {}, id = 'tg'): Rule =>
  strict('together', { staffIds: ['an', 'ba'], ...more }, id);
const apart = (more: object = {}, id = 'ap'): Rule =>
  strict('apart', { staffIds: ['ba', 'an'], ...more }, id);

/** What is told of rules over three people and three days of two shifts. */
function told(rules: readonly Rule[], sketch: Partial<PlanSketch> = {}) {
  return ruleClashes(fixturePlan({ staff: STAFF, shifts: SHIFTS, ...sketch, rules })).map(
    ({ key, params }) => ({
      kind: key.replace('fault.clash.', ''),
      ...params,
    }),
  );
}

type Case = readonly [name: string, rules: readonly Rule[], told: object, sketch?: Partial<PlanSketch>];

const CASES: readonly Case[] = [
  [
    'together and apart',
    [pair(), apart()],
    { kind: 'together-apart', together: 'tg', apart: 'ap', first: 'ba' },
  ],
  [
    'together and apart through a third',
    [pair(), pair({ staffIds: ['ba', 'chi'] }, 'tg2'), apart({ staffIds: ['an', 'chi'] })],
    { kind: 'together-apart', together: 'tg, tg2' },
  ],
  [
    'the same hours, and never at the same time',
    [pair({ bond: 'hours' }), apart({ within: 'time' })],
    { kind: 'together-apart' },
  ],
  [
    'at least more than at most',
    [strict('least-shifts', { leastShifts: 3 }), strict('most-shifts', { most: 2 })],
    {
      kind: 'asked',
      constraint: 'least-shifts',
      others: 'most-shifts:most-shifts',
      least: 3,
      most: 2,
      count: 3,
    },
  ],
  [
    'a fixed weekday on which somebody stands nothing',
    [
      strict('least-shifts', { leastShifts: 1, scope: { days: ['fri'] }, who: { staffIds: ['an'] } }),
      strict('most-shifts', { most: 0, scope: { days: ['fri', 'sat'] } }),
    ],
    { kind: 'asked', name: 'an', least: 1, most: 0 },
  ],
  [
    'at least more than agreed',
    [strict('least-shifts', { leastShifts: 2 }), strict('most-shifts', {})],
    { kind: 'asked', name: 'an', most: 1, count: 1 },
    { staff: [{ id: 'an', limits: { shifts: 1 } }, 'ba', 'chi'] },
  ],
  [
    'nights of who stands none',
    [
      strict('least-shifts', { leastShifts: 1, ...NIGHTS }),
      strict('most-nights', { most: 0, who: { staffIds: ['ba'] } }),
    ],
    { kind: 'asked', name: 'ba', others: 'most-nights:most-nights' },
  ],
  [
    'more shifts than hours',
    [strict('least-shifts', { leastShifts: 2 }), strict('most-hours', { most: 15 })],
    { kind: 'asked', others: 'most-hours:most-hours', most: 1 },
  ],
  [
    'more shifts than any week lets',
    [strict('least-shifts', { leastShifts: 3 }), strict('most-shifts', { most: 1, windowDays: 2 })],
    { kind: 'asked', others: 'most-shifts:most-shifts', most: 2 },
  ],
  [
    'a fixed weekday and home for Tết',
    [
      strict('least-shifts', { leastShifts: 1, scope: { days: ['sat'] }, who: { staffIds: ['an'] } }),
      strict('home-days', { who: { staffIds: ['an'] } }),
    ],
    { kind: 'asked', name: 'an', others: 'home-days:home-days', least: 1, most: 0 },
    { shifts: ['d0', 'd1', { at: 'd2', namedDay: 'mung-1' }] },
  ],
  [
    'exact counts that come to more than is asked for',
    [rule('cover-most'), strict('least-shifts', { leastShifts: 3 })],
    { kind: 'asked-of-all', others: 'cover-most:cover-most', least: 9, most: 6 },
  ],
  [
    'more of a group than it has people',
    [strict('group-quota', { groupLeast: 2, groupMost: 3, who: { staffIds: ['an'] } })],
    { kind: 'asked-alone', constraint: 'group-quota', least: 2, most: 1, count: 6 },
  ],
  [
    'a group of whom one is on leave',
    [
      rule('available'),
      strict('group-quota', { groupLeast: 2, groupMost: 3, who: { staffIds: ['an', 'ba'] } }),
    ],
    { kind: 'asked-of-all', others: 'available:available', least: 2, most: 1, count: 3 },
    { leave: [['an', span(1, 0, 24)]] },
  ],
  [
    'a group and its own limit',
    [
      strict('group-quota', { groupLeast: 5, groupMost: 9, per: 'period', who: { staffIds: ['an', 'ba'] } }),
      strict('most-shifts', { most: 2 }),
    ],
    { kind: 'asked-of-all', others: 'most-shifts:most-shifts', least: 5, most: 4 },
  ],
  [
    'two groups of the same people',
    [
      strict('group-quota', { groupLeast: 2, groupMost: 9, who: { staffIds: ['an', 'ba'] } }, 'it'),
      strict('group-quota', { groupMost: 1, per: 'day', who: { staffIds: ['an', 'ba'] } }, 'ngay'),
    ],
    { kind: 'asked-of-all', rule: 'it', others: 'group-quota:ngay', least: 2, most: 1 },
  ],
  [
    'exact counts that come to less',
    [strict('most-shifts', { most: 1 })],
    { kind: 'seats', most: 3, least: 6, others: 'most-shifts:most-shifts' },
  ],
  [
    'more seats than people who stand one day in two',
    [strict('most-shifts', { most: 1, windowDays: 2 })],
    { kind: 'seats', most: 3, least: 4 },
    { shifts: ['d0', 'n0', 'd1', 'n1'] },
  ],
  [
    'a turn of two who are kept apart',
    [strict('turn-order', { staffIds: ['an', 'ba'] }), apart()],
    { kind: 'seats-of-shift', others: 'turn-order:turn-order, apart:ap', least: 2, most: 1 },
    { shifts: [{ at: 'd0', cover: { minimum: 2, target: 2 } }] },
  ],
  [
    'nights from which everyone is kept',
    [strict('most-nights', { most: 0 })],
    { kind: 'seats-of-shift', label: 'n', count: 3, others: 'most-nights:most-nights', least: 1, most: 0 },
  ],
  [
    'weekends from which everyone is kept',
    [strict('most-weekends', { mostWeekends: 0 })],
    { kind: 'seats-of-shift', others: 'most-weekends:most-weekends' },
  ],
  [
    'a night nobody is left for, by two rules',
    [
      strict('most-nights', { most: 0, who: { staffIds: ['an', 'ba'] } }),
      strict('home-days', { who: { staffIds: ['chi'] } }),
    ],
    {
      kind: 'seats-of-shift',
      others: 'most-nights:most-nights, home-days:home-days',
      day: '2027-02-06',
      count: 1,
    },
    { shifts: ['n0', 'n1', { at: 'n2', namedDay: 'mung-1' }] },
  ],
  [
    'a team without a post in common',
    [pair()],
    { kind: 'team-no-post', team: 'an, ba' },
    {
      staff: [
        { id: 'an', skills: ['lead'] },
        { id: 'ba', skills: ['drive'] },
      ],
      posts: [{ id: 'watch', skills: ['drive'] }],
    },
  ],
  [
    'a team larger than the shift',
    [rule('cover-most'), pair()],
    { kind: 'team-too-large', people: 2, seats: 1 },
  ],
  [
    'a team of newcomers alone',
    [rule('cover-most'), pair(), strict('newcomer-accompanied', {})],
    { kind: 'team-newcomers', other: 'newcomer-accompanied' },
    {
      staff: [{ id: 'an', newcomer: true }, { id: 'ba', newcomer: true }, 'chi'],
      shifts: [{ at: 'd0', cover: { minimum: 2, target: 2 } }],
    },
  ],
  [
    'a list of turns with half a team',
    [pair(), strict('turn-order', { staffIds: ['an', 'chi'] })],
    { kind: 'team-half-listed', other: 'turn-order', name: 'ba' },
  ],
  [
    'two teams that share somebody, on a shift too small for both',
    [rule('cover-most'), pair(), pair({ staffIds: ['ba', 'chi'] }, 'tg2')],
    { kind: 'teams-joined', name: 'ba', people: 3, seats: 2, rule: 'tg', otherRule: 'tg2' },
    { shifts: [{ at: 'd0', cover: { minimum: 2, target: 2 } }] },
  ],
  [
    'a list of turns that always parts a team',
    [pair({ staffIds: ['an', 'chi'] }), strict('turn-order', { staffIds: ['an', 'ba', 'chi', 'do'] })],
    { kind: 'team-out-of-turn', other: 'turn-order', team: 'an, chi' },
    { staff: [...STAFF, 'do'], shifts: ['d0', 'd1'].map((at) => ({ at, cover: { minimum: 2, target: 2 } })) },
  ],
  [
    'a team one of whom stands no nights',
    [pair(), strict('most-nights', { most: 0, who: { staffIds: ['an'] } })],
    { kind: 'team-barred', name: 'an', other: 'most-nights', count: 3 },
  ],
  [
    'more days in a row than there may be',
    [strict('least-consecutive-days', { leastDays: 3 }), strict('most-consecutive-days', { mostDays: 2 })],
    { kind: 'runs', least: 3, most: 2 },
  ],
  [
    'days in a row that rest forbids',
    [strict('least-consecutive-days', { leastDays: 2 }), strict('minimum-rest', { asLongAsDuty: true })],
    { kind: 'forbidden-runs', constraint: 'least-consecutive-days', other: 'minimum-rest' },
    { shifts: ['x0', 'x1', 'x2'] },
  ],
  [
    'a week at a time, and a day off after each day',
    [strict('leader-continuity', { blockDays: 7 }), strict('lieu-days', {})],
    { kind: 'forbidden-runs', constraint: 'leader-continuity', other: 'lieu-days' },
    { shifts: ['lead:x4', 'lead:x5', 'lead:x6'] },
  ],
  [
    'two lists of turns for one seat',
    [
      strict('turn-order', { staffIds: ['an', 'ba'] }, 'mot'),
      strict('turn-order', { staffIds: ['ba', 'an'], scope: { days: ['thu'] } }, 'hai'),
    ],
    { kind: 'turns', rule: 'mot', otherRule: 'hai' },
  ],
  [
    'a list of turns without the skills',
    [strict('turn-order', { staffIds: ['an', 'ba'] })],
    { kind: 'turn-nobody', post: 'watch' },
    { posts: [{ id: 'watch', skills: ['drive'] }] },
  ],
  [
    'a post of newcomers alone',
    [strict('newcomer-accompanied', {})],
    { kind: 'newcomers-alone', post: 'watch' },
    {
      staff: [{ id: 'an', newcomer: true, skills: ['soc'] }, 'ba'],
      posts: [{ id: 'watch', skills: ['soc'] }],
    },
  ],
  [
    'pins too close to each other',
    [strict('minimum-rest', {})],
    { kind: 'pins', name: 'an', constraint: 'minimum-rest' },
    {
      pins: [
        ['an', 'd0'],
        ['an', 'n0'],
      ],
    },
  ],
  [
    'a pin on what a rule forbids',
    [strict('most-nights', { most: 0, who: { staffIds: ['ba'] } })],
    { kind: 'pins', name: 'ba', constraint: 'most-nights' },
    { pins: [['ba', 'n1']] },
  ],
];

type Whole = readonly [name: string, rules: readonly Rule[], told: object, sketch: Partial<PlanSketch>];
const whole = ([name, rules, expected, sketch = {}]: Case): Whole => [name, rules, expected, sketch];

describe('rules that contradict each other', () => {
  it.each(CASES.map(whole))('are named: %s', (_, rules, expected, sketch) => {
    expect(told(rules, sketch)).toContainEqual(expect.objectContaining(expected));
  });

  it.each(CASES.map(whole))('are not where they are soft: %s', (_, rules, _expected, sketch) => {
    const { pins: _pins, ...rest } = sketch;
    expect(
      told(
        rules.map((each) => ({ ...each, strength: soft })),
        rest,
      ),
    ).toEqual([]);
  });

  const fitting: readonly Case[] = [
    ['people who are kept apart elsewhere', [pair(), apart({ scope: { days: ['thu'] } })], {}],
    ['the same hours, each at a post', [pair({ bond: 'hours' }), apart()], {}, { shifts: ['d0', 'home:d0'] }],
    ['counts that fit', [strict('least-shifts', { leastShifts: 2 }), strict('most-shifts', { most: 2 })], {}],
    [
      'teams that share somebody where the shift has room for both',
      [rule('cover-most'), pair(), pair({ staffIds: ['ba', 'chi'] }, 'tg2')],
      {},
      { shifts: [{ at: 'd0', cover: { minimum: 3, target: 3 } }] },
    ],
    [
      'a team that stands together in the list',
      [pair(), strict('turn-order', { staffIds: ['an', 'ba', 'chi'] })],
      {},
      { shifts: [{ at: 'd0', cover: { minimum: 2, target: 2 } }] },
    ],
    [
      'who is away owes nothing',
      [
        strict('least-shifts', { leastShifts: 1 }),
        strict('most-shifts', { most: 0, who: { staffIds: ['an'] } }),
      ],
      {},
      { leave: [['an', span(0, -24, 120)]] },
    ],
    [
      'rest that lets some days follow each other',
      [strict('least-consecutive-days', { leastDays: 2 }), strict('minimum-rest', {})],
      {},
    ],
    [
      'pins that can be kept',
      [strict('minimum-rest', {})],
      {},
      {
        pins: [
          ['an', 'd0'],
          ['an', 'd1'],
        ],
      },
    ],
  ];
  it.each(fitting.map(whole))('are not: %s', (_, rules, _expected, sketch) => {
    expect(told(rules, sketch)).toEqual([]);
  });

  it('are no false alarm: no roster of a random plan that they are told of keeps the rules and fills the seats', async () => {
    let alarms = 0;
    for (let seed = 1; alarms < 12; seed++) {
      const plan = { ...randomPlan(seed, { staff: 3, days: 3, posts: 1 }), pins: [] };
      if (limitClashes(plan).length === 0) continue;
      alarms++;
      const rules = plan.ruleSet.rules.filter(
        ({ constraint, strength }) => strength.kind === 'hard' || constraint === 'cover-minimum',
      );
      const problem = compile({ ...plan, ruleSet: { ...plan.ruleSet, rules } });
      const budget = { kind: 'steps', moves: 500, nodes: 2000 } as const;
      const { score, proven } = await solve(problem, { seed, budget, clock: () => 0 });
      expect(proven, `seed ${seed}`).toBe(true);
      expect(score.hard + score.cover, `seed ${seed}`).toBeGreaterThan(0);
    }
  });

  it('say the id only where several rules have the same name', () => {
    const one = fixturePlan({ staff: STAFF, shifts: SHIFTS, rules: [strict('most-nights', { most: 0 })] });
    expect(clashLines('vi', one).join()).toContain('mà “Số ca đêm nhiều nhất” chỉ để lại 0');
    const two = [pair(), pair({ staffIds: ['ba', 'chi'] }, 'tg2'), apart({ staffIds: ['an', 'chi'] })];
    const [line] = clashLines('vi', fixturePlan({ staff: STAFF, shifts: SHIFTS, rules: two }));
    expect(line).toContain('“Trực cùng nhau” (tg, tg2) và “Không trực cùng nhau” đều áp');
  });

  it.each(LANGUAGES)('are sentences with every figure filled, rules by name, in %s', (language) => {
    const plans = CASES.map(([, rules, , sketch]) =>
      fixturePlan({ staff: STAFF, shifts: SHIFTS, ...sketch, rules }),
    );
    const random = Array.from({ length: 60 }, (_, seed) => randomPlan(seed));
    const lines = [...plans, ...random].flatMap((plan) => clashLines(language, plan));
    expect(lines.length).toBeGreaterThan(CASES.length);
    expect(lines.filter((line) => /[{}]|fault\.clash|“[a-z]+-[a-z-]+”/.test(line))).toEqual([]);
  });
});
