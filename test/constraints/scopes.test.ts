/** Whom a rule holds for, and on which shifts and days it counts. Day 0 is a Thursday, so days 2 and 3 are a weekend. */

import { describe, expect, it } from 'vitest';
import { personChecker } from '../../src/constraints/check-person.ts';
import { fairShares } from '../../src/constraints/fair-share.ts';
import { reachDays } from '../../src/constraints/reach.ts';
import { fitRules } from '../../src/constraints/rule-fit.ts';
import { turnsOf } from '../../src/constraints/turn-order.ts';
import { fixturePlan, type PlanSketch, rule, span } from '../fixture-plan.ts';
import { amountsOf, type Judged, type Row } from './judge.ts';

const shifts = ['d0', 'n0', 'd1', 'n1', 'd2', 'n2', 'home:n2', 'd3'];
const staff = [
  { id: 'an', department: 'Hạ tầng', skills: ['Con nhỏ'] },
  { id: 'ba', department: 'Phần mềm', homeProvince: 'Cà Mau' },
  { id: 'cu', department: 'Hạ tầng', newcomer: true },
];
const plan: PlanSketch = { shifts, staff };

describe('a rule for some people', () => {
  const roster = 'an: n0 n1; ba: n0 n1; cu: n0 n1';
  it.each<Row>([
    ['everyone', { plan, params: { most: 1 }, roster }, [1, 1, 1]],
    ['by name', { plan, params: { most: 0, who: { staffIds: ['ba'] } }, roster }, [2]],
    ['a department', { plan, params: { most: 1, who: { departments: ['Hạ tầng'] } }, roster }, [1, 1]],
    ['a group', { plan, params: { most: 0, who: { skills: ['Con nhỏ'] } }, roster }, [2]],
    ['from far away', { plan, params: { most: 1, who: { homeProvinces: ['Cà Mau'] } }, roster }, [1]],
    ['newcomers', { plan, params: { most: 1, who: { newcomers: true } }, roster }, [1]],
    [
      'any of the parts',
      { plan, params: { most: 1, who: { newcomers: true, staffIds: ['an'] } }, roster },
      [1, 1],
    ],
    [
      'of whom there are none',
      { plan, params: { most: 0, who: { departments: ['Văn phòng'] } }, roster },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-nights', ...judged })).toEqual(amounts);
  });

  it.each<Row>([
    ['rest', { plan, params: { who: { staffIds: ['an'] } }, roster: 'an: n0 d1; ba: n0 d1' }, [12]],
    ['rest of others', { plan, params: { who: { staffIds: ['cu'] } }, roster: 'an: n0 d1; ba: n0 d1' }, []],
  ])('pairs of shifts: %s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'minimum-rest', ...judged })).toEqual(amounts);
  });

  it.each<Row>([
    [
      'days in a row',
      { plan, params: { mostDays: 2, who: { newcomers: true } }, roster: 'an: d0 d1 d2; cu: d0 d1 d2' },
      [1],
    ],
  ])('runs: %s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-consecutive-days', ...judged })).toEqual(amounts);
  });

  it.each<[string, string, Omit<Judged, 'code'>, number[]]>([
    [
      'points: some people are held to their part of what everyone carries, and nobody else to theirs',
      'load-balance',
      {
        plan: { shifts: ['d0', 'd1', 'd4', 'd5'] },
        params: { who: { staffIds: ['an'] } },
        roster: 'an: d0 d1 d4',
      },
      [40],
    ],
    [
      'kinds of duty: a part of what everyone stands, not all of it',
      'even-kinds',
      {
        plan: { shifts: ['d0', 'n0', 'd1', 'n1'] },
        params: { who: { staffIds: ['an'] } },
        roster: 'an: d0 n1',
      },
      [],
    ],
    [
      'turns: as long as among everyone',
      'even-turns',
      {
        plan: { shifts: ['x0', 'x1', 'x2', 'x3', 'x4', 'x5'], staff },
        params: { who: { staffIds: ['an'] } },
        roster: 'an: x0 x3; ba: x1 x2; cu: x4 x5',
      },
      [],
    ],
    [
      'turns in order: others take what is left open',
      'turn-order',
      {
        plan: { shifts: ['d0', 'd1'], staff },
        params: { staffIds: ['an', 'ba'], who: { staffIds: ['an', 'ba'] } },
        roster: 'cu: d0; an: d1',
      },
      [1],
    ],
    [
      'one person throughout',
      'leader-continuity',
      {
        plan: { shifts: ['lead:d0', 'lead:c0', 'lead:n0'], staff },
        params: { who: { staffIds: ['an'] } },
        roster: 'ba: lead:d0 lead:n0; an: lead:c0',
      },
      [1],
    ],
  ])('%s', (_, code, judged, amounts) => {
    expect(amountsOf({ code, ...judged })).toEqual(amounts);
  });

  it('leaves owed despite leave to those who are held to it', () => {
    const rest = [rule('load-balance', { owedDespiteLeave: true, who: { staffIds: ['ba'] } })];
    const away = ['an', 'ba'].map((id) => [id, span(0, 0, 48)] as const);
    const own = fixturePlan({ shifts: ['d0', 'd1', 'd4', 'd5'], staff, leave: away, rules: rest });
    const owed = own.staff.map(
      ({ id }) =>
        fairShares(own)
          .get(id)
          ?.reduce((sum, part) => sum + part, 0) ?? 0,
    );
    expect(owed[1]).toBeGreaterThan((owed[0] ?? 0) * 1.5);
  });

  it('judges one person at a time by the rules that hold for them', () => {
    const own = fixturePlan({
      ...plan,
      rules: [rule('most-nights', { most: 0, who: { skills: ['Con nhỏ'] } }, { kind: 'hard' }, 'con-nho')],
    });
    const night = own.shifts.find(({ night }) => night)?.id ?? '';
    const check = personChecker(own);
    expect(check('an', [night])).toHaveLength(1);
    expect(check('ba', [night])).toEqual([]);
  });

  it('takes away the part in what they are kept from', () => {
    const own = fixturePlan({
      ...plan,
      rules: [rule('most-nights', { most: 0, who: { skills: ['Con nhỏ'] } }, { kind: 'hard' }, 'con-nho')],
    });
    const night = own.shifts.findIndex((shift) => shift.night);
    const parts = own.staff.map(({ id }) => [id, fairShares(own).get(id)?.[night] ?? 0] as const);
    expect(Object.fromEntries(parts)).toEqual({ an: 0, ba: 0.5, cu: 0.5 });
  });

  it('goes on for those who are left, and goes when nobody is', () => {
    const rules = [
      rule('most-nights', { most: 0, who: { staffIds: ['an', 'xa'] } }, { kind: 'hard' }, 'hai'),
      rule('most-nights', { most: 0, who: { staffIds: ['xa'] } }, { kind: 'hard' }, 'mot'),
      rule('most-nights', { most: 0, who: { staffIds: ['xa'], newcomers: true } }, { kind: 'hard' }, 'moi'),
      rule('turn-order', { staffIds: ['an', 'xa', 'ba'] }, { kind: 'hard' }, 'vong'),
      rule('turn-order', { staffIds: ['an', 'xa'] }, { kind: 'hard' }, 'vong-hai'),
    ];
    const { ruleSet } = fixturePlan(plan);
    const known = { staffIds: new Set(['an', 'ba', 'cu']), posts: [] };
    const fitted = fitRules({ ...ruleSet, rules }, known);
    expect(fitted.ruleSet.rules.map(({ id, params }) => [id, params.who ?? params.staffIds])).toEqual([
      ['hai', { staffIds: ['an'] }],
      ['moi', { newcomers: true }],
      ['vong', ['an', 'ba']],
    ]);
    expect(fitted.dropped.map(({ id }) => id)).toEqual(['mot', 'vong-hai']);
  });
});

describe('a scope of days and shifts', () => {
  it.each<Row>([
    [
      'weekend days',
      { plan, params: { most: 0, scope: { days: ['sat', 'sun'] } }, roster: 'an: d1 d2 d3' },
      [2],
    ],
    ['Thursdays', { plan, params: { most: 0, scope: { days: ['thu'] } }, roster: 'an: d0 n0 d1' }, [2]],
    [
      'a named day',
      {
        plan: { shifts: [{ at: 'n1', namedDay: 'giao-thua' }, 'n2'], staff },
        params: { most: 0, scope: { days: ['giao-thua'] } },
        roster: 'an: n1 n2',
      },
      [1],
    ],
    [
      'a shift of a post',
      { plan, params: { most: 0, scope: { patterns: ['watch/n'] } }, roster: 'an: d0 n0; ba: home:n2' },
      [1],
    ],
    [
      'a duty typed by hand counts by its day',
      {
        plan: { shifts, staff, past: [['an', 'd-1']] },
        params: { most: 1, windowDays: 2, scope: { days: ['wed', 'thu'] } },
        roster: 'an: d0',
      },
      [1],
    ],
    [
      'and not on other days',
      {
        plan: { shifts, staff, past: [['an', 'd-1']] },
        params: { most: 1, windowDays: 3, scope: { days: ['thu'] } },
        roster: 'an: d0',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-shifts', ...judged })).toEqual(amounts);
  });
});

describe('most-weekends', () => {
  const weeks: PlanSketch = { shifts: ['d2', 'd3', 'd5', 'd9', 'd10', 'd16', 'd23'] };
  const before: PlanSketch = { ...weeks, past: [['an', 'd-5']] };
  it.each<Row>([
    ['both days of one are one', { plan: weeks, params: { mostWeekends: 1 }, roster: 'an: d2 d3' }, []],
    ['each one over', { plan: weeks, params: { mostWeekends: 1 }, roster: 'an: d2 d9 d16' }, [2]],
    ['working days are none', { plan: weeks, params: { mostWeekends: 0 }, roster: 'an: d5' }, []],
    [
      'in any two weeks',
      { plan: weeks, params: { mostWeekends: 1, windowWeeks: 2 }, roster: 'an: d2 d16' },
      [],
    ],
    [
      'one after the other',
      { plan: weeks, params: { mostWeekends: 1, windowWeeks: 2 }, roster: 'an: d2 d10 d16' },
      [2],
    ],
    ['one from before', { plan: before, params: { mostWeekends: 1, windowWeeks: 2 }, roster: 'an: d2' }, [1]],
    [
      'in scope only',
      { plan: weeks, params: { mostWeekends: 0, scope: { days: ['sun'] } }, roster: 'an: d2' },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-weekends', ...judged })).toEqual(amounts);
  });
});

describe('least-shifts', () => {
  const night = { scope: { patterns: ['watch/n'] } };
  it.each<Row>([
    ['enough', { plan, params: { leastShifts: 1 }, roster: 'an: d0; ba: d1; cu: d2' }, []],
    ['each one short', { plan, params: { leastShifts: 2 }, roster: 'an: d0; ba: d1 d2; cu: d2' }, [1, 1]],
    ['of one kind', { plan, params: { leastShifts: 1, ...night }, roster: 'an: n0; ba: d1; cu: n1' }, [1]],
    [
      'nobody owes more than the days there are',
      { plan: { shifts: ['d0', 'n0'], staff: ['an'] }, params: { leastShifts: 5 }, roster: '' },
      [1],
    ],
    [
      'who lacks the skill owes nothing',
      {
        plan: { shifts: ['lead:d0'], staff, posts: [{ id: 'lead', skills: ['Con nhỏ'] }] },
        params: {},
        roster: '',
      },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'least-shifts', ...judged })).toEqual(amounts);
  });
});

describe('same-shift-all-week', () => {
  const days: PlanSketch = { shifts: ['d0', 'n1', 'home:d1', 'c2', 'd4', 'n4', 'n5'] };
  it.each<Row>([
    ['the same hours at two posts', { plan: days, roster: 'an: d0 home:d1' }, []],
    ['two kinds', { plan: days, roster: 'an: d0 n1' }, [1]],
    ['three kinds, two by two', { plan: days, roster: 'an: d0 n1 c2' }, [1, 1, 1]],
    ['from Sunday to Monday one may change', { plan: days, roster: 'an: d0 n4 n5' }, []],
    // Day 0 is a Thursday: of the same week as day -1, and of another than day -4.
    ['on from the last period', { plan: { ...days, past: [['an', 'n-1']] }, roster: 'an: d0 n1' }, [1, 1]],
    ['of a week before', { plan: { ...days, past: [['an', 'n-4']] }, roster: 'an: d0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'same-shift-all-week', ...judged })).toEqual(amounts);
  });
});

describe('turn-order', () => {
  const list = { staffIds: ['an', 'ba', 'cu'] };
  const days: PlanSketch = { shifts: ['x0', 'x1', 'x2', 'x3'], staff: ['an', 'ba', 'cu', 'do'] };
  it.each<Row>([
    ['in order and round again', { plan: days, params: list, roster: 'an: x0 x3; ba: x1; cu: x2' }, []],
    ['two changed', { plan: days, params: list, roster: 'ba: x0; an: x1; cu: x2' }, [1, 1]],
    ['who is not in the list', { plan: days, params: list, roster: 'do: x0' }, [1]],
    ['an empty seat is told elsewhere', { plan: days, params: list, roster: 'cu: x2' }, []],
    [
      'on from the last period',
      {
        plan: {
          ...days,
          fixed: [
            {
              staffId: 'an',
              at: 'x-1',
              post: { id: 'watch', tier: 'watch', presence: 'on-site' },
              period: 'truoc',
            },
          ],
        },
        params: list,
        roster: 'ba: x0 x3; cu: x1; an: x2',
      },
      [],
    ],
    [
      'on from a last duty typed by hand',
      { plan: { ...days, past: [['ba', 'x-1']] }, params: list, roster: 'cu: x0 x3; an: x1; ba: x2' },
      [],
    ],
    [
      'whose post nobody knows, where only some are in turn',
      {
        plan: { ...days, shifts: ['a:x0', 'b:x1'], posts: [{ id: 'a' }, { id: 'b' }], past: [['ba', 'x-1']] },
        params: { ...list, scope: { posts: ['a'] } },
        roster: 'an: a:x0',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'turn-order', ...judged })).toEqual(amounts);
  });

  it.each<[string, 'next' | 'skipped', string]>([
    ['comes next', 'next', 'an: x0; cu: x1; ba: x2; an: x3'],
    ['waits for the next round', 'skipped', 'an: x0; cu: x1; an: x2; ba: x3'],
  ])('who is away when their turn comes %s', (_, how, roster) => {
    const plan: PlanSketch = { ...days, leave: [['ba', span(1, 7, 8)]] };
    expect(amountsOf({ code: 'turn-order', plan, params: { ...list, away: how }, roster })).toEqual([]);
  });

  const round = { staffIds: ['an', 'ba', 'cu', 'do', 'em'] };
  const earlier = (text: string) =>
    text.split(' ').map((staffId, i, { length }) => ({
      staffId,
      at: `x${i - length}`,
      post: { id: 'watch', tier: 'watch', presence: 'on-site' } as const,
      period: 'truoc',
    }));
  it.each<[string, 'next' | 'skipped', string, string]>([
    // Ba, who is second, was on leave to the end of the last period.
    ['an ba cu do em an cu do', 'next', 'ba', 'em'],
    ['an ba cu do em an cu do', 'skipped', 'em', 'an'],
    // Ba and Đỏ have exchanged, and Đỏ's turn is already stood.
    ['an ba cu do em an do cu', 'next', 'ba', 'em'],
    ['an ba cu do em an do cu ba', 'next', 'em', 'an'],
    // Somebody else was put in for Ba by hand.
    ['an ba cu do em an em', 'next', 'ba', 'cu'],
    // Ba is new to the list and keeps to the place in it.
    ['an cu do em an cu', 'next', 'do', 'em'],
  ])('after %s, %s', (past, away, first, second) => {
    const plan = { shifts: ['x0', 'x1'], staff: round.staffIds, fixed: earlier(past) };
    const roster = `${first}: x0; ${second}: x1`;
    expect(amountsOf({ code: 'turn-order', plan, params: { ...round, away }, roster })).toEqual([]);
  });

  it('goes on after two on one shift, round the end of the list', () => {
    const fixed = earlier('an em').map((duty) => ({ ...duty, at: 'x-1' }));
    const plan = { shifts: ['x0'], staff: round.staffIds, fixed };
    expect(amountsOf({ code: 'turn-order', plan, params: round, roster: 'ba: x0' })).toEqual([]);
  });

  it('passes over whom a limit of nought keeps off, and leaves a list too short for the hours to others', () => {
    const turnsIn = (plan: PlanSketch, staffIds: string[]) => [
      ...turnsOf(fixturePlan(plan), { staffIds, away: 'next', scope: {} }).values(),
    ];
    const nights = rule('most-nights', { most: 0, who: { staffIds: ['an'] } }, { kind: 'hard' });
    const some: PlanSketch = { shifts: ['n0', 'd2', 'n3'], staff: list.staffIds, rules: [nights] };
    expect(turnsIn(some, list.staffIds)).toEqual([new Set(['ba']), new Set(['an']), new Set(['cu'])]);
    const posts = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const many: PlanSketch = { shifts: ['a:x0', 'b:x0', 'c:x0'], staff: list.staffIds, posts };
    expect(turnsIn(many, ['an', 'ba'])).toEqual([new Set(['an']), new Set(['ba']), new Set()]);
  });

  it('looks back to the Tết before, for units that are on duty at holidays alone', () => {
    const { ruleSet } = fixturePlan({ ...days, rules: [rule('turn-order', list)] });
    expect(reachDays(ruleSet)).toBeGreaterThan(384);
  });
});
