/**
 * Whole rosters over a long horizon from multipliers: everyone in turn is given a roster in place of the many that the
 * relaxation mixed, and then each anew against what everyone else leaves, until nobody's change helps.
 */

import { type Random, shuffled } from '../../kernel/random.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { marginalPrices } from '../columns/polish.ts';
import { type Column, ColumnPool } from '../columns/pool.ts';
import { RosterState } from '../columns/roster-state.ts';
import type { SplitProblem } from '../columns/split-problem.ts';
import type { Ascent } from './ascent.ts';
import type { Corridor } from './corridor.ts';
import type { PersonRelaxation } from './person-relaxation.ts';

/** What a unit too much or too little asks for, of a row's price range: everyone is given a roster at each in turn. */
const PULLS = [0.02, 0.02, 0.05, 0.1, 0.2];

export interface SeasonSearch {
  readonly split: SplitProblem;
  readonly corridors: readonly Corridor[];
  readonly random: Random;
  readonly isOver: () => boolean;
}

/**
 * Everyone in turn is given a roster in place of the shares of many that the relaxation had, at prices that pull each row
 * back to where it was. Undefined when someone found none, or time ran out before everyone had one.
 */
export function rosterBy(
  ascent: Ascent,
  people: readonly PersonRelaxation[],
  { split, corridors, random, isOver }: SeasonSearch,
): RosterState | undefined {
  const state = new RosterState(split);
  const pool = new ColumnPool(split);
  const activity = state.activity.slice();
  for (const [person, { share }] of people.entries()) addShares(activity, split, person, share, 1);
  const usual = activity.slice();
  for (const pull of PULLS) {
    for (const person of shuffled(corridors.keys(), random)) {
      if (isOver()) return state.complete ? state : undefined;
      const before = state.columnOf(person);
      if (before) addColumn(activity, before, -1);
      else addShares(activity, split, person, (people[person] as PersonRelaxation).share, -1);
      const duals = ascent.pulled(activity, usual, pull * ascent.range);
      const roster = corridors[person]?.find(ascent.pricesOf(person, duals));
      if (!roster) return undefined;
      const column = pool.add(person, roster.shifts, roster.own).column;
      addColumn(activity, column, 1);
      state.set(person, column);
    }
  }
  return state;
}

/** Improves the roster in place. */
export function polishSeason(state: RosterState, { split, corridors, random, isOver }: SeasonSearch): void {
  const pool = new ColumnPool(split);
  const order = shuffled(corridors.keys(), random);
  let cost = state.cost();
  let unchanged = 0;
  for (let turn = 0; unchanged < order.length && !isOver(); turn = (turn + 1) % order.length) {
    const person = order[turn] ?? 0;
    const kept = state.columnOf(person);
    state.set(person, undefined);
    const roster = corridors[person]?.find(marginalPrices(split, state, person));
    state.set(person, roster ? pool.add(person, roster.shifts, roster.own).column : kept);
    const after = state.cost();
    if (after >= cost) state.set(person, kept);
    unchanged = after < cost ? 0 : unchanged + 1;
    cost = Math.min(cost, after);
  }
}

function addShares(
  activity: Float64Array,
  split: SplitProblem,
  person: number,
  share: Float64Array,
  sign: number,
): void {
  const { starts, rows, coefficients } = split.cellRows;
  for (const shift of split.people[person]?.shifts ?? []) {
    const cell = person * share.length + shift;
    for (let at = intAt(starts, cell); at < intAt(starts, cell + 1); at++) {
      const row = intAt(rows, at);
      activity[row] = realAt(activity, row) + sign * realAt(share, shift) * intAt(coefficients, at);
    }
  }
}

function addColumn(activity: Float64Array, { rows, values }: Column, sign: number): void {
  rows.forEach((row, i) => {
    activity[row] = realAt(activity, row) + sign * intAt(values, i);
  });
}
