/** What is not as wished, told by the rules that weigh most; a sum of points by itself tells nobody anything. */

import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import { CATALOGUES } from '../../src/i18n/catalogue.ts';
import { costWords } from '../../src/output/cost-words.ts';
import { fixturePlan, fixtureRoster, rule } from '../fixture-plan.ts';

const soft = (weight: number) => ({ kind: 'soft', weight }) as const;

describe('the cost of a roster', () => {
  const plan = fixturePlan({
    shifts: ['d0', 'n0', 'd1'],
    rules: [rule('most-shifts', { most: 1 }, soft(3)), rule('most-nights', { most: 0 }, soft(2))],
  });

  it('is told by rule, the heaviest first, in parts of the whole', () => {
    expect(costWords('vi', check(plan, fixtureRoster(plan, 'an: d0 n0 d1')))).toBe(
      'Số ca nhiều nhất 75\u00a0%, Số ca đêm nhiều nhất 25\u00a0%',
    );
    expect(costWords('vi', check(plan, fixtureRoster(plan, 'an: d0')))).toBe('');
  });

  it('is in no sentence a figure alone', () => {
    const all = Object.values(CATALOGUES).flatMap((sentences) => Object.entries(sentences));
    expect(all.filter(([, words]) => words.includes('{soft}')).map(([key]) => key)).toEqual([]);
  });
});
