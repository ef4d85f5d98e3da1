/** Every constraint of the catalogue, solved by the whole course of engines, against every roster there is. */

import { describe, expect, it } from 'vitest';
import { CONSTRAINTS } from '../../src/constraints/catalogue.ts';
import { compile } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import { solve } from '../../src/solver/solve.ts';
import { depth } from '../depth.ts';
import { randomPlan } from '../random-plan.ts';
import { bruteForce } from './brute-force.ts';

const CASES = depth({ short: 80, deep: 500 });
const TINY = { staff: 3, days: 3, posts: 2 };
/** Few moves of annealing, so that the engines that prove have something left to do. */
const STEPS = { kind: 'steps', moves: 4, nodes: 2000 } as const;

describe('the catalogue', () => {
  it(`is solved as by trying every roster, bound included, in ${CASES} tiny cases`, async () => {
    let tried = 0;
    const seen = new Set<string>();
    for (let seed = 1; tried < CASES; seed++) {
      const problem = compile(randomPlan(seed, TINY));
      const best = bruteForce(problem, 8);
      if (!best) continue;
      tried++;
      const { masks, conflicts, counters, runs, groups = [] } = problem;
      for (const { rule } of [...masks, ...conflicts, ...counters, ...runs, ...groups]) {
        seen.add(problem.rules[rule]?.constraint ?? '');
      }
      const outcome = await solve(problem, { seed, budget: STEPS, clock: () => 0 });
      expect(outcome.score, `seed ${seed}`).toEqual(best);
      expect(outcome.bound, `seed ${seed}`).toEqual(best);
      expect(outcome.proven, `seed ${seed}`).toBe(true);
      expect(scoreOf(problem, outcome.cells).score, `seed ${seed}`).toEqual(best);
    }
    for (const { code } of CONSTRAINTS) expect(seen, code).toContain(code);
  });
});
