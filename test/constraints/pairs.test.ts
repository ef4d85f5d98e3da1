import { describe, expect, it } from 'vitest';
import type { PlanSketch } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

/** d 06–14, c 14–22, n 22–06, h 06–18, k 18–06, x 07–07, w two days from 07. */
const shifts = [
  'd0',
  'c0',
  'n0',
  'h0',
  'x0',
  'd1',
  'n1',
  'x1',
  'x2',
  'd2',
  'home:k0',
  'home:h1',
  'lead:x0',
  'lead:x1',
];
const plan: PlanSketch = { shifts };
const past = (...duties: string[]): PlanSketch => ({ shifts, past: duties.map((at) => ['an', at] as const) });

describe('no-overlap', () => {
  it.each<Row>([
    ['shifts that touch', { plan, roster: 'an: d0 c0' }, []],
    ['shifts of two people', { plan, roster: 'an: d0; ba: h0' }, []],
    ['each hour shared', { plan, roster: 'an: d0 h0' }, [8]],
    ['different posts all the same', { plan, roster: 'an: c0 home:k0' }, [4]],
    ['three at once are three pairs', { plan, roster: 'an: d0 h0 x0' }, [8, 7, 11]],
    ['still on a duty from before', { plan: past('x-1'), roster: 'an: d0' }, [1]],
    ['for hours to come', { plan: past('w-1'), roster: 'an: d0 n0' }, [8, 8]],
    ['a duty from before that ends in time', { plan: past('n-1'), roster: 'an: d0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'no-overlap', ...judged })).toEqual(amounts);
  });
});

describe('minimum-rest', () => {
  it.each<Row>([
    ['exactly enough', { plan, params: { restHours: 8 }, roster: 'an: c0 d1' }, []],
    ['hours short', { plan, roster: 'an: c0 d1' }, [4]],
    ['no rest at all', { plan, roster: 'an: d0 c0' }, [12]],
    ['overlaps are told elsewhere', { plan, roster: 'an: d0 h0' }, []],
    ['half an hour short counts as one', { plan, params: { restHours: 8.5 }, roster: 'an: c0 d1' }, [1]],
    [
      'every pair, not only neighbours',
      { plan, params: { restHours: 24 }, roster: 'an: d0 c0 n0' },
      [24, 16, 24],
    ],
    ['standby after a shift asks for less', { plan, roster: 'an: d0 home:k0' }, [4]],
    ['and may ask for nothing', { plan, params: { standbyRestHours: 0 }, roster: 'an: d0 home:k0' }, []],
    ['a shift after standby too', { plan, params: { standbyRestHours: 9 }, roster: 'an: home:k0 n1' }, []],
    ['a leader stays on', { plan, roster: 'an: lead:x0 lead:x1' }, []],
    [
      'unless leaders rest as well',
      { plan, params: { leadersContinue: false }, roster: 'an: lead:x0 lead:x1' },
      [12],
    ],
    ['a leader goes to another post', { plan, roster: 'an: lead:x0 x1' }, [12]],
    ['after 24 hours 12 are enough', { plan, roster: 'an: x0 n1' }, []],
    [
      'or 24 where time is rested in lieu',
      { plan, params: { asLongAsDuty: true }, roster: 'an: x0 n1' },
      [9],
    ],
    [
      'one day between two 24-hour duties is enough',
      { plan, params: { asLongAsDuty: true }, roster: 'an: x0 x2' },
      [],
    ],
    ['a duty from before', { plan: past('n-1'), roster: 'an: c0' }, [4]],
    [
      'a long one, rested in lieu',
      { plan: past('x-1'), params: { asLongAsDuty: true }, roster: 'an: n0' },
      [9],
    ],
    ['a duty from before and standby', { plan: past('n-1'), roster: 'an: home:k0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'minimum-rest', ...judged })).toEqual(amounts);
  });

  it('says how long the rest is and should be', () => {
    const [violation] = judge({ code: 'minimum-rest', plan, roster: 'an: c0 d1' });
    expect(violation?.params).toEqual({ rest: 8, asked: 12 });
  });
});

describe('forbidden-succession', () => {
  it.each<Row>([
    ['a day after a night', { plan, roster: 'an: n0 d1' }, [1]],
    ['a night after a night', { plan, roster: 'an: n0 n1' }, []],
    ['a day before a night', { plan, roster: 'an: d0 n1' }, []],
    ['a day two days later', { plan, roster: 'an: n0 d2' }, []],
    ['two days later where it says so', { plan, params: { daysLater: 2 }, roster: 'an: n0 d2' }, [1]],
    [
      'one pattern after another',
      { plan, params: { from: 'watch/d', to: 'watch/n' }, roster: 'an: d0 n1' },
      [1],
    ],
    [
      'another post is another pattern',
      { plan, params: { from: 'home/k', to: 'home/h' }, roster: 'an: n0 home:h1' },
      [],
    ],
    [
      'anything on the next day',
      { plan, params: { from: 'any', to: 'any' }, roster: 'an: d0 c0 d1' },
      [1, 1],
    ],
    ['a night from before', { plan: past('n-1'), roster: 'an: c0' }, [1]],
    ['a day from before', { plan: past('d-1'), roster: 'an: c0' }, []],
    [
      'a pattern never fits a duty from before',
      { plan: past('n-1'), params: { from: 'watch/n' }, roster: 'an: c0' },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'forbidden-succession', ...judged })).toEqual(amounts);
  });
});

describe('lieu-days', () => {
  // x0 is a Thursday, so its day off is Friday; those of Friday (x1) and Saturday (x2) are the Tuesday after (day 5).
  const week: PlanSketch = { shifts: [...shifts, 'd3', 'd4', 'd5', 'home:k5'] };
  const before = (at: string): PlanSketch => ({ ...week, past: [['an', at]] });
  const tet: PlanSketch = {
    shifts: ['x0', 'd1', 'x1', 'd2', 'd4', 'd5', 'd6', 'd7', 'd8'],
    breaks: [[0, 1]],
  };
  const each = { holidayCount: 'each' };
  it.each<Row>([
    ['the next day is worked on', { plan: week, roster: 'an: x0 d1' }, [1]],
    ['each shift of that day', { plan: week, roster: 'an: x0 d1 n1' }, [1, 1]],
    ['the day after that', { plan: week, roster: 'an: x0 d2' }, []],
    ['a short duty earns nothing', { plan: week, roster: 'an: h0 d1' }, []],
    [
      'but does where it is long enough for the unit',
      { plan: week, params: { leastHours: 12 }, roster: 'an: h0 d1' },
      [1],
    ],
    ['Friday’s Saturday is free to work', { plan: week, roster: 'an: x1 d2' }, []],
    ['Friday’s Tuesday is not', { plan: week, roster: 'an: x1 d5' }, [1]],
    ['standby on it counts as well', { plan: week, roster: 'an: x2 home:k5' }, [1]],
    ['or the next day', { plan: week, params: { afterWeekend: 'next-day' }, roster: 'an: x1 d2 d5' }, [1]],
    ['or Monday', { plan: week, params: { afterWeekend: 'monday' }, roster: 'an: x1 d4 d5' }, [1]],
    ['standby earns nothing', { plan: { shifts: ['home:x0', 'd1'] }, roster: 'an: home:x0 d1' }, []],
    ['a duty from before', { plan: before('x-1'), roster: 'an: d0' }, [1]],
    [
      'leaders left out',
      { plan: week, params: { scope: { tiers: ['watch'] } }, roster: 'an: lead:x0 lead:x1' },
      [],
    ],
    ['leaders let in', { plan: week, roster: 'an: lead:x0 lead:x1' }, [1]],
    // Thursday and Friday are a holiday; its working days after it are days 4 and 5, Monday and Tuesday, and so on.
    ['a holiday’s two days are after it', { plan: tet, roster: 'an: x0 d1 d2 d4 d5 d6' }, [1, 1]],
    ['two duties of it earn the same', { plan: tet, roster: 'an: x0 x1 d4 d5 d6 d7' }, [1, 1, 1, 1]],
    [
      'added up they earn four',
      { plan: tet, params: each, roster: 'an: x0 x1 d4 d5 d6 d7 d8' },
      [4, 3, 2, 1],
    ],
    ['one alone two', { plan: tet, params: each, roster: 'an: x0 d4 d5 d6' }, [2, 1]],
    [
      'by a duty twice as long four',
      { plan: tet, params: { ...each, leastHours: 12 }, roster: 'an: x0 d7 d8' },
      [1],
    ],
    // Four duties of five days are twenty working days: four weeks from day 4 on.
    [
      'and however many come to so many',
      {
        plan: { shifts: ['x0', 'x1', 'x2', 'x3', 'd29', 'd32'], breaks: [[0, 3]] },
        params: { ...each, holidayDays: 5 },
        roster: 'an: x0 x1 x2 x3 d29 d32',
      },
      [1],
    ],
    [
      'one before the plan is added',
      { plan: { ...tet, past: [['an', 'x-1']], breaks: [[-1, 1]] }, params: each, roster: 'an: x0 d7' },
      [1],
    ],
    [
      'a duty of another period on a day off counts against those that earned it',
      {
        plan: { ...tet, fixed: [{ staffId: 'an', at: 'other:d5', period: 'sau' }] },
        params: each,
        roster: 'an: x0 x1',
      },
      [3],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'lieu-days', ...judged })).toEqual(amounts);
  });
});

describe('spacing', () => {
  it.each<Row>([
    ['exactly far enough', { plan, params: { hours: 24 }, roster: 'an: d0 d1' }, []],
    ['the closer the dearer', { plan, params: { hours: 48 }, roster: 'an: d0 n0 d1' }, [32, 24, 40]],
    ['two beginnings at once', { plan, params: { hours: 2 }, roster: 'an: d0 h0' }, [2]],
    [
      'only posts in scope',
      { plan, params: { hours: 48, scope: { tiers: ['watch'] } }, roster: 'an: d0 home:k0' },
      [],
    ],
    ['duties from before', { plan: past('n-1'), params: { hours: 24 }, roster: 'an: c0' }, [8]],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'spacing', ...judged })).toEqual(amounts);
  });
});
