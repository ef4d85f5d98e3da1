/**
 * `npx tsx test/bench/change-pricer.ts`: how long it takes to price everyone for a seat, and every swap of a seat, among 300
 * people. Medians in milliseconds over as many seats as there are rounds.
 */

import { ChangePricer } from '../../src/solver/change-pricer.ts';
import { solve } from '../../src/solver/solve.ts';
import { tetProblem } from './tet-problem.ts';

const ROUNDS = 101;
const MOST_SWAPS = 10;

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);
}

function timed(ask: () => unknown): number {
  const begun = performance.now();
  ask();
  return performance.now() - begun;
}

const problem = tetProblem({ name: '300x14', staff: 300, days: 14, posts: 12, seed: 1, leave: 0.2 });
const budget = { kind: 'steps', moves: 400_000, nodes: 0 } as const;
const { cells } = await solve(problem, { seed: 1, budget, clock: () => 0 });
const pricer = new ChangePricer(problem);
const seat = timed(() => pricer.seat(cells));
const lists: number[] = [];
const swaps: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const cell = cells[(round * 37) % cells.length] ?? 0;
  const shift = cell % problem.shifts;
  const person = Math.floor(cell / problem.shifts);
  lists.push(timed(() => pricer.candidates(shift, person)));
  swaps.push(timed(() => pricer.swaps(shift, person, MOST_SWAPS)));
}
console.log(`${problem.people} people, ${problem.shifts} shifts: roster taken in ${seat.toFixed(1)} ms`);
console.log(`candidates for a seat ${median(lists)} ms, swaps of a seat ${median(swaps)} ms`);
