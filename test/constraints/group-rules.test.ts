/** Rules about a department or group counted together, who comes after whom, and home for Tết. */

import { describe, expect, it } from 'vitest';
import { homeDays } from '../../src/constraints/home-days.ts';
import { parseRule } from '../../src/constraints/rule-parser.ts';
import { RosterIndex } from '../../src/domain/roster-index.ts';
import { fixturePlan, fixtureRoster, type PlanSketch, rule } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

const staff = [
  { id: 'an', department: 'Hạ tầng', homeProvince: 'Cà Mau' },
  { id: 'ba', department: 'Hạ tầng' },
  { id: 'chi', department: 'Phần mềm', homeProvince: 'Huế' },
  { id: 'du' },
];
// Day 0 is a Thursday; day 4 begins the next week.
const shifts = ['d0', 'n0', 'd1', 'n1', 'd4', 'home:d0'];
const plan: PlanSketch = { staff, shifts };

describe('group-quota', () => {
  const infra = { who: { departments: ['Hạ tầng'] } };
  it.each<Row>([
    ['one of each department', { plan, roster: 'an: d0; chi: d0; du: d0' }, []],
    ['two of one on a shift', { plan, roster: 'an: d0; ba: d0; chi: d0' }, [1]],
    ['two of one on a day', { plan, params: { per: 'day' }, roster: 'an: d0; ba: n0; chi: d0' }, [1]],
    ['on two days', { plan, params: { per: 'day' }, roster: 'an: d0; ba: d1' }, []],
    ['in a week', { plan, params: { per: 'week', groupMost: 2 }, roster: 'an: d0 n1; ba: n0 d4' }, [1]],
    [
      'in a week that began in the last period',
      {
        plan: { ...plan, past: [['an', 'd-1']] },
        params: { per: 'week', groupMost: 2 },
        roster: 'an: d0; ba: n0',
      },
      [1],
    ],
    [
      'of a week cut by the period, a part of the least',
      // Four of seven from Thursday to Sunday, where three are stood, and one of the next week's Monday.
      {
        plan,
        params: { ...infra, per: 'week', groupLeast: 7, groupMost: 9 },
        roster: 'an: d0 n1 d4; ba: n0',
      },
      [1],
    ],
    ['who has no department counts to none', { plan, roster: 'du: d0 n0 d1' }, []],
    [
      'fewer than a group should stand in all',
      { plan, params: { ...infra, per: 'period', groupLeast: 3, groupMost: 9 }, roster: 'an: d0; chi: n0' },
      [2],
    ],
    [
      'somebody of the group each day',
      {
        plan,
        params: { ...infra, per: 'day', groupLeast: 1, groupMost: 9 },
        roster: 'an: d0; chi: d1; ba: d4',
      },
      [1],
    ],
    [
      'in scope only',
      { plan, params: { scope: { posts: ['home'] } }, roster: 'an: d0 home:d0; ba: d0 home:d0' },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'group-quota', ...judged })).toEqual(amounts);
  });

  it('says which department, and refuses a least above the most', () => {
    const [violation] = judge({ code: 'group-quota', plan, roster: 'an: d0; ba: d0' });
    expect(violation?.params).toEqual({ department: 'Hạ tầng', count: 2, least: 0, most: 1 });
    const odd = { ...rule('group-quota', {}), params: { groupLeast: 3, groupMost: 1 } };
    expect(parseRule(odd).ok).toBe(false);
  });
});

describe('after-whom', () => {
  const pair = { staffIds: ['an', 'ba'] };
  const never = { ...pair, takeOver: 'never' };
  /** The same person on shifts of other periods. */
  const beside = (staffId: string, ...ats: readonly string[]): PlanSketch => ({
    ...plan,
    fixed: ats.map((at) => {
      const id = at.includes(':') ? 'other' : 'watch';
      return { staffId, at, post: { id, tier: 'watch', presence: 'on-site' }, period: 'truoc' } as const;
    }),
  });
  it.each<Row>([
    ['the one after the other', { plan, params: pair, roster: 'an: d0; ba: n0' }, []],
    ['somebody else after', { plan, params: pair, roster: 'an: d0; chi: n0' }, [1]],
    ['the second without the first', { plan, params: pair, roster: 'ba: n1' }, [1]],
    ['the last of the plan has none after', { plan, params: pair, roster: 'an: d4; ba: d0' }, []],
    ['another post is another line', { plan, params: pair, roster: 'an: home:d0; chi: n0' }, []],
    ['where that is forbidden', { plan, params: never, roster: 'an: d0 d1; ba: n0 n1' }, [1, 1]],
    ['the other way round', { plan, params: never, roster: 'ba: d0; an: n0' }, []],
    ['in scope only', { plan, params: { ...never, scope: { days: ['fri'] } }, roster: 'an: d0; ba: n0' }, []],
    ['on from the period before', { plan: beside('an', 'n-1'), params: pair, roster: 'ba: d0' }, []],
    ['not on from it', { plan: beside('an', 'n-1'), params: pair, roster: 'chi: d0' }, [1]],
    ['after somebody else of it', { plan: beside('chi', 'n-1'), params: pair, roster: 'ba: d0' }, [1]],
    ['only the last of it', { plan: beside('an', 'n-2', 'n-1'), params: pair, roster: 'ba: d0' }, []],
    ['never on from it', { plan: beside('an', 'n-1'), params: never, roster: 'ba: d0' }, [1]],
    ['over to the period after', { plan: beside('ba', 'd5'), params: pair, roster: 'chi: d4' }, [1]],
    ['another post of it', { plan: beside('an', 'other:n-1'), params: pair, roster: 'chi: d0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'after-whom', ...judged })).toEqual(amounts);
  });
});

describe('home-days', () => {
  it('means nobody whose home is where the unit is, unless the rule says so', () => {
    const homes = [
      { id: 'an', homeProvince: 'tỉnh Cà Mau' },
      { id: 'ba', homeProvince: 'TP. Huế' },
    ];
    const whole = fixturePlan({ staff: homes, shifts: [{ at: 'd1', namedDay: 'mung-1' }] });
    const own = { ...whole, unit: { ...whole.unit, place: 'Cà Mau' } };
    const roster = new RosterIndex(own, fixtureRoster(own, 'an: d1; ba: d1'));
    const found = homeDays.violations(own, roster, homeDays.params.parse({}));
    expect(found.map(({ staffIds }) => staffIds)).toEqual([['ba']]);
  });

  const tet: PlanSketch = {
    staff,
    shifts: [
      { at: 'd0', namedDay: 'giao-thua' },
      { at: 'd1', namedDay: 'mung-1' },
      { at: 'n1', namedDay: 'mung-2' },
    ],
    ledger: [
      { staffId: 'an', year: 2026, kind: 'mung-1', amount: 1 },
      { staffId: 'an', year: 2025, kind: 'mung-3', amount: 1 },
      { staffId: 'chi', year: 2020, kind: 'mung-1', amount: 3 },
      { staffId: 'chi', year: 2026, kind: 'giao-thua', amount: 1 },
    ],
  };
  it.each<Row>([
    ['who went home last year', { plan: tet, roster: 'chi: d1' }, [1]],
    ['who stayed twice', { plan: tet, roster: 'an: d1' }, [3]],
    ['each shift', { plan: tet, roster: 'chi: d1 n1' }, [1, 1]],
    ['other days of the holiday', { plan: tet, roster: 'an: d0' }, []],
    ['whose province nobody knows', { plan: tet, roster: 'ba: d1; du: n1' }, []],
    [
      'those from some provinces',
      { plan: tet, params: { who: { homeProvinces: ['Cà Mau'] } }, roster: 'an: d1; chi: n1' },
      [3],
    ],
    ['fewer years back', { plan: tet, params: { years: 1 }, roster: 'an: d1' }, [2]],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'home-days', ...judged })).toEqual(amounts);
  });
});
