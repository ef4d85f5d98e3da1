/** Annealing as an engine of a search: a full cooling from a constructed roster, then reheatings from the best. */

import { createRandom } from '../kernel/random.ts';
import { anneal } from './annealing.ts';
import { construct } from './construct.ts';
import { levelWeights } from './level-weights.ts';
import type { Engine, Search } from './search.ts';
import { State } from './state.ts';

/** The first cooling takes this share of the budget; each reheating half of what is then left. */
const FIRST_SHARE = 0.6;
const REHEATINGS = 2;
const REHEAT = 0.2;

export interface AnnealingBudget {
  /** Used when the search has a budget of seconds. */
  readonly seconds: number;
  readonly moves: number;
}

export function annealingEngine(budget: AnnealingBudget): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const { model, options } = search;
      const state = new State(model);
      const weights = levelWeights(model);
      if (options.start) state.reset(options.start);
      construct(state, weights, createRandom(options.seed));
      search.offer(state.roster());
      const shares = coolings();
      for (let i = 0; i < shares.length && !search.isOver(); i++) {
        if (i > 0) state.reset(search.best.cells);
        // A roster to start from is worth keeping: it is never melted.
        const heat = i > 0 || options.start ? REHEAT : 1;
        const share = shares[i] as number;
        search.moves += anneal(state, {
          seed: options.seed + i,
          weights,
          heat,
          progress: progressOf(search, { seconds: budget.seconds * share, moves: budget.moves * share }),
          onBest: (cells) => search.offer(cells),
        });
      }
    },
  };
}

function coolings(): number[] {
  const shares = [FIRST_SHARE];
  let left = 1 - FIRST_SHARE;
  for (let i = 1; i < REHEATINGS; i++) {
    shares.push(left / 2);
    left /= 2;
  }
  return [...shares, left];
}

/** Share of one cooling that is gone after so many moves; 1 as soon as the whole search is over. */
function progressOf(search: Search, budget: AnnealingBudget): (moves: number) => number {
  if (search.options.budget.kind === 'steps') {
    return (moves) => (search.isOver() ? 1 : budget.moves > 0 ? moves / budget.moves : 1);
  }
  const startedAt = search.elapsedMs;
  return () => (search.isOver() ? 1 : (search.elapsedMs - startedAt) / (budget.seconds * 1000));
}
