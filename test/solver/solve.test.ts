/** The solver against every roster there is, on tiny problems; and what it promises whatever the problem. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/constraints/score.ts';
import { createRandom } from '../../src/kernel/random.ts';
import type { SolveOptions } from '../../src/solver/outcome.ts';
import { solve } from '../../src/solver/solve.ts';
import { bruteForce } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

const steps = (seed: number, moves: number, nodes: number): SolveOptions => ({
  seed,
  budget: { kind: 'steps', moves, nodes },
  clock: () => 0,
});

describe('solve', () => {
  it('finds and proves the optimum of tiny problems of every shape', async () => {
    let tried = 0;
    for (let seed = 0; tried < 150; seed++) {
      const random = createRandom(seed);
      const size = {
        people: 1 + random.below(4),
        days: 1 + random.below(6),
        shiftsPerDay: 1 + random.below(3),
      };
      const problem = randomProblem(seed, size);
      const best = bruteForce(problem, 11);
      if (!best) continue;
      tried++;
      // Few moves, so that the exact engine has something left to do.
      const outcome = await solve(problem, steps(seed, 4, 100_000));
      expect(outcome.score, `seed ${seed}`).toEqual(best);
      expect(outcome.bound, `seed ${seed}`).toEqual(best);
      expect(outcome.proven).toBe(true);
      expect(scoreOf(problem, outcome.cells).score).toEqual(best);
    }
  });
});
