/**
 * Whole rosters over a long horizon from multipliers: everyone in turn is given a roster in place of the many that the
 * relaxation mixed, and then each anew against what everyone else leaves, until nobody's change helps.
 */

import { type Random, shuffled } from '../../kernel/random.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { addCell } from '../columns/link-rows.ts';
import { marginalPrices } from '../columns/polish.ts';
import { type Column, ColumnPool } from '../columns/pool.ts';
import { RosterState } from '../columns/roster-state.ts';
import type { SplitProblem } from '../columns/split-problem.ts';
import type { Ascent } from './ascent.ts';
import type { Corridor } from './corridor.ts';
import type { PersonRelaxation } from './person-relaxation.ts';

export interface SeasonSearch {
  readonly split: SplitProblem;
  readonly ascent: Ascent;
  readonly people: readonly PersonRelaxation[];
  readonly corridors: readonly Corridor[];
  readonly random: Random;
}

interface Rounds {
  /** What a unit too much or too little asks for, of a row's price range: everyone is given a roster at each in turn. */
  readonly pulls: readonly number[];
  readonly isQuick: boolean;
  readonly isOver: () => boolean;
  /** Told of the rosters after each round. */
  readonly onRound: (state: RosterState) => void;
}

/**
 * Everyone in turn is given a roster in place of the shares of many that the relaxation had, at prices that pull each row
 * back to where it was. Whoever finds none is left without.
 */
export function rosterBy(
  { split, ascent, people, corridors, random }: SeasonSearch,
  { pulls, isQuick, isOver, onRound }: Rounds,
): RosterState {
  const state = new RosterState(split);
  const pool = new ColumnPool(split);
  const activity = state.activity.slice();
  for (const [person, each] of people.entries()) addShares(activity, split, { person, each }, 1);
  const usual = activity.slice();
  for (const pull of pulls) {
    for (const person of shuffled(corridors.keys(), random)) {
      if (isOver()) return state;
      const before = state.columnOf(person);
      const shares = { person, each: people[person] as PersonRelaxation };
      if (before) addColumn(activity, before, -1);
      else addShares(activity, split, shares, -1);
      const duals = ascent.pulled(activity, usual, pull * ascent.range);
      const roster = corridors[person]?.find(ascent.pricesOf(person, duals), isQuick);
      const column = roster ? pool.add(person, roster.shifts, roster.own).column : before;
      if (column) addColumn(activity, column, 1);
      else addShares(activity, split, shares, 1);
      state.set(person, column);
    }
    onRound(state);
  }
  return state;
}

/**
 * Improves the roster in place: each in turn is given a roster against what everyone else leaves, until nobody's change helps.
 */
export function polishSeason(
  state: RosterState,
  { split, corridors, random }: SeasonSearch,
  { isQuick, isOver, onRound }: Omit<Rounds, 'pulls'>,
): void {
  const pool = new ColumnPool(split);
  const order = shuffled(corridors.keys(), random);
  let cost = state.cost();
  let unchanged = 0;
  for (let turn = 0; unchanged < order.length && !isOver(); turn++) {
    if (turn > 0 && turn % order.length === 0) onRound(state);
    const person = order[turn % order.length] ?? 0;
    const kept = state.columnOf(person);
    state.set(person, undefined);
    const roster = corridors[person]?.find(marginalPrices(split, state, person), isQuick);
    if (roster) state.set(person, pool.add(person, roster.shifts, roster.own).column);
    const after = state.cost();
    const isBetter = roster !== undefined && (kept === undefined || after < cost);
    if (!isBetter) state.set(person, kept);
    unchanged = isBetter ? 0 : unchanged + 1;
    if (isBetter) cost = after;
  }
  onRound(state);
}

function addShares(
  activity: Float64Array,
  split: SplitProblem,
  { person, each }: { person: number; each: PersonRelaxation },
  sign: number,
): void {
  for (const shift of split.people[person]?.shifts ?? []) {
    const cell = person * split.problem.shifts + shift;
    addCell(split.cellRows, cell, activity, sign * each.shareOf(shift));
  }
}

function addColumn(activity: Float64Array, { rows, values }: Column, sign: number): void {
  rows.forEach((row, i) => {
    activity[row] = realAt(activity, row) + sign * intAt(values, i);
  });
}
