/**
 * Column generation: solves the master, prices everyone at smoothed duals (Wentges 1997, Pessoa et al. 2018) and adds
 * what pays, until the Lagrangian bound meets the master's value or there is nothing left to add.
 */

import type { Master, MasterPoint } from './master.ts';
import { type Column, pricedAt } from './pool.ts';
import { type Search, SLACK } from './search.ts';

export interface GenerationLimits {
  /** By person, by shift; absent means all free. */
  readonly fixed?: readonly (Uint8Array | undefined)[];
  readonly rounds: number;
  /** Stop as soon as the bound shows that nothing below this can come out. */
  readonly cutoff: number;
  /** The first solve of the master: `dual` after changed bounds. */
  readonly first?: 'primal' | 'dual';
  /** Price only people whose mix is not whole yet: quicker, and without a bound. */
  readonly mixedOnly?: boolean;
  /** Duals to smooth around from the start, with the bound they give. */
  readonly centre?: { readonly rowDuals: Float64Array; readonly bound: number };
  /** Told every valid bound as it rises. */
  readonly onBound?: (bound: number) => void;
}

export interface Generated {
  readonly point: MasterPoint;
  /** Valid for the free people under the fixed cells; −Infinity before a full round. */
  readonly bound: number;
  /** `infeasible`: someone has no allowed roster. */
  readonly ended: 'converged' | 'cutoff' | 'rounds' | 'infeasible' | 'over';
}

const COLUMNS_A_ROUND = 2;
const INTERIOR_ROWS = 100_000;

export function generateColumns(search: Search, master: Master, limits: GenerationLimits): Generated {
  const method = master.rowCount > INTERIOR_ROWS ? 'interior' : 'primal';
  let bound = limits.centre?.bound ?? Number.NEGATIVE_INFINITY;
  let centre = limits.centre?.rowDuals;
  let smoothing = 0.8;
  let point = master.solve(limits.first ?? method, search.secondsLeft());
  for (let round = 0; ; round++) {
    const ended = endOf(search, point, { bound, round, limits });
    if (ended) return { point, bound, ended };
    const duals = centre ? blend(centre, point.rowDuals, smoothing) : point.rowDuals;
    const priced = priceRound(search, master, { point, duals, limits });
    if (priced.bound === Number.POSITIVE_INFINITY) return { point, bound: priced.bound, ended: 'infeasible' };
    if (priced.complete && priced.bound > bound) {
      bound = priced.bound;
      centre = duals;
      limits.onBound?.(bound);
      smoothing = Math.min(0.95, smoothing + 0.03);
    } else {
      smoothing = Math.max(0.3, smoothing - 0.1);
    }
    if (priced.columns.length === 0) {
      if (search.over()) return { point, bound, ended: 'over' };
      // Nothing pays at the true duals: the master is solved. At smoothed ones: price once more without smoothing.
      if (duals === point.rowDuals || same(duals, point.rowDuals))
        return { point, bound, ended: 'converged' };
      smoothing = smoothing > 0.3 ? smoothing - 0.2 : 0;
      if (smoothing <= 0.35) centre = undefined;
      continue;
    }
    master.add(priced.columns);
    point = master.solve(method, search.secondsLeft());
  }
}

function endOf(
  search: Search,
  point: MasterPoint,
  { bound, round, limits }: { bound: number; round: number; limits: GenerationLimits },
): Generated['ended'] | undefined {
  if (Math.ceil(bound - SLACK) >= limits.cutoff) return 'cutoff';
  if (point.missing < 1e-6 && Math.ceil(bound - SLACK) >= point.value - SLACK) return 'converged';
  if (round >= limits.rounds) return 'rounds';
  return search.over() || !point.optimal ? 'over' : undefined;
}

/** `complete`: everyone was priced, so that the bound holds. */
function priceRound(
  search: Search,
  master: Master,
  { point, duals, limits }: { point: MasterPoint; duals: Float64Array; limits: GenerationLimits },
): { bound: number; columns: Column[]; complete: boolean } {
  let bound = master.rowBound(duals);
  let complete = true;
  const columns: Column[] = [];
  const whole = limits.mixedOnly ? master.wholePeople(point) : undefined;
  for (let place = 0; place < master.free.length; place++) {
    const person = master.free[place] as number;
    if (whole?.has(person) || search.over()) {
      complete = false;
      continue;
    }
    const result = search.price(person, duals, limits.fixed?.[person], COLUMNS_A_ROUND);
    bound += result.bound;
    for (const roster of result.rosters) {
      const column = search.columnOf(person, roster);
      const pays = pricedAt(column, point.rowDuals) < (point.personDuals[place] as number) - 1e-6;
      if (pays && !master.has(column)) columns.push(column);
    }
  }
  return { bound, columns, complete };
}

function blend(centre: Float64Array, duals: Float64Array, share: number): Float64Array {
  return duals.map((dual, row) => share * (centre[row] as number) + (1 - share) * dual);
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, index) => Math.abs(value - (b[index] as number)) < 1e-9);
}
