/**
 * A first roster, greedily: what is short is filled in the order of how few could fill it, each time by the cell that
 * costs least. It leaves a seat empty rather than cross a wall.
 */

import type { Random } from '../kernel/random.ts';
import { byteAt, intAt, realAt } from '../kernel/typed-at.ts';
import type { MovePricer } from './move-pricer.ts';

/** More candidates than this are sampled; the search that follows sees them all. */
const MOST_TRIED = 48;

/** Fills the roster as far as it goes. */
export function construct(pricer: MovePricer, random: Random): void {
  const { state } = pricer;
  const { counters } = state.model;
  const candidates = (k: number): number => intAt(counters.cellStart, k + 1) - intAt(counters.cellStart, k);
  const missing = (k: number): number => realAt(counters.below, k) - realAt(state.value, k);
  const short = [...state.shortList.subarray(0, state.shortCount)];
  short.sort(
    (a, b) =>
      byteAt(counters.level, a) - byteAt(counters.level, b) ||
      candidates(a) / missing(a) - candidates(b) / missing(b) ||
      a - b,
  );
  for (const k of short) {
    while (missing(k) > 0) {
      const cell = cheapestCell(pricer, k, random);
      if (cell < 0) break;
      pricer.make([cell], 1);
    }
  }
}

/** The free cell that raises counter k and lowers the cost most, or −1 when none lowers it: beyond a wall none does. */
function cheapestCell(pricer: MovePricer, k: number, random: Random): number {
  const { taken, model } = pricer.state;
  const { counters } = model;
  const from = intAt(counters.cellStart, k);
  const count = intAt(counters.cellStart, k + 1) - from;
  if (count === 0) return -1;
  let best = -1;
  let lowest = 0;
  const first = random.below(count);
  for (let i = 0, tried = 0; i < count && tried < MOST_TRIED; i++) {
    const entry = from + ((first + i) % count);
    const cell = intAt(counters.cells, entry);
    if (taken[cell] === 1 || intAt(counters.cellCoefficients, entry) <= 0) continue;
    tried++;
    const rise = pricer.rise([cell], 1, lowest);
    if (rise >= lowest) continue;
    lowest = rise;
    best = cell;
  }
  return best;
}

/** Cost by level index → one figure. */
export function weighted(totals: Float64Array, weights: Float64Array): number {
  return (
    realAt(totals, 0) * realAt(weights, 0) +
    realAt(totals, 1) * realAt(weights, 1) +
    realAt(totals, 2) * realAt(weights, 2) +
    realAt(totals, 3) * realAt(weights, 3)
  );
}
