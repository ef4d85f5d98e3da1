/**
 * From a problem to a roster: construct, anneal, then prove. It never comes back without a roster; what it could not
 * do is in the score. Pure: time, chance and the stop come with the options.
 */

import type { Problem } from '../constraints/shapes.ts';
import { type AnnealingBudget, coolingEngine, reheatingEngine } from './annealing-engine.ts';
import { boundEngine } from './bound.ts';
import { exactEngine } from './exact/exact-engine.ts';
import type { Outcome, SolveOptions } from './outcome.ts';
import { type Engine, Search } from './search.ts';

/** Up to so many cells the compact model is worth branching on; above, its relaxation bounds and annealing goes on. */
const MOST_EXACT_CELLS = 4000;
/** Before the exact engine annealing gets half a second and one more for so many cells, within a share of the budget. */
const CELLS_A_SECOND = 400;
const MOST_SHARE_BEFORE_EXACT = 0.4;

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
  if (search.model.cells.count <= MOST_EXACT_CELLS) {
    const nodes = budget.kind === 'steps' ? budget.nodes : Infinity;
    const most = Math.min(seconds * MOST_SHARE_BEFORE_EXACT, 0.5 + search.model.cells.count / CELLS_A_SECOND);
    return [coolingEngine(share(0.6, most)), reheatingEngine(share(0.4, most), 2), exactEngine(nodes)];
  }
  return [coolingEngine(share(0.5)), boundEngine, reheatingEngine(share(0.5), 2)];
}
