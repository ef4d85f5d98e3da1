/**
 * From a problem to a roster: construct, anneal, then prove, by columns and where those do not finish by the compact
 * model. It never comes back without a roster; what it could not do is in the score. Pure: time, chance and the stop
 * come with the options.
 */

import type { Problem } from '../constraints/shapes.ts';
import { type AnnealingBudget, coolingEngine, reheatingEngine } from './annealing-engine.ts';
import { boundEngine } from './bound.ts';
import { columnsEngine } from './columns/columns-engine.ts';
import { exactEngine } from './exact/exact-engine.ts';
import type { Outcome, SolveOptions } from './outcome.ts';
import { type Engine, Search } from './search.ts';

/** Up to so many cells the compact model is worth branching on where columns do not finish. */
const MOST_EXACT_CELLS = 4000;
/** Beyond so many cells pricing everyone once takes longer than annealing needs, and more memory than all else. */
const MOST_COLUMN_CELLS = 150_000;
/** Before the engines that prove, annealing gets a third of a second and one more for so many cells, within a share. */
const CELLS_A_SECOND = 2000;
const MOST_SHARE_BEFORE_PROOF = 0.25;
/** Of the seconds that remain when one thread tries everything: the compact model has the rest. */
const COLUMNS_SHARE_WHEN_SMALL = 0.6;
/** Of the seconds that remain, beside a thread that proves by columns. */
const EXACT_SHARE_OF_COMPANION = 0.2;

export async function solve(problem: Problem, options: SolveOptions): Promise<Outcome> {
  const search = new Search(problem, options);
  search.report(true);
  for (const engine of enginesFor(search)) {
    if (search.isOver()) break;
    search.phase = engine.phase;
    await engine.run(search);
  }
  search.phase = 'done';
  search.report(false);
  return search.outcome();
}

/** Engines in the order they run; each ends by itself or when the search is over. */
function enginesFor(search: Search): Engine[] {
  const { budget } = search.options;
  const seconds = budget.kind === 'seconds' ? budget.seconds : Infinity;
  const moves = budget.kind === 'steps' ? budget.moves : Infinity;
  const share = (part: number, most = Infinity): AnnealingBudget => ({
    seconds: Math.min(most, seconds) * part,
    moves: moves * part,
  });
  const nodes = budget.kind === 'steps' ? budget.nodes : Infinity;
  const settle = Math.min(seconds * MOST_SHARE_BEFORE_PROOF, 0.3 + search.model.cells.count / CELLS_A_SECOND);
  const settling = [coolingEngine(share(0.6, settle)), reheatingEngine(share(0.4, settle), 2)];
  if (nodes === 0) return settling;
  const isSmall = search.model.cells.count <= MOST_EXACT_CELLS;
  const around = (part: number): Engine => (isSmall ? exactEngine(nodes, part) : boundEngine);
  const byColumns = (part: number, tree: boolean): Engine[] =>
    search.model.cells.count > MOST_COLUMN_CELLS ? [] : [columnsEngine(nodes, part, tree)];
  const rest = budget.kind === 'seconds' ? [reheatingEngine(share(1), 2)] : [];
  switch (search.options.role ?? 'alone') {
    case 'columns':
      return [...settling, ...byColumns(1, true), ...rest];
    case 'companion': {
      const first = isSmall ? settling : [coolingEngine(share(0.2, settle))];
      return [...first, around(EXACT_SHARE_OF_COMPANION), ...byColumns(1, false), around(1), ...rest];
    }
    case 'alone':
      return [...settling, ...byColumns(isSmall ? COLUMNS_SHARE_WHEN_SMALL : 1, true), around(1), ...rest];
  }
}
