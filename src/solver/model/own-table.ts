/**
 * What people's shifts cost each for themselves, laid out as one figure for annealing: counters that only one person moves,
 * prices by value, runs of days by length. What several people move together, such as cover, is kept apart.
 */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import { counterCost } from './counter-table.ts';
import { buildDaySets, type DaySets } from './day-sets.ts';
import { SOFT } from './levels.ts';
import type { Model } from './model.ts';

/** A counter with more values than this is priced by its formula. */
const MOST_VALUES = 2048;

/** Counters moved by each cell: entries `start[c]` up to `start[c + 1]`. */
export interface CellCounters {
  readonly start: Int32Array;
  readonly counter: Int32Array;
  readonly coefficient: Int32Array;
}

export interface OwnTable {
  readonly own: CellCounters;
  readonly shared: CellCounters;
  /** Slots of groups by cell: each moves its counter by one. */
  readonly groups: { readonly start: Int32Array; readonly slot: Int32Array; readonly counter: Int32Array };
  /** `prices[priceAt[k] + v]` is what counter k costs at v; where `priceAt` is `FORMULA` there is no such list. */
  readonly priceAt: Int32Array;
  readonly prices: Float64Array;
  /** By counter: weight of its level. */
  readonly weight: Float64Array;
  readonly unary: Float64Array;
  /** By edge of the conflict graph. */
  readonly edges: Float64Array;
  readonly days: DaySets;
  /** By person: the cost of standing nothing. */
  readonly empty: Float64Array;
}

export const FORMULA = -(2 ** 31);

/** `weights` by level index. */
export function buildOwnTable(model: Model, weights: Float64Array): OwnTable {
  const { counters, conflicts, unary } = model;
  const owner = ownersOf(model);
  const groups = groupsOf(model);
  const weight = Float64Array.from(counters.level, (level) => realAt(weights, level));
  const days = buildDaySets(model, weights);
  const empty = days.empty;
  owner.forEach((person, k) => {
    if (person < 0) return;
    const cost = realAt(weight, k) * counterCost(counters, k, realAt(counters.offset, k));
    empty[person] = realAt(empty, person) + cost;
  });
  return {
    own: cellCounters(model, (k) => intAt(owner, k) >= 0),
    shared: cellCounters(model, (k) => intAt(owner, k) < 0),
    groups,
    ...pricesOf(model, weight),
    weight,
    unary: Float64Array.from(unary, (cost) => cost * realAt(weights, SOFT)),
    edges: Float64Array.from(conflicts.cost, (cost, e) => cost * realAt(weights, conflicts.level[e] ?? SOFT)),
    days,
    empty,
  };
}

/** By counter: the only person who moves it, or −1. */
function ownersOf({ counters, cells, slots }: Model): Int32Array {
  const NOBODY = -2;
  const owner = new Int32Array(counters.count).fill(NOBODY);
  const see = (k: number, cell: number): void => {
    const person = intAt(cells.person, cell);
    const known = intAt(owner, k);
    if (known !== person) owner[k] = known === NOBODY ? person : -1;
  };
  for (let cell = 0; cell < cells.count; cell++) {
    for (let e = intAt(counters.start, cell); e < intAt(counters.start, cell + 1); e++) {
      see(intAt(counters.counter, e), cell);
    }
    for (let e = intAt(slots.start, cell); e < intAt(slots.start, cell + 1); e++) {
      const slot = intAt(slots.slot, e);
      if (slot < slots.groupSlots) see(intAt(slots.counter, slot), cell);
    }
  }
  return owner.map((person) => Math.max(-1, person));
}

function cellCounters({ counters, cells }: Model, isMeant: (k: number) => boolean): CellCounters {
  const start = new Int32Array(cells.count + 1);
  const counter: number[] = [];
  const coefficient: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    for (let e = intAt(counters.start, cell); e < intAt(counters.start, cell + 1); e++) {
      const k = intAt(counters.counter, e);
      if (!isMeant(k)) continue;
      counter.push(k);
      coefficient.push(intAt(counters.coefficient, e));
    }
    start[cell + 1] = counter.length;
  }
  return { start, counter: Int32Array.from(counter), coefficient: Int32Array.from(coefficient) };
}

function groupsOf({ slots, cells }: Model): OwnTable['groups'] {
  const start = new Int32Array(cells.count + 1);
  const slot: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    for (let e = intAt(slots.start, cell); e < intAt(slots.start, cell + 1); e++) {
      const each = intAt(slots.slot, e);
      if (each < slots.groupSlots) slot.push(each);
    }
    start[cell + 1] = slot.length;
  }
  return { start, slot: Int32Array.from(slot), counter: slots.counter };
}

/** Counters with the same price and the same values share a list. */
function pricesOf({ counters, slots }: Model, weight: Float64Array): Pick<OwnTable, 'priceAt' | 'prices'> {
  const priceAt = new Int32Array(counters.count).fill(FORMULA);
  const prices: number[] = [];
  const known = new Map<string, number>();
  const groupsOn = new Map<number, number>();
  for (const k of slots.counter) groupsOn.set(k, (groupsOn.get(k) ?? 0) + 1);
  for (let k = 0; k < counters.count; k++) {
    let lowest = realAt(counters.offset, k);
    let highest = lowest + (groupsOn.get(k) ?? 0);
    for (let e = intAt(counters.cellStart, k); e < intAt(counters.cellStart, k + 1); e++) {
      const amount = intAt(counters.cellCoefficients, e);
      if (amount < 0) lowest += amount;
      else highest += amount;
    }
    if (highest - lowest > MOST_VALUES) continue;
    const { below, above, slope, curve, slack } = counters;
    const key = [lowest, highest, below[k], above[k], slope[k], curve[k], slack[k], weight[k]].join(' ');
    let at = known.get(key);
    if (at === undefined) {
      at = prices.length - lowest;
      known.set(key, at);
      for (let v = lowest; v <= highest; v++) prices.push(realAt(weight, k) * counterCost(counters, k, v));
    }
    priceAt[k] = at;
  }
  return { priceAt, prices: Float64Array.from(prices) };
}
