/** A counter told only where a roster breaks it counts as if the problem had had it from the start. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import type { Cells, CounterTerm, Problem } from '../../../src/constraints/shapes.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { bruteForce } from '../brute-force.ts';
import { randomProblem } from './random-problem.ts';

/** At most one person on the first shift of each day, as a hard rule. */
function cutsOf(problem: Problem): { problem: Problem; counters: CounterTerm[] } {
  const rule = problem.rules.length;
  const rules = [...problem.rules, { id: 'cut', constraint: 'cut', level: 'hard' as const, weight: 1 }];
  const counters = Array.from({ length: problem.days }, (_, day): CounterTerm => {
    const shift = problem.shiftDay.indexOf(day);
    return {
      rule,
      blocks: [
        {
          people: Int32Array.from(Array(problem.people).keys()),
          shifts: Int32Array.of(Math.max(0, shift)),
          coefficients: Int32Array.of(1),
        },
      ],
      offset: 0,
      price: { kind: 'range', above: 1 },
    };
  });
  return { problem: { ...problem, rules }, counters };
}

describe('cuts', () => {
  it('lead to the best roster that keeps them', async () => {
    let told = 0;
    let compared = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { problem, counters } = cutsOf(randomProblem(seed, { people: 3, days: 2, shiftsADay: 2 }));
      const best = bruteForce({ ...problem, counters: [...problem.counters, ...counters] });
      if (!best || best.hard > 0) continue;
      const broken = (cells: Cells): CounterTerm[] =>
        counters.filter((cut) => scoreOf({ ...problem, counters: [cut] }, cells).byRule[cut.rule] !== 0);
      const result = await solveByColumns(problem, {
        seed,
        clock: () => 0,
        steps: 2000,
        cuts: (cells) => {
          const found = broken(cells);
          told += found.length;
          return found;
        },
      });
      if (result.kind === 'declined' || !result.proven || !result.cells) continue;
      const { score } = scoreOf({ ...problem, counters: [...problem.counters, ...counters] }, result.cells);
      expect(score, `seed ${seed}`).toEqual(best);
      compared++;
    }
    expect(told).toBeGreaterThan(4);
    expect(compared).toBeGreaterThan(12);
  });
});
