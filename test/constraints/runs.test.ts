import { describe, expect, it } from 'vitest';
import type { PlanSketch } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

const shifts = ['d0', 'd1', 'n1', 'd2', 'd3', 'd4', 'd5', 'd6', 'home:d3'];
const plan: PlanSketch = { shifts };
const past = (...duties: string[]): PlanSketch => ({ shifts, past: duties.map((at) => ['an', at] as const) });
/** Published in another period on the same days. */
const beside = (...duties: string[]): PlanSketch => ({
  shifts,
  fixed: duties.map((at) => ({ staffId: 'an', at, period: 'other' })),
});

describe('most-consecutive-days', () => {
  const params = { mostDays: 2 };
  it.each<Row>([
    ['exactly the limit', { plan, params, roster: 'an: d0 d1 d3 d4 d6' }, []],
    ['each day over', { plan, params, roster: 'an: d0 d1 d2 d3' }, [2]],
    ['two shifts on one day are one day', { plan, params, roster: 'an: d1 n1 d2' }, []],
    ['each run by itself', { plan, params, roster: 'an: d0 d1 d2 d4 d5 d6' }, [1, 1]],
    ['a night ends on a day off', { plan, params: { mostDays: 1 }, roster: 'an: n1' }, []],
    ['days before the period count', { plan: past('d-1', 'n-2'), params, roster: 'an: d0' }, [1]],
    ['a day off before it breaks the run', { plan: past('d-2', 'd-3'), params, roster: 'an: d0 d1' }, []],
    [
      'only the days of the period are blamed',
      { plan: past('d-1', 'd-2', 'd-3', 'd-4'), params, roster: 'an: d0' },
      [1],
    ],
    [
      'a run that ended before it is not judged',
      { plan: past('d-1', 'd-2', 'd-3'), params, roster: 'an: d1' },
      [],
    ],
    [
      'in scope only',
      { plan, params: { ...params, scope: { posts: ['watch'] } }, roster: 'an: d2 home:d3 d4' },
      [],
    ],
    ['days too many of another period alone', { plan: beside('d1', 'd2', 'd3'), params, roster: '' }, []],
    [
      'a shift on a day that is too many there already',
      { plan: beside('d1', 'd2', 'd3'), params, roster: 'an: home:d3' },
      [1],
    ],
    ['a shift on a day that is not', { plan: beside('d1', 'd2', 'd3'), params, roster: 'an: d2' }, []],
    [
      'the same days in both',
      { plan: beside('d1', 'd2', 'd3', 'd4'), params, roster: 'an: d1 d2 d3 d4' },
      [2],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'most-consecutive-days', ...judged })).toEqual(amounts);
  });

  it('tells the whole run', () => {
    const [violation] = judge({
      code: 'most-consecutive-days',
      params,
      plan: past('d-1', 'd-2'),
      roster: 'an: d0 d1',
    });
    expect(violation).toMatchObject({ amount: 2, params: { days: 4, most: 2 } });
  });
});

describe('least-consecutive-days', () => {
  const params = { leastDays: 3 };
  it.each<Row>([
    ['exactly enough', { plan, params, roster: 'an: d1 d2 d3' }, []],
    ['each day missing', { plan, params, roster: 'an: d1' }, [2]],
    ['a run cut by the start', { plan, params, roster: 'an: d0' }, []],
    ['a run cut by the end', { plan, params, roster: 'an: d6' }, []],
    ['a run whose beginning is known', { plan: past('d-1'), params, roster: 'an: d0' }, [1]],
    ['nobody on duty', { plan, params, roster: '' }, []],
    ['each run by itself', { plan, params, roster: 'an: d1 d2 d4' }, [1, 2]],
    ['a run of another period alone', { plan: beside('d3'), params, roster: '' }, []],
    ['the same short run in both', { plan: beside('d3'), params, roster: 'an: home:d3' }, [1]],
    ['one that it lengthens enough', { plan: beside('d3'), params, roster: 'an: d2 home:d3 d4' }, []],
    ['one that it lengthens, but not enough', { plan: beside('d3'), params, roster: 'an: home:d3 d4' }, [1]],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'least-consecutive-days', ...judged })).toEqual(amounts);
  });
});

describe('least-days-off', () => {
  const params = { leastDays: 2 };
  it.each<Row>([
    ['exactly enough', { plan, params, roster: 'an: d1 d4' }, []],
    ['each day missing', { plan, params, roster: 'an: d1 d3 d5' }, [1, 1]],
    ['no day off is no run off', { plan, params, roster: 'an: d1 d2' }, []],
    ['days off at the start, nothing known', { plan, params, roster: 'an: d1' }, []],
    ['days off at the start after a duty', { plan: past('d-1'), params, roster: 'an: d1' }, [1]],
    ['days off at the end', { plan, params, roster: 'an: d5' }, []],
    ['the day on which a night ends is off', { plan, params: { leastDays: 1 }, roster: 'an: n1 d3' }, []],
    ['days off between duties of another period', { plan: beside('d2', 'd4'), params, roster: '' }, []],
    ['and it is on duty on both sides', { plan: beside('d2', 'd4'), params, roster: 'an: d2 d4' }, [2]],
    ['on one side', { plan: beside('d2', 'd4'), params, roster: 'an: d4' }, [1]],
    ['or fills them', { plan: beside('d2', 'd4'), params, roster: 'an: d2 d3' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'least-days-off', ...judged })).toEqual(amounts);
  });
});
