/** Parts of the exact engine held against plain counting: cliques cover every wall; bounds stay below every roster. */

import { describe, expect, it } from 'vitest';
import { type CounterTerm, compareScores, type Problem } from '../../src/constraints/shapes.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { boundEngine } from '../../src/solver/bound.ts';
import { wallCliques } from '../../src/solver/exact/cliques.ts';
import { lagrangianBound, type SparseProgram } from '../../src/solver/highs-mip.ts';
import { isWallBetween } from '../../src/solver/model/conflict-graph.ts';
import { buildModel } from '../../src/solver/model/model.ts';
import { Search } from '../../src/solver/search.ts';
import { depth } from '../depth.ts';
import { bruteForce } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

describe('wall cliques', () => {
  it('hold only shifts that exclude each other, and hold every wall', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = createRandom(seed);
      const days = 1 + random.below(8);
      const { conflicts, cells } = buildModel(randomProblem(seed, { people: 1, days, shiftsPerDay: 3 }));
      const cliques = wallCliques(conflicts, cells.shifts);
      const together = (a: number, b: number): boolean => cliques.some((c) => c.includes(a) && c.includes(b));
      for (let a = 0; a < cells.shifts; a++) {
        for (let b = a + 1; b < cells.shifts; b++) {
          expect(together(a, b), `seed ${seed}: ${a}, ${b}`).toBe(isWallBetween(conflicts, a, b));
        }
      }
    }
  });
});

const CASES = depth({ short: 20, deep: 60 });

describe('bound by relaxation', () => {
  it('takes no floor for a bound that columns of many units reach below', async () => {
    // Sixty shifts for two people, thirty points each: starting from one who stands all, nought is far below.
    const shifts = Int32Array.from({ length: 60 }, (_, s) => s);
    const one = Int32Array.from(shifts, () => 1);
    const problem: Problem = {
      people: 2,
      shifts: 60,
      days: 60,
      shiftDay: shifts,
      shiftStart: shifts.map((s) => s * 1440),
      shiftEnd: shifts.map((s) => s * 1440 + 1440),
      rules: [
        { id: 'cover', constraint: 'cover', level: 'cover', weight: 1 },
        { id: 'load', constraint: 'load', level: 'soft', weight: 1 },
      ],
      masks: [],
      conflicts: [],
      counters: [
        ...[...shifts].map((s): CounterTerm => {
          const blocks = [
            { people: Int32Array.of(0, 1), shifts: Int32Array.of(s), coefficients: Int32Array.of(1) },
          ];
          return { rule: 0, blocks, offset: 0, price: { kind: 'range', below: 1 } };
        }),
        ...[0, 1].map((p): CounterTerm => {
          const blocks = [{ people: Int32Array.of(p), shifts, coefficients: one }];
          return { rule: 1, blocks, offset: -30, price: { kind: 'square', scale: 10 } };
        }),
      ],
      runs: [],
      pins: new Int32Array(),
    };
    const options = { seed: 1, budget: { kind: 'steps', moves: 0, nodes: 0 }, clock: () => 0 } as const;
    const search = new Search(problem, options);
    search.offer(shifts);
    await boundEngine.run(search);
    expect(search.best.score).toEqual({ hard: 0, cover: 0, soft: 18_000 });
    expect(search.isProven).toBe(false);
    expect(search.bound?.soft).toBe(0);
  });

  it('is never above the best roster there is', async () => {
    let tried = 0;
    let tight = 0;
    for (let seed = 0; tried < CASES; seed++) {
      const random = createRandom(seed);
      const size = {
        people: 1 + random.below(4),
        days: 1 + random.below(5),
        shiftsPerDay: 1 + random.below(3),
      };
      const problem = randomProblem(seed, size);
      const best = bruteForce(problem, 10);
      if (!best) continue;
      tried++;
      const search = new Search(problem, {
        seed,
        budget: { kind: 'steps', moves: 0, nodes: 0 },
        clock: () => 0,
      });
      await boundEngine.run(search);
      expect(search.bound, `seed ${seed}`).toBeDefined();
      if (search.bound) expect(compareScores(search.bound, best), `seed ${seed}`).toBeLessThanOrEqual(0);
      if (search.bound && compareScores(search.bound, best) === 0) tight++;
    }
    expect(tight).toBeGreaterThan(CASES / 6);
  });

  it('holds for any dual values', () => {
    // Least x + 2y with x + y ≥ 3, x ≤ 2, y ≤ 5: x = 2, y = 1 costs 4.
    const program: SparseProgram = {
      cost: Float64Array.of(1, 2),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(2, 5),
      whole: Int32Array.of(1, 1),
      rowLower: Float64Array.of(3),
      rowUpper: Float64Array.of(Infinity),
      starts: Int32Array.of(0, 2),
      columns: Int32Array.of(0, 1),
      values: Float64Array.of(1, 1),
    };
    expect(lagrangianBound(program, Float64Array.of(2))).toBe(4);
    for (const dual of [-3, 0, 0.5, 1, 1.7, 2.4, 9]) {
      expect(lagrangianBound(program, Float64Array.of(dual))).toBeLessThanOrEqual(4);
    }
  });
});
