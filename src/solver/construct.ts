/**
 * A first roster, greedily: what is short is filled in the order of how few could fill it, each time by the cell that
 * costs least. It leaves a seat empty rather than cross a wall.
 */

import type { Random } from '../kernel/random.ts';
import { WALL } from './model/levels.ts';
import type { State } from './state.ts';

/** More candidates than this are sampled; the search that follows sees them all. */
const MOST_TRIED = 48;

/** Fills the state as far as it goes. `weights` by level index. */
export function construct(state: State, weights: Float64Array, random: Random): void {
  const { counters } = state.model;
  const candidates = (k: number): number =>
    (counters.cellStart[k + 1] as number) - (counters.cellStart[k] as number);
  const missing = (k: number): number => (counters.below[k] as number) - (state.value[k] as number);
  const short = [...state.shortList.subarray(0, state.shortCount)];
  short.sort(
    (a, b) =>
      (counters.level[a] as number) - (counters.level[b] as number) ||
      candidates(a) / missing(a) - candidates(b) / missing(b) ||
      a - b,
  );
  for (const k of short) {
    while (missing(k) > 0) {
      const cell = cheapestCell(state, weights, k, random);
      if (cell < 0) break;
      state.toggle(cell);
    }
  }
}

/** The free cell that raises counter k and lowers the cost most, or −1 when none lowers it. */
function cheapestCell(state: State, weights: Float64Array, k: number, random: Random): number {
  const { counters } = state.model;
  const from = counters.cellStart[k] as number;
  const count = (counters.cellStart[k + 1] as number) - from;
  if (count === 0) return -1;
  const wall = state.totals[WALL] as number;
  let best = -1;
  let lowest = weighted(state.totals, weights);
  const first = random.below(count);
  for (let i = 0, tried = 0; i < count && tried < MOST_TRIED; i++) {
    const entry = from + ((first + i) % count);
    const cell = counters.cells[entry] as number;
    if (state.taken[cell] === 1 || (counters.cellCoefficients[entry] as number) <= 0) continue;
    tried++;
    state.toggle(cell);
    const cost = weighted(state.totals, weights);
    if (cost < lowest && state.totals[WALL] === wall) {
      lowest = cost;
      best = cell;
    }
    state.toggle(cell);
  }
  return best;
}

/** Cost by level index → one figure. */
export function weighted(totals: Float64Array, weights: Float64Array): number {
  return (
    (totals[0] as number) * (weights[0] as number) +
    (totals[1] as number) * (weights[1] as number) +
    (totals[2] as number) * (weights[2] as number) +
    (totals[3] as number) * (weights[3] as number)
  );
}
