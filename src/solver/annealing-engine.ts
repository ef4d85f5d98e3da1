/** Annealing as engines of a search: a cooling from a constructed roster, and reheatings of the best roster known. */

import { createRandom } from '../kernel/random.ts';
import { anneal } from './annealing.ts';
import { construct } from './construct.ts';
import { levelWeights } from './level-weights.ts';
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
      const { model, options } = search;
      const state = new State(model);
      const weights = levelWeights(model);
      if (options.start) state.reset(options.start);
      construct(state, weights, createRandom(options.seed));
      search.offer(state.roster());
      cool(search, state, { budget, weights, heat: options.start ? REHEAT : 1, seed: options.seed });
    },
  };
}

/** Reheats the best roster `times`, sharing the budget; a gain at one reheating is where the next begins. */
export function reheatingEngine(budget: AnnealingBudget, times: number): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const state = new State(search.model);
      const weights = levelWeights(search.model);
      const share = { seconds: budget.seconds / times, moves: budget.moves / times };
      for (let i = 1; i <= times && !search.isOver(); i++) {
        state.reset(search.best.cells);
        const seed = search.options.seed + search.moves + i;
        cool(search, state, { budget: share, weights, heat: REHEAT, seed });
      }
    },
  };
}

interface Cooling {
  readonly budget: AnnealingBudget;
  readonly weights: Float64Array;
  readonly heat: number;
  readonly seed: number;
}

function cool(search: Search, state: State, { budget, weights, heat, seed }: Cooling): void {
  search.moves += anneal(state, {
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
