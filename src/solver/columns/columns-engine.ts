/** Column generation as an engine of a search: from the best roster known to the proof, the limit or the stop. */

import type { Engine } from '../search.ts';
import { solveByColumns } from './solve-by-columns.ts';

/** `steps`: pricings under a step budget, `Infinity` otherwise. Gives up at once on problems that are not for it. */
export function columnsEngine(steps: number): Engine {
  return {
    phase: 'columns',
    async run(search) {
      const { options, problem, secondsLeft } = search;
      await solveByColumns(problem, {
        seed: options.seed,
        clock: options.clock,
        ...(secondsLeft < Number.POSITIVE_INFINITY ? { deadline: options.clock() + secondsLeft * 1000 } : {}),
        ...(steps < Number.POSITIVE_INFINITY ? { steps } : {}),
        start: search.best.cells,
        shouldStop: () => search.isOver(),
        onIncumbent: (cells) => search.offer(cells),
        onBound: (bound) => search.raiseBound(bound),
      });
    },
  };
}
