/** Annealing as engines of a search: a cooling from a constructed roster, and reheatings of the best roster known. */

import type { Cells } from '../constraints/shapes.ts';
import { createRandom } from '../kernel/random.ts';
import { anneal, type Heats } from './annealing.ts';
import { construct } from './construct.ts';
import { levelWeights } from './level-weights.ts';
import { MovePricer } from './move-pricer.ts';
import type { Engine, Search } from './search.ts';
import { State } from './state.ts';

/** How hot a cooling and a reheating are. A reheating crosses a ridge and does not lose the roster. */
export interface Schedule {
  readonly cooling: Heats;
  readonly reheating: Heats;
}

/** Where there is little time, most is left to what follows. */
export const QUICK: Schedule = {
  cooling: { first: 1, last: 0.05 },
  reheating: { first: 0.3, last: 0.015 },
};
/** Over months rosters differ by many small amounts, told apart at low heat only. */
export const SLOW: Schedule = {
  cooling: { first: 0.5, last: 0.0025 },
  reheating: { first: 0.1, last: 0.005 },
};

/** What a dive left half done is settled in so many moves. */
const SETTLING_MOVES_A_CELL = 600;
const MOST_SETTLING_MOVES = 3_000_000;

/** Of a search with a budget of seconds only the seconds count, else only the moves. */
export interface AnnealingBudget {
  readonly seconds: number;
  readonly moves: number;
}

/** Constructs and cools. A roster to start from is kept and only reheated: it is not to be melted. */
export function coolingEngine(budget: AnnealingBudget, { cooling, reheating }: Schedule): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const { seed, start } = search.options;
      const tools = toolsOf(search);
      if (start) tools.pricer.reset(start);
      construct(tools.pricer, createRandom(seed));
      search.offer(tools.pricer.state.roster());
      cool(search, tools, { budget, heats: start ? reheating : cooling, seed });
    },
  };
}

/** Reheats the best roster `times`, sharing the budget; a gain at one reheating is where the next begins. */
export function reheatingEngine(budget: AnnealingBudget, times: number, { reheating }: Schedule): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const tools = toolsOf(search);
      const share = { seconds: budget.seconds / times, moves: budget.moves / times };
      for (let i = 1; i <= times && !search.isOver(); i++) {
        tools.pricer.reset(search.best.cells);
        const seed = search.options.seed + search.moves + i;
        cool(search, tools, { budget: share, heats: reheating, seed });
      }
    },
  };
}

/** Of the seconds of a round, for its cooling; the rest reheats what that gave, then the best of all. */
const SHARE_OF_COOLING = 0.5;

/** Rounds, each cooled from anew: which valley a cooling ends in is chance, and reheating does not leave it. */
export function roundsEngine(
  budget: AnnealingBudget,
  rounds: number,
  { cooling, reheating }: Schedule,
): Engine {
  return {
    phase: 'anneal',
    async run(search) {
      const tools = toolsOf(search);
      const part = (share: number): AnnealingBudget => ({
        seconds: (budget.seconds / rounds) * share,
        moves: (budget.moves / rounds) * share,
      });
      const seed = (): number => search.options.seed + search.moves;
      const reheat = (cells: Cells): Cells => {
        tools.pricer.reset(cells);
        const rest = { budget: part((1 - SHARE_OF_COOLING) / 3), heats: reheating, seed: seed() };
        return cool(search, tools, rest) ?? cells;
      };
      for (let round = 0; round < rounds && !search.isOver(); round++) {
        tools.pricer.reset(search.problem.pins);
        construct(tools.pricer, createRandom(seed()));
        const budget = part(SHARE_OF_COOLING);
        const cooled = cool(search, tools, { budget, heats: cooling, seed: seed() });
        if (cooled) reheat(reheat(cooled));
        reheat(search.best.cells);
      }
    },
  };
}

/** Anneals coolly from a roster that may break anything, and gives back the best met. */
export function settle(search: Search, cells: Cells): Cells {
  const tools = toolsOf(search);
  tools.pricer.reset(cells);
  const most = Math.min(MOST_SETTLING_MOVES, SETTLING_MOVES_A_CELL * search.model.cells.count);
  let best = cells;
  search.moves += anneal(tools.pricer, {
    seed: search.options.seed + search.moves,
    weights: tools.weights,
    heats: SLOW.reheating,
    progress: (moves) => (search.isOver() ? 1 : moves / most),
    onBest: (met) => {
      best = met;
    },
  });
  return best;
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
  readonly heats: Heats;
  readonly seed: number;
}

/** Gives back the best roster met, offered to the search. */
function cool(
  search: Search,
  { pricer, weights }: Tools,
  { budget, heats, seed }: Cooling,
): Cells | undefined {
  let best: Cells | undefined;
  search.moves += anneal(pricer, {
    seed,
    weights,
    heats,
    progress: progressOf(search, budget),
    onBest: (cells) => {
      best = cells;
      search.offer(cells);
    },
  });
  return best;
}

/** Share of one cooling that is gone after so many moves; 1 as soon as the whole search is over. */
function progressOf(search: Search, budget: AnnealingBudget): (moves: number) => number {
  if (search.options.budget.kind === 'steps') {
    return (moves) => (search.isOver() || budget.moves <= 0 ? 1 : moves / budget.moves);
  }
  const startedAt = search.elapsedMs;
  return () => (search.isOver() ? 1 : (search.elapsedMs - startedAt) / (budget.seconds * 1000));
}
