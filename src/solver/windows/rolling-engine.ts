/**
 * The rolling horizon as an engine of a search, for horizons that annealing does not come to terms with: a roster is
 * made window by window from the first day on, with the days before standing and the days after open.
 */

import type { Cells } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';
import { solveByColumns } from '../columns/solve-by-columns.ts';
import type { Engine, Search } from '../search.ts';
import { limitsUpTo } from './limits-up-to.ts';
import type { Window } from './places.ts';
import { windowProblem } from './window-problem.ts';

/** Whole weeks: what repeats weekly falls evenly on windows then. */
const DAYS_A_WINDOW = 28;
/** Days solved beyond those that are kept, so that what is kept can go on. */
const DAYS_AHEAD = 7;
/** Of each limit, what the first try at a window may be off its share by, in cells; each further try doubles it. */
const FIRST_LEEWAY = 0.5;
const MOST_TRIES = 3;

/** Does nothing where there is a roster to start from. */
export const rollingEngine: Engine = {
  phase: 'construct',
  async run(search) {
    if (search.options.start) return;
    const { days, pins } = search.problem;
    const cells = (await rolled(search)) ?? (await extended(search, pins, { first: 0, end: days }));
    if (cells) search.offer(cells);
  },
};

/** Undefined where the windows before left someone without a way on. */
async function rolled(search: Search): Promise<Cells | undefined> {
  const { days, pins } = search.problem;
  const count = Math.max(1, Math.floor(days / DAYS_A_WINDOW));
  let cells: Cells | undefined = pins;
  for (let turn = 0; turn < count && cells; turn++) {
    const end = turn + 1 === count ? days : (turn + 1) * DAYS_A_WINDOW;
    cells = await extended(search, cells, { first: turn * DAYS_A_WINDOW, end });
  }
  return cells;
}

/**
 * The roster up to the first day, with the window added. A window that cannot be filled is tried again with more leeway
 * and from a window earlier on; undefined when that does not help either.
 */
async function extended(
  search: Search,
  cells: Cells,
  { first, end }: { first: number; end: number },
): Promise<Cells | undefined> {
  const { problem, options } = search;
  const until = (day: number, list = cells): Cells =>
    list.filter((cell) => intAt(problem.shiftDay, cell % problem.shifts) < day);
  const people = Int32Array.from({ length: problem.people }, (_, person) => person);
  for (let tries = 0; tries < MOST_TRIES && !search.isOver(); tries++) {
    const firstDay = Math.max(0, first - tries * DAYS_A_WINDOW);
    const endDay = Math.min(problem.days, end + DAYS_AHEAD);
    const window: Window = { people, firstDay, endDay, isOpen: true };
    const limits = limitsUpTo(problem, endDay, FIRST_LEEWAY * 2 ** tries);
    const part = windowProblem(limits, until(firstDay), window);
    if (!part) return undefined;
    const result = await solveByColumns(part.problem, {
      seed: options.seed,
      clock: options.clock,
      polishOnly: true,
      shouldStop: () => search.isOver(),
    });
    if (result.kind === 'declined' || !result.cells) continue;
    return until(end, part.merge(result.cells, until(firstDay)));
  }
  return undefined;
}
