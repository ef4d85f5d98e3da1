import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../../src/domain/staff.ts';
import type { PlanSketch } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

const shifts = ['d0', 'n0', 'd1', 'n1', 'd2', 'n2', 'home:n2', 'd3', 'x3'];
const plan: PlanSketch = { shifts };
const past = (...duties: string[]): PlanSketch => ({ shifts, past: duties.map((at) => ['an', at] as const) });
const agreed = (limits: StaffMember['limits']): PlanSketch => ({
  shifts,
  staff: [{ id: 'an', limits }, 'ba'],
});

describe('most-shifts', () => {
  it.each<Row>([
    ['exactly the limit', { plan, params: { most: 2 }, roster: 'an: d0 d1' }, []],
    ['each shift over, by person', { plan, params: { most: 1 }, roster: 'an: d0 d1 d2; ba: d3' }, [2]],
    ['without a limit only what is agreed counts', { plan, roster: 'an: d0 d1 d2 d3' }, []],
    ['agreed', { plan: agreed({ shifts: 1 }), roster: 'an: d0 d1; ba: d2 d3' }, [1]],
    [
      'agreed limits tighten the rule',
      { plan: agreed({ shifts: 1 }), params: { most: 2 }, roster: 'an: d0 d1' },
      [1],
    ],
    ['and never loosen it', { plan: agreed({ shifts: 5 }), params: { most: 1 }, roster: 'an: d0 d1' }, [1]],
    [
      'an agreed limit is for the period',
      { plan: agreed({ shifts: 1 }), params: { most: 2, windowDays: 4 }, roster: 'an: d0 d1' },
      [],
    ],
    ['nobody at all', { plan, params: { most: 0 }, roster: 'an: d0' }, [1]],
    [
      'in scope only',
      { plan, params: { most: 1, scope: { presence: 'on-site' } }, roster: 'an: d0 home:n2' },
      [],
    ],
    ['the period knows no past', { plan: past('d-1'), params: { most: 1 }, roster: 'an: d0' }, []],
    [
      'two days apart, in a window of two',
      { plan, params: { most: 1, windowDays: 2 }, roster: 'an: d0 d2' },
      [],
    ],
    [
      'in every window that is overrun',
      { plan, params: { most: 1, windowDays: 2 }, roster: 'an: d0 d1 d2' },
      [2],
    ],
    [
      'a window longer than the period',
      { plan, params: { most: 1, windowDays: 30 }, roster: 'an: d0 d3' },
      [1],
    ],
    [
      'a window reaches back',
      { plan: past('d-1'), params: { most: 1, windowDays: 2 }, roster: 'an: d0' },
      [1],
    ],
    [
      'no further than it is long',
      { plan: past('d-2'), params: { most: 1, windowDays: 2 }, roster: 'an: d0' },
      [],
    ],
    [
      'a duty of the first day, before the period',
      { plan: past('d0'), params: { most: 1, windowDays: 1 }, roster: 'an: n0' },
      [1],
    ],
    [
      'the past itself is not blamed',
      { plan: past('d-1', 'n-1'), params: { most: 1, windowDays: 2 }, roster: '' },
      [],
    ],
    [
      'but what is added to it',
      { plan: past('d-1', 'n-1'), params: { most: 1, windowDays: 2 }, roster: 'an: d0' },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-shifts', ...judged })).toEqual(amounts);
  });

  it('tells the worst window', () => {
    const [violation] = judge({
      code: 'most-shifts',
      params: { most: 1, windowDays: 1 },
      plan,
      roster: 'an: d0 d3 x3 n0 n2',
    });
    expect(violation).toMatchObject({ amount: 2, params: { count: 2, most: 1 } });
  });
});

describe('most-hours', () => {
  it.each<Row>([
    ['exactly the limit', { plan, params: { most: 24 }, roster: 'an: x3' }, []],
    ['minutes over', { plan, params: { most: 23.5 }, roster: 'an: x3' }, [30]],
    ['agreed hours', { plan: agreed({ hours: 10 }), roster: 'an: d0 d1' }, [360]],
    [
      'a day of the Labour Code',
      { plan, params: { most: 12, windowDays: 1 }, roster: 'an: d0 d3 x3' },
      [20 * 60],
    ],
    [
      'a shift counts whole on the day it begins',
      { plan, params: { most: 8, windowDays: 1 }, roster: 'an: n0 d1' },
      [],
    ],
    [
      'hours from before',
      { plan: past('x-1'), params: { most: 30, windowDays: 2 }, roster: 'an: d0' },
      [120],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-hours', ...judged })).toEqual(amounts);
  });

  it('tells hours', () => {
    const [violation] = judge({ code: 'most-hours', params: { most: 23.5 }, plan, roster: 'an: x3' });
    expect(violation?.params).toEqual({ count: 24, most: 23.5 });
  });
});

describe('most-nights', () => {
  it.each<Row>([
    ['days do not count', { plan, params: { most: 0 }, roster: 'an: d0 d1' }, []],
    ['a day and a night in one duty count one', { plan, params: { most: 0 }, roster: 'an: x3' }, [1]],
    ['each night over', { plan, params: { most: 1 }, roster: 'an: n0 n1 home:n2' }, [2]],
    ['agreed nights', { plan: agreed({ nights: 0 }), roster: 'an: n0; ba: n1' }, [1]],
    ['in any two days', { plan, params: { most: 1, windowDays: 2 }, roster: 'an: n0 n2' }, []],
    [
      'nights from before',
      { plan: past('n-1', 'd-2'), params: { most: 1, windowDays: 2 }, roster: 'an: n0' },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-nights', ...judged })).toEqual(amounts);
  });
});
