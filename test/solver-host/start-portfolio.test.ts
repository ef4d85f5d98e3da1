/** Two searches side by side, told of as one. `npm test` builds the worker first. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/constraints/score.ts';
import { compareScores } from '../../src/constraints/shapes.ts';
import type { Progress } from '../../src/solver/outcome.ts';
import { startPortfolio } from '../../src/solver-host/start-portfolio.ts';
import { SolverCrash } from '../../src/solver-host/start-solve.ts';
import { bruteForce } from '../solver/brute-force.ts';
import { randomProblem } from '../solver/random-problem.ts';

const worker = resolve(import.meta.dirname, '../../dist/solver-host/worker.js');
const workerUrl = pathToFileURL(worker);
const seconds = (n: number) => ({ kind: 'seconds', seconds: n }) as const;

describe.runIf(existsSync(worker))('a portfolio', () => {
  it.each([2, 3, 4, 6, 8])('proves what trying every roster finds, problem %i', async (seed) => {
    const problem = randomProblem(seed, { people: 3, days: 3, shiftsPerDay: 1 });
    const best = bruteForce(problem, 9);
    const outcome = await startPortfolio(problem, { workerUrl, workers: 2, seed, budget: seconds(60) })
      .outcome;
    expect(outcome).toMatchObject({ score: best, bound: best, proven: true, ended: 'proven' });
    expect(scoreOf(problem, outcome.cells).score).toEqual(outcome.score);
  });

  it('tells of falling scores, rising bounds and one end', async () => {
    const heard: Progress[] = [];
    const problem = randomProblem(11, { people: 12, days: 10, shiftsPerDay: 2 });
    const settings = { workerUrl, workers: 2, seed: 1, onProgress: (p: Progress) => heard.push(p) };
    const outcome = await startPortfolio(problem, { ...settings, budget: seconds(1) }).outcome;
    heard.forEach((progress, i) => {
      const before = heard[i - 1];
      if (!before) return;
      expect(compareScores(progress.score, before.score)).toBeLessThanOrEqual(0);
      if (before.bound)
        expect(compareScores(progress.bound ?? before.bound, before.bound)).toBeGreaterThanOrEqual(0);
    });
    expect(heard.filter(({ phase }) => phase === 'done')).toHaveLength(1);
    expect(heard.at(-1)).toMatchObject({ phase: 'done', score: outcome.score });
    expect(scoreOf(problem, outcome.cells).score).toEqual(outcome.score);
  });

  it('gives the same roster for the same seed and steps, whatever the threads', async () => {
    const problem = randomProblem(5, { people: 6, days: 6, shiftsPerDay: 2 });
    const run = (workers: number) =>
      startPortfolio(problem, {
        workerUrl,
        workers,
        seed: 3,
        budget: { kind: 'steps', moves: 5000, nodes: 5 },
      }).outcome;
    const [one, two] = await Promise.all([run(1), run(2)]);
    expect(two.cells).toEqual(one.cells);
  });

  it('stops when asked, with the best of both', async () => {
    const problem = randomProblem(7, { people: 60, days: 20, shiftsPerDay: 3 });
    let heard = (): void => {};
    const first = new Promise<void>((reached) => {
      heard = reached;
    });
    const settings = { workerUrl, workers: 2, seed: 1, onProgress: () => heard() };
    const run = startPortfolio(problem, { ...settings, budget: seconds(100) });
    await first;
    run.stop();
    const outcome = await run.outcome;
    expect(outcome.ended).toBe('stopped');
    expect(scoreOf(problem, outcome.cells).score).toEqual(outcome.score);
  });

  it('gives up a thread without ending', async () => {
    const problem = randomProblem(7, { people: 60, days: 20, shiftsPerDay: 3 });
    const heard: Progress[] = [];
    const settings = { workerUrl, workers: 2, seed: 1, onProgress: (p: Progress) => heard.push(p) };
    const run = startPortfolio(problem, { ...settings, budget: seconds(1.5) });
    run.keepTo(1);
    const outcome = await run.outcome;
    expect(outcome.ended).not.toBe('stopped');
    expect(outcome.cells.length).toBeGreaterThan(0);
    expect(heard.at(-1)).toMatchObject({ phase: 'done', score: outcome.score });
  });

  it('fails when all its searches crash', async () => {
    const problem = randomProblem(3, { people: 3, days: 3, shiftsPerDay: 2 });
    const bad = new URL('data:text/javascript,process.exit(3)');
    const run = startPortfolio(problem, { workerUrl: bad, workers: 2, seed: 1, budget: seconds(5) });
    await expect(run.outcome).rejects.toThrow(SolverCrash);
  });
});
