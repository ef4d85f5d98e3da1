import { describe, expect, it } from 'vitest';
import type { PlanSketch } from '../fixture-plan.ts';
import { amountsOf, judge, type Row } from './judge.ts';

const wants = (minimum: number, target: number): PlanSketch => ({
  staff: ['an', 'ba', 'chi', 'du'],
  shifts: [{ at: 'd0', cover: { minimum, target } }],
});

describe('cover-minimum', () => {
  it.each<Row>([
    ['silent at the minimum', { plan: wants(2, 3), roster: 'an: d0; ba: d0' }, []],
    ['each person missing', { plan: wants(3, 3), roster: 'an: d0' }, [2]],
    ['an empty shift misses its whole minimum', { plan: wants(2, 2), roster: '' }, [2]],
    ['a shift that needs nobody', { plan: wants(0, 1), roster: '' }, []],
    ['more than enough', { plan: wants(1, 1), roster: 'an: d0; ba: d0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'cover-minimum', ...judged })).toEqual(amounts);
  });

  it('counts at the level of cover and by people, whatever the strength', () => {
    const [violation] = judge({ code: 'cover-minimum', plan: wants(2, 2), roster: 'an: d0' });
    expect(violation).toMatchObject({
      level: 'cover',
      cost: 1,
      params: { missing: 1, standing: 1, minimum: 2 },
    });
  });

  it('counts pinned people as anyone else', () => {
    const plan = { ...wants(2, 2), pins: [['an', 'd0']] as const };
    expect(amountsOf({ code: 'cover-minimum', plan, roster: 'an: d0' })).toEqual([1]);
  });
});

describe('cover-target', () => {
  it.each<Row>([
    ['silent at the target', { plan: wants(1, 2), roster: 'an: d0; ba: d0' }, []],
    ['below the target', { plan: wants(1, 3), roster: 'an: d0' }, [2]],
    ['below the minimum too', { plan: wants(1, 2), roster: '' }, [2]],
    ['a target that is the minimum is not told twice', { plan: wants(2, 2), roster: '' }, []],
    ['a shift that may stay empty', { plan: wants(0, 1), roster: '' }, [1]],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'cover-target', ...judged })).toEqual(amounts);
  });
});

describe('cover-most', () => {
  it.each<Row>([
    ['silent at the target', { plan: wants(1, 2), roster: 'an: d0; ba: d0' }, []],
    ['each person too many', { plan: wants(1, 1), roster: 'an: d0; ba: d0; chi: d0' }, [2]],
    ['a target below the minimum gives way to it', { plan: wants(2, 1), roster: 'an: d0; ba: d0' }, []],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'cover-most', ...judged })).toEqual(amounts);
  });
});
