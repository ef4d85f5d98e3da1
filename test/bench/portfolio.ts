/**
 * How a benchmark problem is solved: as a rota is, by the portfolio over compiled workers, which `npm run build` makes.
 * It knows no kind of problem.
 */

import type { Problem } from '../../src/constraints/shapes.ts';
import type { Outcome } from '../../src/solver/outcome.ts';
import { startPortfolio } from '../../src/solver-host/start-portfolio.ts';

const WORKER = new URL('../../dist/solver-host/worker.js', import.meta.url);

export interface BenchmarkOptions {
  readonly seconds: number;
  readonly workers: number;
  readonly seed: number;
}

export async function solveBenchmark(
  problem: Problem,
  { seconds, workers, seed }: BenchmarkOptions,
): Promise<Outcome> {
  const budget = { kind: 'seconds', seconds } as const;
  return startPortfolio(problem, { workerUrl: WORKER, budget, workers, seed }).outcome;
}
