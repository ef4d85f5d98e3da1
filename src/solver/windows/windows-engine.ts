/**
 * Windows as an engine of a search, for problems that column generation takes long over as a whole: window after window
 * is set free and solved by columns, with the rest standing. It proves nothing and betters what others began.
 */

import type { Problem, Score } from '../../constraints/shapes.ts';
import { createRandom, type Random, shuffled } from '../../kernel/random.ts';
import { solveByColumns } from '../columns/solve-by-columns.ts';
import type { Engine, Search } from '../search.ts';
import type { Window } from './places.ts';
import { windowProblem } from './window-problem.ts';

/** Where everyone would be more cells over those days, a window takes some of the people. */
interface Size {
  readonly days: number;
  readonly cells: number;
}

const FIRST_SIZE: Size = { days: 14, cells: 20_000 };
/** A round of windows that gains less than this, in proportion, is followed by one of larger windows. */
const LEAST_GAIN = 0.01;
const GROWTH = 2;
/** Pricings a person that one window may take. */
const STEPS_A_PERSON = 150;
/** Few days converge from rough duals. */
const ASCENT_STEPS = 20;

/**
 * Ends when a window has become all there is.
 * @param steps pricings under a step budget, `Infinity` otherwise.
 * @param share of the seconds left that it may take.
 * @param first size of the first windows.
 */
export function windowsEngine(steps: number, share: number, first: Size = FIRST_SIZE): Engine {
  return {
    phase: 'neighbourhoods',
    async run(search) {
      const { problem, options } = search;
      const random = createRandom(options.seed);
      const deadline = search.elapsedMs + search.secondsLeft * 1000 * share;
      const isOver = (): boolean => search.isOver() || search.elapsedMs >= deadline;
      let size = { ...first, days: Math.min(problem.days, first.days) };
      let stepsLeft = steps;
      while (!isOver() && !isWhole(problem, size)) {
        const { score } = search.best;
        for (const window of round(problem, size, random)) {
          if (isOver() || stepsLeft <= 0) return;
          stepsLeft -= await solveWindow(search, window, { seed: random.below(2 ** 31), stepsLeft, isOver });
        }
        if (!hasGained(score, search.best.score)) size = larger(problem, size);
      }
    },
  };
}

/** @returns the steps it took, at least one. */
async function solveWindow(
  search: Search,
  window: Window,
  { seed, stepsLeft, isOver }: { seed: number; stepsLeft: number; isOver: () => boolean },
): Promise<number> {
  const { problem, options, best } = search;
  const part = windowProblem(problem, best.cells, window);
  if (!part) return 1;
  const shared = { seed, clock: options.clock, shouldStop: isOver };
  const result = await solveByColumns(part.problem, {
    ...shared,
    start: part.start,
    steps: Math.min(stepsLeft, STEPS_A_PERSON * window.people.length),
    tree: false,
    ascentSteps: ASCENT_STEPS,
  });
  if (result.kind === 'declined') return 1;
  if (!result.cells) return result.steps;
  const isAlone = search.best === best;
  if (search.offer(part.merge(result.cells, search.best.cells)) || isAlone) return result.steps;
  // Another search has changed other days meanwhile, and someone cannot have both.
  const again = windowProblem(problem, search.best.cells, window);
  if (!again) return result.steps;
  const joined = await solveByColumns(again.problem, {
    ...shared,
    start: again.start,
    hint: result.cells,
    polishOnly: true,
  });
  if (joined.kind === 'solved' && joined.cells) search.offer(again.merge(joined.cells, search.best.cells));
  return result.steps;
}

/** Windows that together reach every day, in random order, on a grid of random place. */
function round(problem: Problem, size: Size, random: Random): Window[] {
  const firstDays = new Set<number>();
  for (let day = -random.below(size.days); day < problem.days; day += size.days)
    firstDays.add(Math.max(0, Math.min(problem.days - size.days, day)));
  return shuffled(firstDays, random).map((firstDay) => ({
    people: somePeople(problem, size, random),
    firstDay,
    endDay: firstDay + size.days,
  }));
}

function somePeople(problem: Problem, size: Size, random: Random): Int32Array {
  const everyone = shuffled(Array(problem.people).keys(), random);
  return Int32Array.from(everyone.slice(0, peopleWithin(problem, size))).sort();
}

function peopleWithin({ people, shifts, days }: Problem, size: Size): number {
  return Math.max(2, Math.min(people, Math.floor(size.cells / ((shifts / days) * size.days))));
}

function isWhole(problem: Problem, size: Size): boolean {
  return size.days >= problem.days && peopleWithin(problem, size) >= problem.people;
}

function larger({ days }: Problem, size: Size): Size {
  if (size.days >= days) return { days, cells: size.cells * GROWTH };
  return { days: Math.min(days, size.days * GROWTH), cells: size.cells };
}

function hasGained(before: Score, after: Score): boolean {
  if (after.hard < before.hard || after.cover < before.cover) return true;
  return before.soft - after.soft > LEAST_GAIN * after.soft;
}
