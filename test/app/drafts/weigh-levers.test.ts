/** The rule that is named first is the one whose lifting leaves the fewest seats empty, proven by solving. */

import { describe, expect, it } from 'vitest';
import { gapsOf, leversOf, liftedPlan, weighLevers } from '../../../src/app/drafts/weigh-levers.ts';
import type { StartSearch } from '../../../src/app/runs/solve-runs.ts';
import { check } from '../../../src/constraints/check.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import { solve } from '../../../src/solver/solve.ts';
import { depth } from '../../depth.ts';
import { fixturePlan, rule } from '../../fixture-plan.ts';
import { randomPlan } from '../../random-plan.ts';

const CASES = depth({ short: 12, deep: 200 });
const SIZE = { staff: 4, days: 3, posts: 2 };
const PROOF = { kind: 'steps', moves: 2000, nodes: 50 } as const;

/** As in production; these rosters are tiny, and most of them want a thirtieth of its steps. */
const search: StartSearch = (problem, { seed, start, budget }) => ({
  outcome: solve(problem, {
    seed,
    budget: depth({ short: { ...PROOF, nodes: 0 }, deep: budget }),
    clock: () => 0,
    ...(start ? { start } : {}),
  }),
  stop: () => undefined,
});

/** The best roster there is; undefined where that was not proven. */
async function bestOf(plan: Plan, seed: number): Promise<Roster | undefined> {
  const { cells, proven } = await solve(compile(plan), { seed, budget: PROOF, clock: () => 0 });
  return proven ? rosterOf(plan, cells) : undefined;
}

/** Fewest gaps with each rule lifted, by rule; undefined where one of them was not proven. */
async function fewest(plan: Plan, seed: number): Promise<Map<string, number> | undefined> {
  const gaps = new Map<string, number>();
  for (const { id } of leversOf(plan)) {
    const lifted = liftedPlan(plan, id);
    const best = await bestOf(lifted, seed);
    if (!best) return undefined;
    gaps.set(id, gapsOf(lifted, best));
  }
  return gaps;
}

describe('levers', () => {
  it(`name first what leaves the fewest gaps, in ${CASES} random shortages`, async () => {
    let tried = 0;
    let helped = 0;
    for (let seed = 1; tried < CASES && seed < 40 * CASES; seed++) {
      const plan = liftedPlan(randomPlan(seed, SIZE));
      const best = await bestOf(plan, seed);
      // Where hard rules can't be kept at all, nothing is short of people alone.
      if (!best || gapsOf(plan, best) === 0 || check(plan, best).score.hard > 0) continue;
      const gaps = await fewest(plan, seed);
      if (!gaps) continue;
      tried++;
      const now = gapsOf(plan, best);
      const least = Math.min(now, ...gaps.values());
      const [first] = await weighLevers(search, plan, best);
      expect(first?.gaps ?? now, `seed ${seed}`).toBe(least);
      if (first) {
        helped++;
        expect(gaps.get(first.rule), `seed ${seed}`).toBe(least);
      }
    }
    expect(tried).toBe(CASES);
    expect(helped).toBeGreaterThan(0);
  });

  it('are not the first obstacle met: the limit of shifts before the rest that everyone meets first', async () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0', 'd1', 'n1', 'd2', 'n2'],
      rules: [
        rule('cover-minimum'),
        rule('no-overlap'),
        rule('minimum-rest', {}, { kind: 'hard' }),
        rule('most-shifts', { most: 1 }, { kind: 'hard' }),
      ],
    });
    const best = await bestOf(plan, 1);
    if (!best) throw new Error('so small a plan is proven');
    const levers = await weighLevers(search, plan, best);
    expect(levers[0]?.constraint).toBe('most-shifts');
    expect(levers[0]?.gaps).toBeLessThan(gapsOf(plan, best));
  });

  it('are none where no rule is in the way: there are too few people', async () => {
    const plan = fixturePlan({
      staff: ['an'],
      shifts: [{ at: 'd0', cover: { minimum: 3, target: 3 } }],
      rules: [rule('cover-minimum'), rule('most-shifts', { most: 5 }, { kind: 'hard' })],
    });
    const best = await bestOf(plan, 1);
    expect(best && (await weighLevers(search, plan, best))).toEqual([]);
  });
});
