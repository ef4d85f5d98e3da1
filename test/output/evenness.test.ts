/** The figures of evenness beside a certificate. */

import { describe, expect, it } from 'vitest';
import { evennessLines, evennessOf } from '../../src/output/roster/evenness.ts';
import { fixturePlan, fixtureRoster } from '../fixture-plan.ts';

describe('evenness', () => {
  // Days 2 and 3 are a weekend.
  const plan = fixturePlan({ staff: ['an', 'ba'], shifts: ['d0', 'n1', 'd2', 'n3', 'd4'] });

  it('is the range of what people who can stand the same posts stand', () => {
    expect(evennessOf(plan, fixtureRoster(plan, 'an: d0 n3 d4; ba: n1 d2'))).toMatchObject([
      {
        people: 2,
        shifts: { least: 2, most: 3 },
        nights: { least: 1, most: 1 },
        weekends: { least: 1, most: 1 },
        distance: { least: 1, most: 3 },
      },
    ]);
  });

  it('is told in one line a group, and not where groups are many', () => {
    expect(evennessLines('vi', plan, fixtureRoster(plan, 'an: d0 n3 d4; ba: n1 d2'))).toEqual([
      'ca 2–3 · đêm 1 · cuối tuần 1 · khoảng cách 1–3 ngày',
    ]);
    const many = fixturePlan({
      posts: ['a', 'b', 'c', 'd'].map((id) => ({ id, skills: [id] })),
      staff: ['a', 'b', 'c', 'd'].map((id) => ({ id, skills: [id] })),
      shifts: ['a:d0', 'b:d0', 'c:d0', 'd:d0'],
    });
    expect(evennessOf(many, fixtureRoster(many, ''))).toHaveLength(4);
    expect(evennessLines('vi', many, fixtureRoster(many, ''))).toEqual([]);
  });
});
