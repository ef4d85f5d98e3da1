/** The rule that is named first is the one whose lifting leaves the fewest seats empty, proven by solving. */

import { describe, expect, it } from 'vitest';
import { gapsOf, leversOf, liftedPlan, weighLevers } from '../../../src/app/drafts/weigh-levers.ts';
import type { StartSearch } from '../../../src/app/runs/solve-runs.ts';
import { check } from '../../../src/constraints/check.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import { pairsOf } from '../../../src/constraints/staff-group.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import type { Rule } from '../../../src/domain/rule-set.ts';
import { solve } from '../../../src/solver/solve.ts';
import { depth } from '../../depth.ts';
import { fixturePlan, fixtureRoster, rule } from '../../fixture-plan.ts';
import { randomPlan } from '../../random-plan.ts';

const CASES = depth({ short: 4, deep: 25 });
/** Parts of the deep run, so that each ends within what a test may take; each begins with seeds of its own. */
const PARTS = depth({ short: 1, deep: 8 });
const SEEDS_A_PART = 40 * CASES;
const SIZE = { staff: 4, days: 3, posts: 2 };
const PROOF = { kind: 'steps', moves: 2000, nodes: 50 } as const;

/** As in production; these rosters are tiny, and most of them want a thirtieth of its steps. */
const search: StartSearch = (problem, { seed, start, budget }) => ({
  outcome: solve(problem, {
    seed,
    budget: depth({ short: PROOF, deep: budget }),
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

/** Fewest gaps with each of the sets of rules lifted, by their ids; undefined where one of them was not proven. */
async function fewest(
  plan: Plan,
  sets: readonly (readonly Rule[])[],
  seed: number,
): Promise<Map<string, number> | undefined> {
  const gaps = new Map<string, number>();
  for (const rules of sets) {
    const lifted = liftedPlan(plan, ...rules);
    const best = await bestOf(lifted, seed);
    if (!best) return undefined;
    gaps.set(idsOf(rules), gapsOf(lifted, best));
  }
  return gaps;
}

const idsOf = (rules: readonly Rule[]): string => rules.map(({ id }) => id).join(' ');

describe('levers', () => {
  const parts = Array.from({ length: PARTS }, (_, part) => 1 + part * SEEDS_A_PART);
  it.each(parts)(
    `name first what leaves the fewest gaps, in ${CASES} random shortages from seed %i on`,
    async (first) => {
      let tried = 0;
      let helped = 0;
      for (let seed = first; tried < CASES && seed < first + SEEDS_A_PART; seed++) {
        const plan = liftedPlan(randomPlan(seed, SIZE));
        const best = await bestOf(plan, seed);
        // Where hard rules can't be kept at all, nothing is short of people alone.
        if (!best || gapsOf(plan, best) === 0 || check(plan, best).score.hard > 0) continue;
        const now = gapsOf(plan, best);
        const levers = leversOf(plan, best);
        const alone = await fewest(
          plan,
          levers.map((each) => [each]),
          seed,
        );
        const isAlone = alone && Math.min(...alone.values()) < now;
        const gaps = !alone || isAlone ? alone : await fewest(plan, pairsOf(levers), seed);
        if (!gaps) continue;
        tried++;
        const least = Math.min(now, ...gaps.values());
        const [lever] = (await weighLevers(search, plan, best)).levers;
        if (lever && lever.rules.length > 2) continue;
        expect(lever?.gaps ?? now, `seed ${seed}`).toBe(least);
        if (!lever) continue;
        helped++;
        expect(gaps.get(idsOf(lever.rules)), `seed ${seed}`).toBe(least);
      }
      expect(tried).toBe(CASES);
      expect(helped).toBeGreaterThan(0);
    },
  );

  it.each([3207, 4076, 7055])(
    'tell the fewest gaps where people stand together, of seed %i',
    async (seed) => {
      const plan = liftedPlan(randomPlan(seed, SIZE));
      const best = await bestOf(plan, seed);
      if (!best) throw new Error('so small a plan is proven');
      const [lever] = (await weighLevers(search, plan, best)).levers;
      if (!lever) throw new Error('a rule is in the way');
      const proven = await fewest(plan, [lever.rules], seed);
      expect(lever.gaps).toBe(proven?.get(idsOf(lever.rules)));
    },
  );

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
    const { levers } = await weighLevers(search, plan, best);
    expect(levers[0]?.rules).toMatchObject([{ constraint: 'most-shifts' }]);
    expect(levers[0]?.gaps).toBeLessThan(gapsOf(plan, best));
  });

  it('are two rules together where neither helps by itself', async () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0', 'd1', 'n1'],
      rules: [
        rule('cover-minimum'),
        rule('no-overlap'),
        rule('minimum-rest', { restHours: 40 }, { kind: 'hard' }),
        rule('most-shifts', { most: 1 }, { kind: 'hard' }),
        rule('most-hours', { most: 40 }, { kind: 'hard' }),
      ],
    });
    const best = await bestOf(plan, 1);
    if (!best) throw new Error('so small a plan is proven');
    const { levers } = await weighLevers(search, plan, best);
    expect(levers.map(({ rules, gaps }) => [idsOf(rules), gaps])).toEqual([['minimum-rest most-shifts', 0]]);
  });

  it('are all that it takes, and no more, where no two help', async () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0', 'd1', 'n1'],
      rules: [
        rule('cover-minimum'),
        rule('no-overlap'),
        rule('minimum-rest', { restHours: 40 }, { kind: 'hard' }),
        rule('most-shifts', { most: 1 }, { kind: 'hard' }),
        rule('most-hours', { most: 8 }, { kind: 'hard' }),
        rule('most-nights', { most: 5 }, { kind: 'hard' }),
      ],
    });
    const best = await bestOf(plan, 1);
    if (!best) throw new Error('so small a plan is proven');
    const { levers } = await weighLevers(search, plan, best);
    expect(levers.map(({ rules }) => idsOf(rules))).toEqual(['minimum-rest most-shifts most-hours']);
  });

  it('are rules that ask something of the plan, and could fill a seat', () => {
    const hard = { kind: 'hard' } as const;
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0'],
      rules: [
        rule('cover-minimum'),
        rule('cover-most', {}, hard),
        rule('most-hours', {}, hard),
        rule('newcomer-accompanied', {}, hard),
        rule('most-shifts', { most: 1 }, hard),
      ],
    });
    expect(leversOf(plan, fixtureRoster(plan, '')).map(({ id }) => id)).toEqual(['most-shifts']);
  });

  it('are none where no rule is in the way: there are too few people', async () => {
    const plan = fixturePlan({
      staff: ['an'],
      shifts: [{ at: 'd0', cover: { minimum: 3, target: 3 } }],
      rules: [rule('cover-minimum'), rule('most-shifts', { most: 5 }, { kind: 'hard' })],
    });
    const best = await bestOf(plan, 1);
    expect(best && (await weighLevers(search, plan, best))).toEqual({
      kept: expect.objectContaining({ gaps: 2, isLeast: true }),
      levers: [],
    });
  });

  it('are none where a better roster keeps every rule: it is told instead', async () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0', 'd1', 'n1'],
      rules: [
        rule('cover-minimum'),
        rule('no-overlap'),
        rule('minimum-rest', { restHours: 12 }, { kind: 'hard' }),
        rule('most-shifts', { most: 3 }, { kind: 'hard' }),
      ],
    });
    // Who stands both days leaves the nights to one person, who has no rest between them and what is left.
    const mixed = fixtureRoster(plan, 'an: d0 n1; ba: n0');
    expect(gapsOf(plan, mixed)).toBe(1);
    expect(await weighLevers(search, plan, mixed)).toEqual({
      kept: expect.objectContaining({ gaps: 0, isLeast: true }),
      levers: [],
    });
  });

  it('say of a figure that was found, not proven, that it may be fewer', async () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'n0', 'd1', 'n1', 'd2', 'n2'],
      rules: [
        rule('cover-minimum'),
        rule('no-overlap'),
        rule('most-shifts', { most: 1 }, { kind: 'hard' }),
        rule('most-nights', { most: 1 }, { kind: 'hard' }),
      ],
    });
    const best = await bestOf(plan, 1);
    if (!best) throw new Error('so small a plan is proven');
    const quick: StartSearch = (problem, { seed, start }) => ({
      outcome: solve(problem, {
        seed,
        budget: { ...PROOF, nodes: 0 },
        clock: () => 0,
        ...(start ? { start } : {}),
      }),
      stop: () => undefined,
    });
    const { kept, levers } = await weighLevers(quick, plan, best);
    expect([kept.isLeast, levers.map(({ gaps, isLeast }) => [gaps, isLeast])]).toEqual([false, [[1, false]]]);
    const proven = await weighLevers(search, plan, best);
    expect(proven.levers.map(({ gaps, isLeast }) => [gaps, isLeast])).toEqual([[1, true]]);
  });
});
