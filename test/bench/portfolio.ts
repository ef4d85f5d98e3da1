/**
 * How a benchmark problem is solved: as a rota is, by the portfolio over compiled workers, which `npm run build` makes.
 * It knows no kind of problem.
 */

import type { Problem, Score } from '../../src/constraints/shapes.ts';
import type { Outcome, Progress } from '../../src/solver/outcome.ts';
import { startPortfolio } from '../../src/solver-host/start-portfolio.ts';

const WORKER = new URL('../../dist/solver-host/worker.js', import.meta.url);

export interface BenchmarkOptions {
  readonly seconds: number;
  readonly workers: number;
  readonly seed: number;
}

export interface BenchmarkOutcome extends Outcome {
  /** The best score known when so many seconds of the search had passed; the first one, when none was earlier. */
  scoreAfter(seconds: number): Score;
}

export async function solveBenchmark(
  problem: Problem,
  { seconds, workers, seed }: BenchmarkOptions,
): Promise<BenchmarkOutcome> {
  const budget = { kind: 'seconds', seconds } as const;
  const heard: { readonly ms: number; readonly score: Score }[] = [];
  const onProgress = ({ elapsedMs, score }: Progress): void => {
    heard.push({ ms: elapsedMs, score });
  };
  const settings = { workerUrl: WORKER, budget, workers, seed, onProgress };
  const outcome = await startPortfolio(problem, settings).outcome;
  const scoreAfter = (limit: number): Score =>
    (heard.findLast(({ ms }) => ms <= limit * 1000) ?? heard[0] ?? outcome).score;
  return { ...outcome, scoreAfter };
}
