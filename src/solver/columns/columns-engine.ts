/** Column generation as an engine of a search: from the best roster known to the proof, the limit or the stop. */

import { settle } from '../annealing-engine.ts';
import type { Engine } from '../search.ts';
import { solveByColumns } from './solve-by-columns.ts';

/**
 * Gives up at once on problems that are not for it.
 * @param steps pricings under a step budget, `Infinity` otherwise.
 * @param share of the seconds left that it may take, so that others come to their turn where it cannot finish.
 * @param tree whether it is to prove, too, and not only to improve.
 */
export function columnsEngine(steps: number, share: number, tree: boolean): Engine {
  return {
    phase: 'columns',
    async run(search) {
      const { options, problem } = search;
      if (search.model.cells.count === 0) return;
      const secondsLeft = search.secondsLeft * share;
      await solveByColumns(problem, {
        seed: options.seed,
        clock: options.clock,
        ...(secondsLeft < Number.POSITIVE_INFINITY ? { deadline: options.clock() + secondsLeft * 1000 } : {}),
        ...(steps < Number.POSITIVE_INFINITY ? { steps } : {}),
        start: search.best.cells,
        tree,
        settle: (cells) => settle(search, cells),
        shouldStop: () => search.isOver(),
        takeIncumbent: () => (search.isOver() ? undefined : search.best.cells),
        onIncumbent: (cells) => search.offer(cells),
        onBound: (bound) => search.raiseBound(bound),
      });
    },
  };
}
