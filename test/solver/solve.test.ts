/** The solver against every roster there is, on tiny problems; and what it promises whatever the problem. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/constraints/score.ts';
import { compareScores, type Problem } from '../../src/constraints/shapes.ts';
import { createRandom } from '../../src/kernel/random.ts';
import type { Progress, SolveOptions } from '../../src/solver/outcome.ts';
import { solve } from '../../src/solver/solve.ts';
import { depth } from '../depth.ts';
import { bruteForce } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

const steps = (seed: number, moves: number, nodes: number): SolveOptions => ({
  seed,
  budget: { kind: 'steps', moves, nodes },
  clock: () => 0,
});

/** Problems small enough to try every roster, with pins in about half of them. */
function tinyProblem(seed: number): Problem {
  const random = createRandom(seed);
  const size = { people: 1 + random.below(4), days: 1 + random.below(6), shiftsPerDay: 1 + random.below(3) };
  return randomProblem(seed, size);
}

const PROVEN_CASES = depth({ short: 40, deep: 150 });
const ANNEALED_CASES = depth({ short: 20, deep: 60 });

describe('solve', () => {
  it('finds and proves the optimum of tiny problems of every shape', async () => {
    let tried = 0;
    for (let seed = 0; tried < PROVEN_CASES; seed++) {
      const problem = tinyProblem(seed);
      const best = bruteForce(problem, 11);
      if (!best) continue;
      tried++;
      // Few moves, so that the engines that prove have something left to do.
      const outcome = await solve(problem, steps(seed, 4, 1000));
      expect(outcome.score, `seed ${seed}`).toEqual(best);
      expect(outcome.bound, `seed ${seed}`).toEqual(best);
      expect(outcome.proven).toBe(true);
      expect(scoreOf(problem, outcome.cells).score).toEqual(best);
    }
  });

  it('finds the optimum of tiny problems by annealing alone, nearly always', async () => {
    let tried = 0;
    let found = 0;
    for (let seed = 0; tried < ANNEALED_CASES; seed++) {
      const problem = tinyProblem(seed);
      const best = bruteForce(problem, 11);
      if (!best) continue;
      tried++;
      const outcome = await solve(problem, steps(seed, 40_000, 0));
      expect(compareScores(outcome.score, best), `seed ${seed}`).toBeGreaterThanOrEqual(0);
      if (compareScores(outcome.score, best) === 0) found++;
    }
    expect(found).toBeGreaterThanOrEqual(0.95 * ANNEALED_CASES);
  });

  it('keeps pins whatever they break, and still answers with a roster', async () => {
    const problem = randomProblem(5, { people: 4, days: 4, shiftsPerDay: 2 });
    const everyone = Int32Array.from({ length: 4 * 8 }, (_, cell) => cell).filter((cell) => cell % 5 === 0);
    const outcome = await solve({ ...problem, pins: everyone }, steps(1, 10_000, 100));
    expect([...outcome.cells]).toEqual(expect.arrayContaining([...everyone]));
    expect(outcome.score.hard).toBeGreaterThan(0);
    expect(outcome.score).toEqual(scoreOf(problem, outcome.cells).score);
  });

  it('gives the same roster for the same seed and steps', async () => {
    const problem = randomProblem(11, { people: 12, days: 10, shiftsPerDay: 2 });
    const first = await solve(problem, steps(3, 60_000, 20));
    const second = await solve(problem, steps(3, 60_000, 20));
    expect(second).toEqual(first);
    const short = await solve(problem, steps(3, 2000, 0));
    const otherSeed = await solve(problem, steps(4, 2000, 0));
    expect(otherSeed.cells).not.toEqual(short.cells);
  });

  it('begins with a roster it is given and never ends with a worse one', async () => {
    const problem = randomProblem(11, { people: 12, days: 10, shiftsPerDay: 2 });
    const first = await solve(problem, steps(3, 60_000, 0));
    const again = await solve(problem, { ...steps(9, 4000, 0), start: first.cells });
    expect(compareScores(again.score, first.score)).toBeLessThanOrEqual(0);
  });

  it('stops when asked, with the best so far', async () => {
    const problem = randomProblem(11, { people: 12, days: 10, shiftsPerDay: 2 });
    let polls = 0;
    const outcome = await solve(problem, { ...steps(1, 1e9, 1e9), shouldStop: () => ++polls > 5 });
    expect(outcome.ended).toBe('stopped');
    expect(outcome.moves).toBeLessThan(100_000);
    expect(scoreOf(problem, outcome.cells).score).toEqual(outcome.score);
  });

  it('reports scores that fall, bounds that rise, and cells exactly when the score changed', async () => {
    const problem = randomProblem(11, { people: 12, days: 10, shiftsPerDay: 2 });
    const heard: Progress[] = [];
    const outcome = await solve(problem, { ...steps(1, 20_000, 50), onProgress: (p) => heard.push(p) });
    heard.forEach((progress, i) => {
      const before = heard[i - 1];
      if (!before) return;
      const change = compareScores(progress.score, before.score);
      expect(change).toBeLessThanOrEqual(0);
      expect(progress.cells !== undefined).toBe(change < 0);
      if (before.bound)
        expect(compareScores(progress.bound ?? before.bound, before.bound)).toBeGreaterThanOrEqual(0);
      if (progress.bound) expect(compareScores(progress.bound, progress.score)).toBeLessThanOrEqual(0);
    });
    expect(heard.at(-1)?.score).toEqual(outcome.score);
  });

  it.each([
    ['nobody', { people: 0, days: 3, shiftsPerDay: 2 }],
    ['nothing to stand', { people: 3, days: 1, shiftsPerDay: 0 }],
  ])('answers when there is %s', async (_, size) => {
    const problem = { ...randomProblem(1, size), pins: new Int32Array(0) };
    const outcome = await solve(problem, steps(1, 1000, 10));
    expect([...outcome.cells]).toEqual([]);
    expect(outcome.proven).toBe(true);
  });
});
