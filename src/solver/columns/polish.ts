/**
 * Polish: person by person, the exact best roster against what everyone else leaves to be done, until nobody's change
 * helps.
 */

import { shuffled } from '../../kernel/random.ts';
import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { curveAt } from './price-curve.ts';
import type { RosterState } from './roster-state.ts';
import type { Search } from './search.ts';
import type { SplitProblem } from './split-problem.ts';

/** Improves `state` in place among `people`; gives back its cost. */
export function polish(search: Search, state: RosterState, people: readonly number[]): number {
  let cost = state.cost();
  const order = shuffled(people, search.random);
  let unchanged = 0;
  for (let turn = 0; unchanged < order.length && !search.over(); turn = (turn + 1) % order.length) {
    const improved = polishPerson(search, state, numberAt(order, turn), cost);
    unchanged = improved < cost ? 0 : unchanged + 1;
    cost = improved;
  }
  return cost;
}

function polishPerson(search: Search, state: RosterState, person: number, cost: number): number {
  const before = state.columnOf(person);
  state.set(person, undefined);
  const { rosters } = search.priceAt(person, {
    prices: marginalPrices(search.split, state, person),
    count: 1,
    effort: 'low',
  });
  const roster = rosters[0];
  if (roster) {
    state.set(person, search.columnOf(person, roster));
    const after = state.cost();
    if (before === undefined || after < cost) return after;
  }
  state.set(person, before);
  return cost;
}

/** What each shift of the person would add to the rows' cost, taken alone. */
export function marginalPrices(split: SplitProblem, state: RosterState, person: number): Float64Array {
  const { cellRows, rows, people, problem } = split;
  const prices = new Float64Array(problem.shifts);
  for (const shift of people[person]?.shifts ?? []) {
    const cell = person * problem.shifts + shift;
    let price = 0;
    for (let at = intAt(cellRows.starts, cell); at < intAt(cellRows.starts, cell + 1); at++) {
      const row = intAt(cellRows.rows, at);
      const curve = rows[row]?.curve ?? [];
      const value = realAt(state.activity, row);
      price += curveAt(curve, value + intAt(cellRows.coefficients, at)) - curveAt(curve, value);
    }
    prices[shift] = price;
  }
  return prices;
}
