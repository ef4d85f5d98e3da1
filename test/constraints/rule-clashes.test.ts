/** Hard rules, pins and teams that contradict each other are told before solving, each by the rules that disagree. */

import { describe, expect, it } from 'vitest';
import { ruleClashes } from '../../src/constraints/clashes/rule-clashes.ts';
import type { Rule, Strength } from '../../src/domain/rule-set.ts';
import { LANGUAGES } from '../../src/i18n/translate.ts';
import { clashLines } from '../../src/output/roster/clash-lines.ts';
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
      kind: 'least-over-most',
      constraint: 'least-shifts',
      other: 'most-shifts',
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
    { kind: 'least-over-most', name: 'an', least: 1, most: 0 },
  ],
  [
    'at least more than agreed',
    [strict('least-shifts', { leastShifts: 2 }), strict('most-shifts', {})],
    { kind: 'least-over-most', name: 'an', most: 1, count: 1 },
    { staff: [{ id: 'an', limits: { shifts: 1 } }, 'ba', 'chi'] },
  ],
  [
    'nights of who stands none',
    [
      strict('least-shifts', { leastShifts: 1, ...NIGHTS }),
      strict('most-nights', { most: 0, who: { staffIds: ['ba'] } }),
    ],
    { kind: 'least-over-most', name: 'ba', other: 'most-nights' },
  ],
  [
    'more shifts than hours',
    [strict('least-shifts', { leastShifts: 2 }), strict('most-hours', { most: 15 })],
    { kind: 'least-over-most', other: 'most-hours', most: 1 },
  ],
  [
    'exact counts that come to more than is asked for',
    [rule('cover-most'), strict('least-shifts', { leastShifts: 3 })],
    { kind: 'least-over-demand', least: 9, seats: 6 },
  ],
  [
    'exact counts that come to less',
    [strict('most-shifts', { most: 1 })],
    { kind: 'most-under-demand', most: 3, seats: 6, people: 3 },
  ],
  [
    'nights from which everyone is kept',
    [strict('most-nights', { most: 0 })],
    { kind: 'all-barred', label: 'n', count: 3, rule: 'most-nights' },
  ],
  [
    'weekends from which everyone is kept',
    [strict('most-weekends', { mostWeekends: 0 })],
    { kind: 'all-barred', rule: 'most-weekends' },
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

  it('say the id only where several rules have the same name', () => {
    const one = fixturePlan({ staff: STAFF, shifts: SHIFTS, rules: [strict('most-nights', { most: 0 })] });
    expect(clashLines('vi', one).join()).toContain('“Số ca đêm nhiều nhất” giữ không cho trực');
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
