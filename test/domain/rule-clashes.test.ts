/** Rules that leave two people nothing to stand are told before solving. */

import { describe, expect, it } from 'vitest';
import { ruleClashes } from '../../src/domain/rule-clashes.ts';
import type { Strength } from '../../src/domain/rule-set.ts';
import { fixturePlan, rule } from '../fixture-plan.ts';

const hard: Strength = { kind: 'hard' };
const soft: Strength = { kind: 'soft', weight: 5 };

const clashes = (...rules: ReturnType<typeof rule>[]) =>
  ruleClashes(fixturePlan({ staff: ['an', 'ba', 'chi'], shifts: ['d0'], rules })).map(({ key, params }) => ({
    key,
    params,
  }));

describe('rules that clash', () => {
  const together = rule('together', { staffIds: ['an', 'ba'] }, hard, 'tg');
  const apart = rule('apart', { staffIds: ['ba', 'an'] }, hard, 'ap');

  it('are named both, with the people', () => {
    expect(clashes(together, apart)).toEqual([
      { key: 'fault.plan.rules-clash', params: { first: 'ba', second: 'an', together: 'tg', apart: 'ap' } },
    ]);
  });

  it('are found through a third person', () => {
    const next = rule('together', { staffIds: ['ba', 'chi'] }, hard, 'tg2');
    const ends = rule('apart', { staffIds: ['an', 'chi'] }, hard, 'ap2');
    expect(clashes(together, next, ends)).toMatchObject([{ params: { together: 'tg, tg2', apart: 'ap2' } }]);
  });

  it('are none where one of them is soft, or binds others', () => {
    expect(clashes({ ...together, strength: soft }, apart)).toEqual([]);
    expect(clashes(together, { ...apart, strength: soft })).toEqual([]);
    expect(clashes(together, rule('apart', { staffIds: ['an', 'chi'] }, hard))).toEqual([]);
  });
});
