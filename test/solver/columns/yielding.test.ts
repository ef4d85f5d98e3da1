/** Somebody whose own hard rules cannot be met does not keep the others from the best roster and its proof. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import { compareScores, type Problem } from '../../../src/constraints/shapes.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { bruteForce } from '../brute-force.ts';
import { randomProblem } from './random-problem.ts';

/** The first person is to stand two shifts more than there are. */
function asksTooMuch(problem: Problem): Problem {
  const shifts = Int32Array.from(Array(problem.shifts).keys());
  return {
    ...problem,
    rules: [...problem.rules, { id: 'least', constraint: 'least', level: 'hard', weight: 1 }],
    counters: [
      ...problem.counters,
      {
        rule: problem.rules.length,
        blocks: [{ people: Int32Array.of(0), shifts, coefficients: new Int32Array(problem.shifts).fill(1) }],
        offset: 0,
        price: { kind: 'range', below: problem.shifts + 2 },
      },
    ],
  };
}

describe('a person without a roster', () => {
  it('breaks as little as can be, and all is proven', async () => {
    let proven = 0;
    for (let seed = 0; seed < 40; seed++) {
      const problem = asksTooMuch(randomProblem(seed, { people: 3, days: 2, shiftsADay: 2 }));
      const best = bruteForce(problem);
      if (!best) continue;
      const result = await solveByColumns(problem, { seed, clock: () => 0, steps: 2000 });
      if (result.kind === 'declined') continue;
      expect(compareScores(result.bound ?? best, best), `seed ${seed}`).toBeLessThanOrEqual(0);
      if (!result.proven || !result.cells) continue;
      expect(scoreOf(problem, result.cells).score, `seed ${seed}`).toEqual(best);
      proven++;
    }
    expect(proven).toBeGreaterThan(10);
  });
});
