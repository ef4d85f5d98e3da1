/**
 * Column generation over classes of alike shifts instead of shifts, as an engine of a search. Its bound holds for the whole
 * problem. Its rosters are parted among the shifts of each class; what keeps somebody from a seat comes back as a cut, so
 * that sooner or later one is parted without loss, and is then proven with the bound.
 */

import { solveByColumns } from '../columns/solve-by-columns.ts';
import type { Engine } from '../search.ts';
import type { AlikeShifts } from './alike-shifts.ts';
import { Seating } from './seating.ts';

/** Where many stand alike shifts, the relaxation converges from rough duals. */
const ASCENT_STEPS = 25;

/**
 * @param steps pricings under a step budget, `Infinity` otherwise.
 * @param share of the seconds left that it may take.
 */
export function alikeEngine(alike: AlikeShifts, steps: number, share: number): Engine {
  return {
    phase: 'columns',
    async run(search) {
      const { options, problem } = search;
      const seating = new Seating(problem, alike.classes);
      const hard = alike.problem.rules.findLastIndex(({ level }) => level === 'hard');
      const secondsLeft = search.secondsLeft * share;
      await solveByColumns(alike.problem, {
        seed: options.seed,
        clock: options.clock,
        ...(secondsLeft < Number.POSITIVE_INFINITY ? { deadline: options.clock() + secondsLeft * 1000 } : {}),
        ...(steps < Number.POSITIVE_INFINITY ? { steps } : {}),
        start: alike.merge(search.best.cells),
        ascentSteps: ASCENT_STEPS,
        shouldStop: () => search.isOver(),
        takeIncumbent: () => (search.isOver() ? undefined : alike.merge(search.best.cells)),
        cuts: (cells) => seating.cutsOf(seating.part(cells), hard),
        onIncumbent: (cells) => search.offer(seating.part(cells).cells),
        onBound: (bound) => search.raiseBound(bound),
      });
    },
  };
}
