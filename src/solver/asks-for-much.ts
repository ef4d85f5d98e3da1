/** What kind of hard rules people have, by which a long horizon is begun one way or another. */

import type { Problem, WeightedBlock } from '../constraints/shapes.ts';

/** From so many cells on, windows bring good rosters sooner than columns over everything do. */
const LEAST_WINDOW_CELLS = 10_000;
/** From so many days on, windows do so whatever the cells, and pricing everyone once takes long. */
export const LEAST_LONG_DAYS = 57;
/** From so many days on, whole weeks after one another make a better first roster than annealing, but where much is weighed. */
export const LEAST_ROLLING_DAYS = 28;

export function hasWindows({ days }: Problem, cells: number): boolean {
  return days >= LEAST_LONG_DAYS || cells >= LEAST_WINDOW_CELLS;
}

/**
 * What a problem is begun by: `short` with some annealing before the engines that prove, `weighed` with slow annealing, since
 * little is evener, `asked` with rosters that keep hard rules from the first day on.
 * @param cells free ones.
 */
export function horizonOf(problem: Problem, cells: number): 'short' | 'weighed' | 'asked' {
  if (problem.days < LEAST_ROLLING_DAYS) return 'short';
  if (weighsMuch(problem)) return 'weighed';
  if (!hasWindows(problem, cells)) return 'short';
  return problem.days >= LEAST_LONG_DAYS && !asksForMuch(problem) ? 'weighed' : 'asked';
}

/** So many counts a person whose amounts are weighed are many. */
const MANY_WEIGHED = 4;

/**
 * Whether for most people a hard rule asks for some days in a row or so much of something at least. Annealing goes through many
 * rosters that break such rules, over months often too many to mend; where hard rules only forbid, nothing finds evener rosters.
 */
export function asksForMuch({ people, rules, runs, counters }: Problem): boolean {
  const asked = new Set<number>();
  const isHard = (rule: number): boolean => rules[rule]?.level === 'hard';
  for (const { rule, least = 1, people: of } of runs)
    if (isHard(rule) && least > 1) for (const person of of) asked.add(person);
  for (const { rule, price, blocks } of counters) {
    if (!isHard(rule) || price.kind !== 'range' || price.below === undefined) continue;
    const of = peopleOf(blocks);
    if (of.size === 1) for (const person of of) asked.add(person);
  }
  return 2 * asked.size > people;
}

/** Whether many amounts of several shifts are weighed softly for each person, as where duties are evened by kind and over time: each is a multiplier. */
export function weighsMuch({ people, rules, counters }: Problem): boolean {
  const own = counters.filter(
    ({ rule, blocks }) =>
      rules[rule]?.level === 'soft' &&
      peopleOf(blocks).size === 1 &&
      blocks.some(({ shifts }) => shifts.length > 1),
  );
  return own.length > MANY_WEIGHED * people;
}

function peopleOf(blocks: readonly WeightedBlock[]): ReadonlySet<number> {
  return new Set(blocks.flatMap(({ people }) => [...people]));
}
