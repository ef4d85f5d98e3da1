/**
 * Subgradient ascent on the Lagrangian bound (Held, Wolfe and Crowder 1974, with averaged directions after Barahona and
 * Anbil's volume algorithm): good row duals before the master program is first solved, for the price of pricings alone.
 */

import { realAt } from '../../kernel/typed-at.ts';
import { addCell } from './link-rows.ts';
import type { Master } from './master.ts';
import type { Search } from './search.ts';

export interface Ascent {
  readonly rowDuals: Float64Array;
  readonly bound: number;
}

export interface AscentLimits {
  readonly iterations: number;
  /** Cost of a known roster, towards which steps are sized. */
  readonly target: number;
  readonly onBound?: (bound: number) => void;
}

const AVERAGE = 0.3;
const MOST_IDLE_STEPS = 15;
const FIRST_PACE = 0.3;

/** From duals of nought; undefined when someone has no allowed roster or the search is over. */
export function ascend(search: Search, master: Master, limits: AscentLimits): Ascent | undefined {
  let best: Ascent | undefined;
  let duals: Float64Array = new Float64Array(search.split.rows.length);
  let direction: Float64Array = new Float64Array(duals.length);
  let pace = FIRST_PACE;
  let idle = 0;
  for (let iteration = 0; iteration < limits.iterations && pace > 0.01; iteration++) {
    const priced = priceEveryone(search, master, duals);
    if (!priced) return best;
    if (!best || priced.bound > best.bound) {
      idle = best && priced.bound - best.bound < 1e-3 * Math.abs(limits.target - best.bound) ? idle + 1 : 0;
      best = { rowDuals: duals, bound: priced.bound };
      limits.onBound?.(priced.bound);
    } else {
      idle++;
    }
    if (idle >= MOST_IDLE_STEPS) {
      pace /= 2;
      idle = 0;
      duals = best.rowDuals.slice();
    }
    direction = direction.map((old, row) => (1 - AVERAGE) * old + AVERAGE * realAt(priced.gradient, row));
    const length = direction.reduce((sum, entry) => sum + entry * entry, 0);
    const gap = limits.target - priced.bound;
    if (length < 1e-9 || gap <= 0) return best;
    const step = (pace * gap) / length;
    duals = master.clampDuals(duals.map((dual, row) => dual + step * realAt(direction, row)));
  }
  return best;
}

function priceEveryone(
  search: Search,
  master: Master,
  duals: Float64Array,
): { bound: number; gradient: Float64Array } | undefined {
  const { bound: rows, gradient } = master.rowSide(duals);
  let bound = rows;
  for (const person of master.free) {
    if (search.over()) return undefined;
    const result = search.priceRoughly(person, duals);
    if (result.bound === Number.POSITIVE_INFINITY) return undefined;
    bound += result.bound;
    for (const roster of result.rosters) search.columnOf(person, roster);
    const { cellRows, problem } = search.split;
    for (const shift of result.cheapest) addCell(cellRows, person * problem.shifts + shift, gradient, -1);
  }
  return { bound, gradient };
}
