import { describe, expect, it } from 'vitest';
import { type PlanSketch, span } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

describe('qualified', () => {
  const plan: PlanSketch = {
    staff: [{ id: 'an', skills: ['soc', 'network'] }, { id: 'ba', skills: ['soc'] }, 'chi'],
    posts: [{ id: 'watch', skills: ['soc', 'network'] }],
    shifts: ['d0', 'n0', 'home:n0'],
  };

  it.each<Row>([
    ['silent with every skill', { plan, roster: 'an: d0 n0' }, []],
    ['one skill short', { plan, roster: 'ba: d0' }, [1]],
    ['once a duty, however many skills are missing', { plan, roster: 'chi: d0 n0' }, [1, 1]],
    ['a post that needs nothing', { plan, roster: 'chi: home:n0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'qualified', ...judged })).toEqual(amounts);
  });

  it('names the missing skills', () => {
    const [violation] = judge({ code: 'qualified', plan, roster: 'chi: d0' });
    expect(violation).toMatchObject({ staffIds: ['chi'], params: { skills: 'soc, network' } });
  });
});

describe('available', () => {
  const leave = (...spans: ReturnType<typeof span>[]): PlanSketch => ({
    shifts: ['d0', 'n0'],
    leave: spans.map((each) => ['an', each] as const),
  });

  it.each<Row>([
    ['someone else', { plan: leave(span(0, 0, 24)), roster: 'ba: d0 n0' }, []],
    ['leave over a shift', { plan: leave(span(0, 0, 12)), roster: 'an: d0 n0' }, [1]],
    ['leave that ends as the shift begins', { plan: leave(span(0, 0, 6)), roster: 'an: d0' }, []],
    ['leave that begins as the shift ends', { plan: leave(span(0, 14, 20)), roster: 'an: d0' }, []],
    ['leave of the next day cuts off a night shift', { plan: leave(span(1, 0, 24)), roster: 'an: n0' }, [1]],
    [
      'two leaves over one shift count once',
      { plan: leave(span(0, 6, 8), span(0, 7, 14)), roster: 'an: d0' },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'available', ...judged })).toEqual(amounts);
  });
});
