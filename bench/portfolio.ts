/** How a benchmark problem is solved: the column engine in this thread. */

import type { Cells, Problem, Score } from '../src/constraints/shapes.ts';
import { solveByColumns } from '../src/solver/columns/solve-by-columns.ts';

export interface BenchmarkResult {
  readonly cells: Cells | undefined;
  readonly bound: Score | undefined;
  readonly proven: boolean;
}

export async function solveBenchmark(
  problem: Problem,
  { seconds, seed }: { seconds: number; workers: number; seed: number },
): Promise<BenchmarkResult> {
  const clock = (): number => performance.now();
  const outcome = await solveByColumns(problem, { seed, clock, deadline: clock() + seconds * 1000 });
  if (outcome.kind === 'declined') {
    console.error(`declined: ${outcome.reason}`);
    return { cells: undefined, bound: undefined, proven: false };
  }
  return outcome;
}
