/** The compiled worker: progress, stop, crash. `npm test` builds it first. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/solver/outcome.ts';
import { type SolveHandle, SolverCrash, startSolve } from '../../src/solver-host/start-solve.ts';
import { tetProblem } from '../bench/tet-problem.ts';
import { randomProblem } from '../solver/random-problem.ts';

const worker = resolve(import.meta.dirname, '../../dist/solver-host/worker.js');
const workerUrl = pathToFileURL(worker);
const steps = { kind: 'steps', moves: 20_000, nodes: 50 } as const;
/** The column engine is at it for more than a minute. */
const unit = tetProblem({ name: 'unit', staff: 100, days: 14, posts: 5, seed: 1, leave: 0.2 });
const large = randomProblem(7, { people: 60, days: 20, shiftsPerDay: 3 });

describe.runIf(existsSync(worker))('solver host', () => {
  it('answers as the solver does, with progress on the way', async () => {
    const problem = randomProblem(3, { people: 3, days: 3, shiftsPerDay: 2 });
    const heard: Progress[] = [];
    const run = startSolve(problem, { workerUrl, seed: 1, budget: steps, onProgress: (p) => heard.push(p) });
    const outcome = await run.outcome;
    expect(heard.at(-1)).toMatchObject({ phase: 'done', score: outcome.score });
    const again = await startSolve(problem, { workerUrl, seed: 1, budget: steps }).outcome;
    expect(again.cells).toEqual(outcome.cells);
  });

  // The budgets have no end within a test's time: an answer at all is the stop's.
  it.each([
    ['inside the column engine', { kind: 'steps', moves: 1000, nodes: 1e9 } as const, 'columns', unit],
    ['while annealing', { kind: 'seconds', seconds: 100_000 } as const, 'anneal', large],
    ['while HiGHS runs', { kind: 'steps', moves: 10, nodes: 1e9 } as const, 'exact', large],
  ])('stops at once %s, with the best so far', async (_, budget, phase, problem) => {
    let run: SolveHandle | undefined;
    await new Promise<void>((reached) => {
      run = startSolve(problem, {
        workerUrl,
        seed: 1,
        budget,
        onProgress: (progress) => progress.phase === phase && reached(),
      });
    });
    await new Promise((done) => setTimeout(done, 200));
    run?.stop();
    const outcome = await run?.outcome;
    expect(outcome?.ended).toBe('stopped');
    expect(outcome?.cells.length).toBeGreaterThan(0);
  });

  it('fails that run alone when its worker is killed on the way', async () => {
    // A worker that tells of progress once and then dies, as one killed for its memory does.
    const dies = `const { parentPort } = await import('node:worker_threads');
      parentPort.postMessage({ kind: 'progress', progress: { phase: 'anneal', elapsedMs: 1, score: {} } });
      setTimeout(() => process.exit(9), 20);`;
    const heard: Progress[] = [];
    const good = startSolve(large, {
      workerUrl,
      seed: 1,
      budget: { kind: 'steps', moves: 50_000, nodes: 0 },
    });
    const bad = startSolve(large, {
      workerUrl: new URL(`data:text/javascript,${encodeURIComponent(dies)}`),
      seed: 1,
      budget: steps,
      onProgress: (progress) => heard.push(progress),
    });
    await expect(bad.outcome).rejects.toThrow('exit code 9');
    expect(heard).toHaveLength(1);
    const outcome = await good.outcome;
    expect(outcome.ended).toBe('limit');
    expect(outcome.cells.length).toBeGreaterThan(0);
  });

  it('fails that run alone when its worker crashes', async () => {
    const good = startSolve(randomProblem(3, { people: 3, days: 3, shiftsPerDay: 2 }), {
      workerUrl,
      seed: 1,
      budget: steps,
    });
    const bad = startSolve(large, {
      workerUrl: new URL('data:text/javascript,process.exit(3)'),
      seed: 1,
      budget: steps,
    });
    await expect(bad.outcome).rejects.toThrow(SolverCrash);
    await expect(bad.outcome).rejects.toThrow('exit code 3');
    await expect(good.outcome).resolves.toMatchObject({ ended: expect.any(String) });
  });
});
