/**
 * Column generation: solves the master, prices everyone at smoothed duals (Wentges 1997, Pessoa et al. 2018) and adds
 * what pays, until the Lagrangian bound meets the master's value or there is nothing left to add.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { agreesWith, type Fixed } from './fixed.ts';
import type { Master, MasterPoint } from './master.ts';
import { type Column, pricedAt } from './pool.ts';
import { type Search, SLACK } from './search.ts';
import type { Effort } from './walk.ts';

export interface GenerationLimits {
  /** By person, by shift; absent means all free. */
  readonly fixed?: Readonly<Fixed>;
  readonly rounds: number;
  /** Stop as soon as the bound shows that nothing below this can come out. */
  readonly cutoff: number;
  /** The first solve of the master: `dual` after changed bounds. */
  readonly first?: 'primal' | 'dual';
  /** Price only people whose mix is not whole yet: quicker, and without a bound. */
  readonly mixedOnly?: boolean;
  /** The most that one pricing may take; absent means full. */
  readonly effort?: Effort;
  /** Duals to smooth around from the start, with the bound they give. */
  readonly centre?: Centre & { readonly bound: number };
  /** Told every valid bound as it rises. */
  readonly onBound?: (bound: number) => void;
}

export interface Centre {
  readonly rowDuals: Float64Array;
  /** By place among the free people: what the person's cheapest roster costs at the duals; absent where nobody asked. */
  readonly shares?: Float64Array;
}

export interface Generated {
  readonly point: MasterPoint;
  /** Valid for the free people under the fixed cells; −Infinity before a full round. */
  readonly bound: number;
  /** Duals that give the bound, and each person's part of it; absent before a full round. */
  readonly centre?: Centre;
  /** `infeasible`: someone has no allowed roster. */
  readonly ended: 'converged' | 'cutoff' | 'rounds' | 'infeasible' | 'over';
}

const COLUMNS_A_ROUND = 2;
/** Columns a row of the master above which it is purged, and what it is purged to. */
const MOST_COLUMNS_A_ROW = 6;
const KEPT_COLUMNS_A_ROW = 3;
const FIRST_SMOOTHING = 0.8;
const MOST_SMOOTHING = 0.95;

export function generateColumns(search: Search, master: Master, limits: GenerationLimits): Generated {
  let bound = limits.centre?.bound ?? Number.NEGATIVE_INFINITY;
  let centre: Centre | undefined = limits.centre;
  let smoothing = FIRST_SMOOTHING;
  let effort: Effort = 'low';
  const most = limits.effort ?? 'full';
  let point = master.solve(limits.first ?? 'primal', search.secondsLeft());
  const result = (ended: Generated['ended']): Generated => ({
    point,
    bound,
    ended,
    ...(centre ? { centre } : {}),
  });
  for (let round = 0; ; round++) {
    const ended = endOf(search, point, { bound, round, limits });
    if (ended) return result(ended);
    const known = knownThatPay(search, master, point, limits);
    if (known.length > 0) {
      extend(master, point, known);
      point = master.solve('primal', search.secondsLeft());
      continue;
    }
    let columns: readonly Column[] = [];
    // Nothing may pay at smoothed duals: then nearer and nearer to the master's own, at which the master is solved.
    for (let share = centre ? smoothing : 0, tries = 1; columns.length === 0; tries++) {
      const duals = centre && share > 0 ? blend(centre.rowDuals, point.rowDuals, share) : point.rowDuals;
      const priced = priceRound(search, master, { point, duals, limits, effort });
      if (priced.bound === Number.POSITIVE_INFINITY) return { ...result('infeasible'), bound: priced.bound };
      columns = priced.columns;
      if (priced.complete) {
        if (centre && tries === 1)
          smoothing = adjusted(smoothing, priced.gradient, centre.rowDuals, point.rowDuals);
        if (priced.bound > bound) {
          bound = priced.bound;
          centre = { rowDuals: duals, shares: priced.shares };
          limits.onBound?.(bound);
          const reached = endOf(search, point, { bound, round, limits });
          if (reached) return result(reached);
        }
      }
      if (columns.length > 0) break;
      if (search.over()) return result('over');
      if (share <= 0 && effort === most) return result('converged');
      if (share <= 0) {
        // Nothing that is soon found pays any more.
        effort = most;
        continue;
      }
      share = Math.max(0, 1 - (tries + 1) * (1 - smoothing));
    }
    extend(master, point, columns);
    point = master.solve('primal', search.secondsLeft());
  }
}

/**
 * Less smoothing where the bound still rises from the centre towards the master's duals, more where it falls (Pessoa,
 * Sadykov, Uchoa and Vanderbeck 2018).
 */
function adjusted(
  smoothing: number,
  gradient: Float64Array,
  centre: Float64Array,
  duals: Float64Array,
): number {
  let rise = 0;
  gradient.forEach((slope, row) => {
    rise += slope * (realAt(duals, row) - realAt(centre, row));
  });
  return rise > 0
    ? Math.max(0, smoothing - 0.1)
    : Math.min(MOST_SMOOTHING, smoothing + 0.1 * (1 - smoothing));
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

/** Adds the columns, and lets go of the dearest when there are many. */
function extend(master: Master, point: MasterPoint, columns: readonly Column[]): void {
  if (master.columnCount > MOST_COLUMNS_A_ROW * master.rowCount)
    master.purge(point, KEPT_COLUMNS_A_ROW * master.rowCount);
  master.add(columns);
}

/** Columns of the pool that were left out and would pay now. */
function knownThatPay(
  search: Search,
  master: Master,
  point: MasterPoint,
  { fixed }: GenerationLimits,
): Column[] {
  const agrees = fixed ? agreesWith(fixed) : () => true;
  const found: Column[] = [];
  master.free.forEach((person, place) => {
    let least = realAt(point.personDuals, place) - 1e-3;
    let best: Column | undefined;
    for (const column of search.pool.of(person)) {
      if (master.has(column)) continue;
      const price = pricedAt(column, point.rowDuals);
      if (price < least && agrees(column)) {
        least = price;
        best = column;
      }
    }
    if (best) found.push(best);
  });
  return found;
}

/** `complete`: everyone was priced, so that the bound holds. */
function priceRound(
  search: Search,
  master: Master,
  {
    point,
    duals,
    limits,
    effort,
  }: { point: MasterPoint; duals: Float64Array; limits: GenerationLimits; effort: Effort },
): { bound: number; gradient: Float64Array; shares: Float64Array; columns: Column[]; complete: boolean } {
  let { bound, gradient } = master.rowSide(duals);
  const shares = new Float64Array(master.free.length);
  let complete = true;
  const columns: Column[] = [];
  const whole = limits.mixedOnly ? master.wholePeople(point) : undefined;
  for (let place = 0; place < master.free.length; place++) {
    const person = numberAt(master.free, place);
    if (whole?.has(person) || search.over()) {
      complete = false;
      continue;
    }
    const fixed = limits.fixed?.[person];
    const asked = { count: COLUMNS_A_ROUND, effort };
    const result = search.price(person, duals, fixed ? { ...asked, fixed } : asked);
    bound += result.bound;
    shares[place] = result.bound;
    for (const [rank, roster] of result.rosters.entries()) {
      const column = search.columnOf(person, roster);
      if (rank === 0) addTo(gradient, column);
      const pays = pricedAt(column, point.rowDuals) < realAt(point.personDuals, place) - 1e-6;
      if (pays && !master.has(column)) columns.push(column);
    }
  }
  return { bound, gradient, shares, columns, complete };
}

function blend(centre: Float64Array, duals: Float64Array, share: number): Float64Array {
  return duals.map((dual, row) => share * realAt(centre, row) + (1 - share) * dual);
}

function addTo(gradient: Float64Array, column: Column): void {
  column.rows.forEach((row, entry) => {
    gradient[row] = realAt(gradient, row) - intAt(column.values, entry);
  });
}

/**
 * Duals with the bound they give: where smoothing may start. Only people of whom `changed` tells that their cells were fixed
 * otherwise since are priced again, where everyone's share is known at these very duals.
 */
export function boundAt(
  search: Search,
  master: Master,
  { rowDuals, shares }: Centre,
  {
    fixed,
    changed,
    effort = 'full',
  }: {
    fixed: Readonly<Fixed> | undefined;
    changed: (person: number) => boolean;
    effort?: Effort;
  },
): Centre & { readonly bound: number } {
  const duals = master.clampDuals(rowDuals);
  const boundOf = (person: number, own: Uint8Array | undefined): number =>
    search.price(person, duals, { count: 1, effort, ...(own ? { fixed: own } : {}) }).bound;
  const known = duals.every((dual, row) => dual === rowDuals[row]) ? shares : undefined;
  let bound = master.rowBound(duals);
  const priced = Float64Array.from(master.free, (person, place) =>
    known && !changed(person) ? realAt(known, place) : boundOf(person, fixed?.[person]),
  );
  for (const share of priced) bound += share;
  return { rowDuals: duals, bound, shares: priced };
}
