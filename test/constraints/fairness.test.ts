import { describe, expect, it } from 'vitest';
import type { Wish } from '../../src/domain/availability.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { type PlanSketch, span } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

const entry = (staffId: string, year: number, kind: LedgerEntry['kind'], amount: number): LedgerEntry => ({
  staffId,
  year,
  kind,
  amount,
});

describe('load-balance', () => {
  /** Four seats of 2 points: 8 points to be shared. */
  const shifts = ['d0', 'd1', 'd2', 'd3'];
  const two: PlanSketch = { shifts };
  const points = (...ledger: LedgerEntry[]): PlanSketch => ({ shifts, ledger });

  it.each<Row>([
    ['shared evenly', { plan: two, roster: 'an: d0 d1; ba: d2 d3' }, []],
    ['two points off each way', { plan: two, roster: 'an: d0 d1 d2; ba: d3' }, [40, 40]],
    ['the square of what is off', { plan: two, roster: 'an: d0 d1 d2 d3' }, [160, 160]],
    [
      'half time carries half: 8 points as 5.33 and 2.67',
      { plan: { shifts, staff: ['an', { id: 'ba', share: 0.5 }] }, roster: 'an: d0 d1 d2; ba: d3' },
      [10, 20],
    ],
    [
      'leave on half the days is as half time',
      { plan: { shifts, leave: [['ba', span(0, 0, 48)]] }, roster: 'an: d0 d1 d2; ba: d3' },
      [10, 20],
    ],
    [
      'who carried 4 points more gets 4 fewer',
      {
        plan: points(entry('an', 2026, 'points', 14), entry('ba', 2026, 'points', 10)),
        roster: 'an: d0; ba: d1 d2 d3',
      },
      [],
    ],
    [
      'what is too long ago is forgotten',
      {
        plan: points(entry('an', 2022, 'points', 14), entry('ba', 2022, 'points', 10)),
        roster: 'an: d0 d1; ba: d2 d3',
      },
      [],
    ],
    [
      'half of it is made good where so asked',
      {
        plan: points(entry('an', 2026, 'points', 18), entry('ba', 2026, 'points', 10)),
        params: { carryPercent: 50 },
        roster: 'an: d0; ba: d1 d2 d3',
      },
      [],
    ],
    [
      'someone who has just joined neither owes nor is owed',
      { plan: points(entry('an', 2026, 'points', 40)), roster: 'an: d0 d1; ba: d2 d3' },
      [],
    ],
    [
      'half time owed half in earlier years',
      {
        plan: {
          shifts,
          staff: ['an', { id: 'ba', share: 0.5 }],
          ledger: [entry('an', 2026, 'points', 20), entry('ba', 2026, 'points', 10)],
        },
        roster: 'an: d0 d1 d2; ba: d3',
      },
      [10, 20],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'load-balance', ...judged })).toEqual(amounts);
  });

  it('keeps the few days that are left to someone from becoming a mountain', () => {
    const plan = { shifts, leave: [['ba', span(0, 0, 200)]] as const };
    expect(amountsOf({ code: 'load-balance', plan, roster: 'an: d0 d1 d2; ba: d3' })).toEqual([10, 100]);
  });

  it('tells the figures', () => {
    const plan = points(entry('an', 2026, 'points', 14), entry('ba', 2027, 'points', 10));
    const [violation] = judge({ code: 'load-balance', plan, roster: 'an: d0 d1; ba: d2 d3' });
    expect(violation).toMatchObject({ kind: 'balance', params: { points: 4, carried: 2, fair: 4, off: 2 } });
  });
});

describe('named-day-fairness', () => {
  const plan = (...ledger: LedgerEntry[]): PlanSketch => ({
    shifts: [
      { at: 'n0', namedDay: 'giao-thua' },
      { at: 'home:k0', namedDay: 'giao-thua' },
      { at: 'd1', namedDay: 'mung-1' },
      { at: 'd2', namedDay: 'mung-4' },
      'd3',
    ],
    ledger,
  });
  const twice = plan(entry('an', 2025, 'giao-thua', 1), entry('an', 2023, 'giao-thua', 1));

  it.each<Row>([
    ['the first time costs nothing', { plan: plan(), roster: 'an: n0 d1 d2' }, []],
    ['each time before counts', { plan: twice, roster: 'an: n0' }, [2]],
    ['another day is another matter', { plan: twice, roster: 'an: d1' }, []],
    ['staying at home costs nothing', { plan: twice, roster: 'ba: n0' }, []],
    ['twice in this period', { plan: twice, roster: 'an: n0 home:k0' }, [2, 3]],
    ['years that no longer count', { plan: twice, params: { years: 2 }, roster: 'an: n0' }, [1]],
    ['days that are not asked for', { plan: plan(entry('an', 2026, 'mung-4', 3)), roster: 'an: d2' }, []],
    [
      'a day asked for',
      { plan: plan(entry('an', 2026, 'mung-4', 3)), params: { days: ['mung-4'] }, roster: 'an: d2' },
      [3],
    ],
    ['points are no days', { plan: plan(entry('an', 2026, 'points', 9)), roster: 'an: n0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'named-day-fairness', ...judged })).toEqual(amounts);
  });
});

describe('wishes', () => {
  const wish = (
    direction: Wish['direction'],
    from: number,
    to: number,
    more: Partial<Wish> = {},
  ): PlanSketch => ({
    shifts: ['d0', 'n0', 'd1', 'home:d0'],
    wishes: [{ staffId: 'an', direction, span: span(0, from, to), weight: 4, ...more }],
  });

  it.each<Row>([
    ['against, and spared', { plan: wish('against', 0, 24), roster: 'an: d1; ba: d0' }, []],
    ['against, each shift that overlaps', { plan: wish('against', 0, 24), roster: 'an: d0 n0' }, [4, 4]],
    ['against, touching', { plan: wish('against', 14, 22), roster: 'an: d0 n0' }, []],
    ['against, the night before', { plan: wish('against', 24, 48), roster: 'an: n0' }, [4]],
    ['against one post', { plan: wish('against', 0, 24, { postId: 'home' }), roster: 'an: d0 home:d0' }, [4]],
    ['for, and granted', { plan: wish('for', 0, 24), roster: 'an: n0' }, []],
    ['for, in vain', { plan: wish('for', 0, 24), roster: 'an: d1; ba: d0' }, [4]],
    ['for, once is enough and twice no better', { plan: wish('for', 0, 24), roster: 'an: d0 n0' }, []],
    ['for, a shift that began before', { plan: wish('for', 24, 30), roster: 'an: n0' }, []],
    ['for, a shift that only runs into it', { plan: wish('for', 24, 48), roster: 'an: n0' }, [4]],
    ['for another post', { plan: wish('for', 0, 24, { postId: 'home' }), roster: 'an: d0' }, [4]],
    ['for a time without shifts', { plan: wish('for', 72, 96), roster: '' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'wishes', ...judged })).toEqual(amounts);
  });
});
