/**
 * From a problem to a roster: construct, anneal, then prove. It never comes back without a roster; what it could not
 * do is in the score. Pure: time, chance and the stop come with the options.
 */

import type { Problem } from '../constraints/shapes.ts';
import { annealingEngine } from './annealing-engine.ts';
import { exactEngine } from './exact/exact-engine.ts';
import type { Outcome, SolveOptions } from './outcome.ts';
import { type Engine, Search } from './search.ts';

/** Annealing gets this share of the seconds, within bounds: small problems settle at once, large ones earn more. */
const ANNEAL_SHARE = 0.3;
const MOST_ANNEAL_SECONDS = 6;

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

function enginesFor(search: Search): Engine[] {
  const { budget } = search.options;
  const anneal =
    budget.kind === 'steps'
      ? { seconds: Infinity, moves: budget.moves }
      : { seconds: Math.min(MOST_ANNEAL_SECONDS, budget.seconds * ANNEAL_SHARE), moves: Infinity };
  const nodes = budget.kind === 'steps' ? budget.nodes : Infinity;
  return [annealingEngine(anneal), ...(nodes > 0 ? [exactEngine(nodes)] : [])];
}
