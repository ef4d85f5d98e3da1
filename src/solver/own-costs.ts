/**
 * What each person's shifts cost by themselves, as one figure, and what they would cost with a few changed. It counts what
 * `state.ts` counts, person by person and from lists instead of formulas; what several people share is not in it.
 */

import { counterCost } from './model/counter-table.ts';
import type { Model } from './model/model.ts';
import { buildOwnTable, FORMULA, type OwnTable } from './model/own-table.ts';
import { runCost } from './model/slot-table.ts';
import { Stands } from './stands.ts';
import type { State } from './state.ts';

export class OwnCosts {
  readonly table: OwnTable;
  /** By person. */
  readonly cost: Float64Array;
  readonly #model: Model;
  readonly #taken: Uint8Array;
  readonly #value: Float64Array;
  readonly #groupCount: Int32Array;
  readonly #dayCount: Int32Array;
  readonly #stands: Stands;

  /** Of the state as it is; what changes in it is to be told by `take`. */
  constructor(state: State, weights: Float64Array) {
    const { model } = state;
    this.table = buildOwnTable(model, weights);
    this.#model = model;
    this.#taken = new Uint8Array(model.cells.count);
    this.#value = model.counters.offset.slice();
    this.#groupCount = new Int32Array(model.slots.groupSlots);
    this.#dayCount = Int32Array.from(this.table.days.fixedOn);
    this.#stands = new Stands(model);
    this.cost = this.table.empty.slice();
    for (let i = 0; i < state.takenCount; i++) this.take(state.takenList[i] as number);
  }

  /** Takes the cell, or gives it up. */
  take(cell: number): void {
    const person = this.#model.cells.person[cell] as number;
    this.cost[person] = (this.cost[person] as number) + this.#turn(cell);
  }

  /** What the person would cost with those of the first `count` of `cells` turned that are theirs. */
  costWith(person: number, cells: readonly number[], count: number): number {
    const owner = this.#model.cells.person;
    let cost = this.cost[person] as number;
    for (let i = 0; i < count; i++) {
      const cell = cells[i] as number;
      if (owner[cell] === person) cost += this.#turn(cell);
    }
    for (let i = count - 1; i >= 0; i--) {
      const cell = cells[i] as number;
      if (owner[cell] === person) this.#turnBack(cell);
    }
    return cost;
  }

  /** Returns the change in cost. */
  #turn(cell: number): number {
    const { person, shift } = this.#model.cells;
    const p = person[cell] as number;
    const s = shift[cell] as number;
    const isTaking = this.#taken[cell] === 0;
    const sign = isTaking ? 1 : -1;
    let change = sign * (this.table.unary[cell] as number);
    change += this.#turnCounters(cell, sign) + this.#turnDays(cell, sign);
    if (isTaking) {
      this.#taken[cell] = 1;
      change += this.#conflictsOf(p, s);
      this.#stands.enter(p, s);
    } else {
      this.#taken[cell] = 0;
      this.#stands.leave(p, s);
      change -= this.#conflictsOf(p, s);
    }
    return change;
  }

  /** Turns without counting. */
  #turnBack(cell: number): void {
    const { person, shift } = this.#model.cells;
    const { own, groups, days } = this.table;
    const isTaking = this.#taken[cell] === 0;
    const sign = isTaking ? 1 : -1;
    this.#taken[cell] = isTaking ? 1 : 0;
    const end = own.start[cell + 1] as number;
    for (let e = own.start[cell] as number; e < end; e++) {
      const k = own.counter[e] as number;
      this.#value[k] = (this.#value[k] as number) + sign * (own.coefficient[e] as number);
    }
    const groupEnd = groups.start[cell + 1] as number;
    for (let e = groups.start[cell] as number; e < groupEnd; e++) {
      if (!this.#isSlotTurned(groups.slot[e] as number, sign)) continue;
      const k = groups.counter[groups.slot[e] as number] as number;
      this.#value[k] = (this.#value[k] as number) + sign;
    }
    const dayEnd = days.start[cell + 1] as number;
    for (let e = days.start[cell] as number; e < dayEnd; e++) {
      const at = days.day[e] as number;
      this.#dayCount[at] = (this.#dayCount[at] as number) + sign;
    }
    if (isTaking) this.#stands.enter(person[cell] as number, shift[cell] as number);
    else this.#stands.leave(person[cell] as number, shift[cell] as number);
  }

  #turnCounters(cell: number, sign: number): number {
    const { own, groups } = this.table;
    let change = 0;
    const end = own.start[cell + 1] as number;
    for (let e = own.start[cell] as number; e < end; e++) {
      change += this.#moveCounter(own.counter[e] as number, sign * (own.coefficient[e] as number));
    }
    const groupEnd = groups.start[cell + 1] as number;
    for (let e = groups.start[cell] as number; e < groupEnd; e++) {
      const slot = groups.slot[e] as number;
      if (this.#isSlotTurned(slot, sign)) change += this.#moveCounter(groups.counter[slot] as number, sign);
    }
    return change;
  }

  #moveCounter(k: number, by: number): number {
    const before = this.#value[k] as number;
    this.#value[k] = before + by;
    return this.priceChange(k, before, before + by);
  }

  /** What counter k costs more at `after` than at `before`, one of several people too. */
  priceChange(k: number, before: number, after: number): number {
    const { priceAt, prices, weight } = this.table;
    const at = priceAt[k] as number;
    if (at !== FORMULA) return (prices[at + after] as number) - (prices[at + before] as number);
    const { counters } = this.#model;
    return (weight[k] as number) * (counterCost(counters, k, after) - counterCost(counters, k, before));
  }

  /** True when the slot has its first cell now, or none any more. */
  #isSlotTurned(slot: number, sign: number): boolean {
    const before = this.#groupCount[slot] as number;
    this.#groupCount[slot] = before + sign;
    return before === 0 || before + sign === 0;
  }

  #turnDays(cell: number, sign: number): number {
    const { start, day, days } = this.table.days;
    let change = 0;
    const end = start[cell + 1] as number;
    for (let e = start[cell] as number; e < end; e++) {
      const at = day[e] as number;
      const before = this.#dayCount[at] as number;
      this.#dayCount[at] = before + sign;
      if (before === 0 || before + sign === 0) change += this.#turnDay(Math.floor(at / days), at % days);
    }
    return change;
  }

  /** The day has just turned: runs of one state were joined there, and runs of the other split. */
  #turnDay(set: number, day: number): number {
    const { lineStart, lines, days } = this.table.days;
    const { on } = this.#model.slots.lines;
    const first = set * days;
    const isOn = (this.#dayCount[first + day] as number) > 0;
    let onFrom = day;
    while (onFrom > 0 && this.#dayCount[first + onFrom - 1] !== 0) onFrom--;
    let onTo = day;
    while (onTo < days - 1 && this.#dayCount[first + onTo + 1] !== 0) onTo++;
    let offFrom = day;
    while (offFrom > 0 && this.#dayCount[first + offFrom - 1] === 0) offFrom--;
    let offTo = day;
    while (offTo < days - 1 && this.#dayCount[first + offTo + 1] === 0) offTo++;
    let change = 0;
    const end = lineStart[set + 1] as number;
    for (let i = lineStart[set] as number; i < end; i++) {
      const line = lines[i] as number;
      const ofOn = on[line] === 1;
      const from = ofOn ? onFrom : offFrom;
      const to = ofOn ? onTo : offTo;
      const joined =
        this.#runCost(line, first, from, to) -
        this.#runCost(line, first, from, day - 1) -
        this.#runCost(line, first, day + 1, to);
      change += ofOn === isOn ? joined : -joined;
    }
    return change;
  }

  #runCost(line: number, first: number, from: number, to: number): number {
    const { days, fixedOn, isOdd, weight, costs, costAt, fixedCostAt } = this.table.days;
    if (isOdd[line] === 1) return (weight[line] as number) * runCost(this.#model.slots.lines, line, from, to);
    const isFirst = from === 0;
    const isLast = to === days - 1;
    // Days off between days that are fixed on are there whatever is taken.
    const isFixed = (isFirst || fixedOn[first + from - 1] === 1) && (isLast || fixedOn[first + to + 1] === 1);
    const list = (isFixed && this.#model.slots.lines.on[line] === 0 ? fixedCostAt : costAt)[line] as number;
    const edges = (isFirst ? 1 : 0) + (isLast ? 2 : 0);
    return costs[list + edges * (days + 1) + to - from + 1] as number;
  }

  /** What the shift costs beside the person's others; it is not among them now. */
  #conflictsOf(person: number, shift: number): number {
    const { edges } = this.#stands;
    const costs = this.table.edges;
    const met = this.#stands.meet(person, shift);
    let cost = 0;
    for (let i = 0; i < met; i++) cost += costs[edges[i] as number] as number;
    return cost;
  }
}
