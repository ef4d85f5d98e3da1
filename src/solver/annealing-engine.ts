/** Annealing as engines of a search: a cooling from a constructed roster, and reheatings of the best roster known. */

import { createRandom } from '../kernel/random.ts';
import { anneal } from './annealing.ts';
import { construct } from './construct.ts';
import { levelWeights } from './level-weights.ts';
import { MovePricer } from './move-pricer.ts';
import type { Engine, Search } from './search.ts';
import { State } from './state.ts';

/** A reheating starts at this share of the first temperature: enough to cross a ridge, not to lose the roster. */
const REHEAT = 0.3;

/** Of a search with a budget of seconds only the seconds count, else only the moves. */
export interface AnnealingBudget {
  readonly seconds: number;
  readonly moves: number;
}

/** Constructs and cools. A roster to start from is kept and only reheated: it is not to be melted. */
export function coolingEngine(budget: AnnealingBudget): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const { seed, start } = search.options;
      const tools = toolsOf(search);
      if (start) tools.pricer.reset(start);
      construct(tools.pricer, createRandom(seed));
      search.offer(tools.pricer.state.roster());
      cool(search, tools, { budget, heat: start ? REHEAT : 1, seed });
    },
  };
}

/** Reheats the best roster `times`, sharing the budget; a gain at one reheating is where the next begins. */
export function reheatingEngine(budget: AnnealingBudget, times: number): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const tools = toolsOf(search);
      const share = { seconds: budget.seconds / times, moves: budget.moves / times };
      for (let i = 1; i <= times && !search.isOver(); i++) {
        tools.pricer.reset(search.best.cells);
        const seed = search.options.seed + search.moves + i;
        cool(search, tools, { budget: share, heat: REHEAT, seed });
      }
    },
  };
}

interface Tools {
  readonly pricer: MovePricer;
  readonly weights: Float64Array;
}

/** Kept while the search lasts: laying out a large problem takes longer than a short cooling may. */
const TOOLS = new WeakMap<Search, Tools>();

function toolsOf(search: Search): Tools {
  const known = TOOLS.get(search);
  if (known) return known;
  const weights = levelWeights(search.model);
  const tools = { pricer: new MovePricer(new State(search.model), weights), weights };
  TOOLS.set(search, tools);
  return tools;
}

interface Cooling {
  readonly budget: AnnealingBudget;
  readonly heat: number;
  readonly seed: number;
}

function cool(search: Search, { pricer, weights }: Tools, { budget, heat, seed }: Cooling): void {
  search.moves += anneal(pricer, {
    seed,
    weights,
    heat,
    progress: progressOf(search, budget),
    onBest: (cells) => search.offer(cells),
  });
}

/** Share of one cooling that is gone after so many moves; 1 as soon as the whole search is over. */
function progressOf(search: Search, budget: AnnealingBudget): (moves: number) => number {
  if (search.options.budget.kind === 'steps') {
    return (moves) => (search.isOver() || budget.moves <= 0 ? 1 : moves / budget.moves);
  }
  const startedAt = search.elapsedMs;
  return () => (search.isOver() ? 1 : (search.elapsedMs - startedAt) / (budget.seconds * 1000));
}
