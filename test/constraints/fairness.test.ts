import { describe, expect, it } from 'vitest';
import { fairShares } from '../../src/constraints/fair-share.ts';
import type { Wish } from '../../src/domain/availability.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { fixturePlan, type PlanSketch, rule, span } from '../fixture-plan.ts';
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
      'unless leave is not to lessen what is owed',
      {
        plan: { shifts, leave: [['ba', span(0, 0, 48)]] },
        params: { owedDespiteLeave: true },
        roster: 'an: d0 d1; ba: d2 d3',
      },
      [],
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

  it.each([
    [false, 2],
    [true, 4],
  ])(
    'of someone who is there at weekends only, leave counting in: %s, owes about %i of 14 duties',
    (owedDespiteLeave, owed) => {
      const days = Array.from({ length: 14 }, (_, day) => day);
      const plan = fixturePlan({
        staff: ['an', 'ba', 'cu'],
        shifts: days.map((day) => `d${day}`),
        leave: days
          .filter((day) => ![2, 3].includes(day % 7))
          .map((day) => ['ba', span(day, 0, 24)] as const),
        rules: [rule('load-balance', { owedDespiteLeave })],
      });
      const parts = fairShares(plan).get('ba') ?? new Float64Array();
      expect(Math.round(parts.reduce((sum, part) => sum + part, 0))).toBe(owed);
    },
  );

  it('tells the figures', () => {
    const plan = points(entry('an', 2026, 'points', 14), entry('ba', 2027, 'points', 10));
    const [violation] = judge({ code: 'load-balance', plan, roster: 'an: d0 d1; ba: d2 d3' });
    expect(violation).toMatchObject({ kind: 'balance', params: { points: 4, carried: 2, fair: 4, off: 2 } });
  });
});

describe('load-balance, in the default rules', () => {
  const params = { tolerancePercent: 40, byAbility: true };

  it.each<Row>([
    // 4 points each: 40 % are 1.6, so a point off is none and two are one.
    [
      'a point off within the tolerance',
      {
        plan: {
          shifts: [
            { at: 'd0', points: 3 },
            { at: 'd1', points: 5 },
          ],
        },
        roster: 'an: d0; ba: d1',
      },
      [],
    ],
    [
      'two points off count as one',
      { plan: { shifts: ['d0', 'd1', 'd2', 'd3'] }, roster: 'an: d0 d1 d2; ba: d3' },
      [10, 10],
    ],
    [
      'the lightest duty is the most that is tolerated',
      {
        plan: {
          shifts: [
            { at: 'd0', points: 1 },
            { at: 'd1', points: 9 },
          ],
        },
        roster: 'an: d0; ba: d1',
      },
      [90, 90],
    ],
    [
      'leaders are level with leaders',
      {
        plan: {
          posts: [
            { id: 'lead', skills: ['lead'], tier: 'leader' },
            { id: 'watch', skills: ['watch'] },
          ],
          staff: [
            { id: 'an', skills: ['lead'] },
            { id: 'ba', skills: ['watch'] },
            { id: 'chi', skills: ['watch'] },
          ],
          shifts: [{ at: 'lead:d0', points: 8 }, 'd0', 'd1'],
        },
        roster: 'an: lead:d0; ba: d0; chi: d1',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'load-balance', params, ...judged })).toEqual(amounts);
  });
});

describe('even-kinds', () => {
  /** A morning and a night a day: two mornings and two nights each over four days, 32 hours. */
  const shifts = ['d0', 'n0', 'd1', 'n1', 'd2', 'n2', 'd3', 'n3'];
  const even: PlanSketch = { shifts };
  const few: PlanSketch = { shifts: ['d0', 'd1', 'd2', 'h4', 'h5'] };
  const mixed: PlanSketch = { shifts: [...few.shifts, 'h6', 'h7', 'h8', 'h9', 'h10', 'h11', 'h12', 'h13'] };
  const held: PlanSketch = { shifts, staff: ['an', { id: 'ba', limits: { nights: 0 } }] };

  it.each<Row>([
    ['each kind even', { plan: even, roster: 'an: d0 n1 d2 n3; ba: n0 d1 n2 d3' }, []],
    // An: no morning, four nights. Days 2 and 3 are a weekend, of which each has as many.
    [
      'equal hours hide no nights',
      { plan: even, roster: 'an: n0 n1 n2 n3; ba: d0 d1 d2 d3' },
      [100, 100, 100, 100],
    ],
    ['a duty off in each kind', { plan: even, roster: 'an: d0 n0 d1 n2 n3; ba: n1 d2 d3' }, [50, 50, 50, 50]],
    [
      'nothing where only points are to be level',
      { plan: even, params: { percent: 0 }, roster: 'an: n0 n1 n2 n3' },
      [],
    ],
    [
      'twice as much where kinds come first',
      { plan: even, params: { percent: 100 }, roster: 'an: d0 n0 d1 n2 n3; ba: n1 d2 d3' },
      [100, 100, 100, 100],
    ],
    [
      'who is held to no nights leaves them to others',
      { plan: held, roster: 'an: n0 n1 n2 n3; ba: d0 d1 d2 d3' },
      [],
    ],
    [
      'half time has half, rounded to a duty',
      {
        plan: { shifts: ['d0', 'd1', 'd2'], staff: ['an', { id: 'ba', share: 0.5 }] },
        roster: 'an: d0 d1; ba: d2',
      },
      [],
    ],
    [
      'half time with more than half',
      {
        plan: { shifts: ['d0', 'd1', 'd4'], staff: ['an', { id: 'ba', share: 0.5 }] },
        roster: 'an: d0; ba: d1 d4',
      },
      [50, 50],
    ],
    // 72 hours each, which no three mornings and ten long days come to for both.
    [
      'hours of several lengths, half a duty off',
      { plan: mixed, roster: 'an: d0 h4 h6 h9 h11 h13; ba: d1 d2 h5 h7 h8 h10 h12' },
      [],
    ],
    [
      'and more',
      { plan: mixed, roster: 'an: h4 h6 h9 h11 h13; ba: d0 d1 d2 h5 h7 h8 h10 h12' },
      [25, 50, 26, 50],
    ],
    ['few of them, half a duty off one figure', { plan: few, roster: 'an: d0 h4; ba: d1 d2 h5' }, []],
    // 22 hours each: one long duty or two.
    [
      'few of them, by the duty',
      { plan: { shifts: ['d0', 'd1', 'd2', 'd3', 'h4'] }, roster: 'an: d0 d2 h4; ba: d1 d3' },
      [17],
    ],
    [
      'a night stood more in earlier years is made good',
      {
        plan: {
          shifts,
          ledger: [
            entry('an', 2026, 'points', 10),
            entry('ba', 2026, 'points', 10),
            entry('an', 2026, 'nights', 4),
            entry('ba', 2026, 'nights', 2),
          ],
        },
        roster: 'an: n0 d1 d2 d3; ba: d0 n1 n2 n3',
      },
      [50, 50],
    ],
    [
      'who joined since is compared with nobody',
      {
        plan: { shifts, ledger: [entry('an', 2026, 'points', 10), entry('an', 2026, 'nights', 4)] },
        roster: 'an: d0 n1 d2 n3; ba: n0 d1 n2 d3',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'even-kinds', ...judged })).toEqual(amounts);
  });

  it('tells the figures', () => {
    const violation = judge({
      code: 'even-kinds',
      plan: even,
      roster: 'an: n0 n1 n2 n3; ba: d0 d1 d2 d3',
    }).find(({ params }) => params.kind === 'nights');
    expect(violation).toMatchObject({
      kind: 'balance',
      params: { kind: 'nights', count: 4, least: 2, most: 2 },
    });
  });
});

describe('even-turns', () => {
  /** One duty a day for three people: a turn of three days, two to four days apart. */
  const days = (count: number): string[] => Array.from({ length: count }, (_, day) => `x${day}`);
  const three: PlanSketch = { staff: ['an', 'ba', 'chi'], shifts: days(9) };
  const inTurn = 'an: x0 x3 x6; ba: x1 x4 x7; chi: x2 x5 x8';

  it.each<Row>([
    ['in turn', { plan: three, roster: inTurn }, []],
    ['a day too close', { plan: three, roster: 'an: x0 x3 x4 x7; ba: x1 x5 x8; chi: x2 x6' }, [2]],
    ['four days too far', { plan: three, roster: 'an: x0 x8; ba: x1 x4 x7; chi: x2 x5' }, [8]],
    [
      'a beginning without duty is far as well',
      { plan: three, roster: 'an: x7; ba: x0 x2 x4 x6; chi: x1 x3 x5 x8' },
      [8],
    ],
    [
      'leave is no distance',
      {
        plan: { ...three, leave: [['an', span(3, 0, 24 * 4)]] },
        roster: 'an: x0 x8; ba: x1 x3 x5 x7; chi: x2 x4 x6',
      },
      [],
    ],
    ['the duty before the period counts', { plan: { ...three, past: [['an', 'x-1']] }, roster: inTurn }, [2]],
    [
      'leaders on duty for blocks of days are not in turn',
      {
        plan: { staff: ['an', 'ba', 'chi'], shifts: days(9).map((at) => `lead:${at}`) },
        params: { scope: { tiers: ['watch'] } },
        roster: 'an: lead:x0 lead:x1 lead:x2',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'even-turns', ...judged })).toEqual(amounts);
  });

  it('gives every month its part', () => {
    // The plan begins on 04/02: 25 days of February and 6 of March for five people are 5 duties each, and 1 or 2.
    const plan: PlanSketch = { staff: ['an', 'ba', 'chi', 'du', 'em'], shifts: days(31) };
    const roster = ['an', 'ba', 'chi', 'du', 'em'].map(
      (id, i) =>
        `${id}: ${days(31)
          .filter((_, day) => day % 5 === i)
          .join(' ')}`,
    );
    expect(amountsOf({ code: 'even-turns', plan, roster: roster.join('; ') })).toEqual([]);
    const found = judge({ code: 'even-turns', plan, roster: 'an: x0 x4 x8 x12 x16 x20 x24 x28' });
    expect(
      found.filter(({ staffIds, params }) => staffIds[0] === 'an' && params.kind === 'month'),
    ).toMatchObject([{ amount: 24, params: { count: 7, least: 5, most: 5 } }]);
  });

  it('holds every stretch of three and a half turns to four duties', () => {
    const plan: PlanSketch = { staff: ['an', 'ba', 'chi', 'du'], shifts: days(24) };
    const found = judge({ code: 'even-turns', plan, roster: 'an: x0 x3 x6 x9 x12' });
    expect(
      found.find(({ staffIds, params }) => staffIds[0] === 'an' && params.kind === 'stretch'),
    ).toMatchObject({
      amount: 12,
      params: { count: 5, most: 4, days: 14 },
    });
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
