/**
 * A roster in the making: which cells are taken, and what that costs, kept up to date cell by cell. Integer
 * arithmetic in doubles throughout, so toggling a cell twice restores every figure exactly. It decides nothing.
 */

import type { Cells, Score } from '../constraints/shapes.ts';
import { counterCost } from './model/counter-table.ts';
import { LEVEL_COUNT, SOFT, scoreFromTotals } from './model/levels.ts';
import { type Model, modelCells, problemCell } from './model/model.ts';
import { lineCost, runCost } from './model/slot-table.ts';
import { Stands } from './stands.ts';

export class State {
  readonly model: Model;
  /** Cost by level index. */
  readonly totals = new Float64Array(LEVEL_COUNT);
  /** By cell: 1 when taken. */
  readonly taken: Uint8Array;
  /** Value of each counter. */
  readonly value: Float64Array;
  /** Taken cells in no particular order, the first `takenCount` of them. */
  readonly takenList: Int32Array;
  takenCount = 0;
  /** Counters below their lower bound, in no particular order, the first `shortCount` of them. */
  readonly shortList: Int32Array;
  shortCount = 0;
  readonly stands: Stands;
  readonly #takenPlace: Int32Array;
  readonly #shortPlace: Int32Array;
  /** Taken cells in each slot. */
  readonly #slotCount: Int32Array;

  /** Starts with pins taken and nothing else. */
  constructor(model: Model) {
    const { cells, counters, slots } = model;
    this.model = model;
    this.taken = new Uint8Array(cells.count);
    this.takenList = new Int32Array(cells.count);
    this.#takenPlace = new Int32Array(cells.count);
    this.stands = new Stands(model);
    this.value = counters.offset.slice();
    this.shortList = new Int32Array(counters.count);
    this.#shortPlace = new Int32Array(counters.count);
    this.#slotCount = new Int32Array(slots.count);
    this.#countEmpty();
    for (let c = 0; c < cells.count; c++) if (cells.pinned[c] === 1) this.toggle(c);
  }

  /** Takes the cell, or gives it up. */
  toggle(cell: number): void {
    const { cells, unary } = this.model;
    const taking = this.taken[cell] === 0;
    const sign = taking ? 1 : -1;
    const person = cells.person[cell] as number;
    const shift = cells.shift[cell] as number;
    this.totals[SOFT] = (this.totals[SOFT] as number) + sign * (unary[cell] as number);
    this.#moveCounters(cell, sign);
    this.#moveSlots(cell, sign);
    if (taking) {
      this.taken[cell] = 1;
      this.#takenPlace[cell] = this.takenCount;
      this.takenList[this.takenCount++] = cell;
      this.#moveConflicts(person, shift, 1);
      this.stands.enter(person, shift);
    } else {
      this.taken[cell] = 0;
      const place = this.#takenPlace[cell] as number;
      const last = this.takenList[--this.takenCount] as number;
      this.takenList[place] = last;
      this.#takenPlace[last] = place;
      this.stands.leave(person, shift);
      this.#moveConflicts(person, shift, -1);
    }
  }

  /** True when some cell of the slot is taken. */
  isOccupied(slot: number): boolean {
    return (this.#slotCount[slot] as number) > 0;
  }

  score(): Score {
    return scoreFromTotals(this.totals);
  }

  /** Taken cells as the problem writes them, ascending. */
  roster(): Cells {
    return Int32Array.from(this.takenList.subarray(0, this.takenCount), (cell) =>
      problemCell(this.model, cell),
    ).sort();
  }

  /** Gives up everything but the pins, then takes those of `cells` that stand before the walls. */
  reset(cells: Cells): void {
    for (const cell of this.unlike(cells)) this.toggle(cell);
  }

  /** What `reset` would turn, ascending. */
  unlike(cells: Cells): number[] {
    const wanted = new Uint8Array(this.taken.length);
    for (const cell of modelCells(this.model, cells)) wanted[cell] = 1;
    const unlike: number[] = [];
    for (let c = 0; c < wanted.length; c++) {
      if (this.model.cells.pinned[c] === 0 && wanted[c] !== this.taken[c]) unlike.push(c);
    }
    return unlike;
  }

  /** What the empty roster costs: counters at their offset, every day off that is not fixed on. */
  #countEmpty(): void {
    const { counters, slots, base } = this.model;
    this.totals.set(base);
    for (let k = 0; k < counters.count; k++) {
      const level = counters.level[k] as number;
      const v = this.value[k] as number;
      this.totals[level] = (this.totals[level] as number) + counterCost(counters, k, v);
      if (v < (counters.below[k] as number)) this.#listShort(k);
    }
    const { lines, groupSlots } = slots;
    lines.own.forEach(({ fixedOn }, line) => {
      // A fixed day counts as a cell that nobody gives up.
      this.#slotCount.set(fixedOn, groupSlots + line * lines.days);
      const level = lines.level[line] as number;
      const cost = lineCost(lines, line, (day) => fixedOn[day] === 1);
      this.totals[level] = (this.totals[level] as number) + cost;
    });
  }

  #moveCounters(cell: number, sign: number): void {
    const { start, counter, coefficient } = this.model.counters;
    const end = start[cell + 1] as number;
    for (let e = start[cell] as number; e < end; e++) {
      this.#moveCounter(counter[e] as number, sign * (coefficient[e] as number));
    }
  }

  #moveCounter(k: number, by: number): void {
    const { below, above, slope, curve, slack, level } = this.model.counters;
    const before = this.value[k] as number;
    const after = before + by;
    this.value[k] = after;
    const low = below[k] as number;
    const high = above[k] as number;
    let miss = 0;
    if (after < low) miss += low - after;
    if (after > high) miss += after - high;
    if (before < low) miss -= low - before;
    if (before > high) miss -= before - high;
    let change = (slope[k] as number) * miss;
    if (curve[k] !== 0) {
      const free = slack[k] as number;
      const offBefore = Math.max(0, Math.abs(before) - free);
      const offAfter = Math.max(0, Math.abs(after) - free);
      change += (curve[k] as number) * (offAfter - offBefore) * (offAfter + offBefore);
    }
    if (change !== 0) {
      const at = level[k] as number;
      this.totals[at] = (this.totals[at] as number) + change;
    }
    if (after < low) {
      if (before >= low) this.#listShort(k);
    } else if (before < low) this.#unlistShort(k);
  }

  #listShort(k: number): void {
    this.#shortPlace[k] = this.shortCount;
    this.shortList[this.shortCount++] = k;
  }

  #unlistShort(k: number): void {
    const place = this.#shortPlace[k] as number;
    const last = this.shortList[--this.shortCount] as number;
    this.shortList[place] = last;
    this.#shortPlace[last] = place;
  }

  #moveSlots(cell: number, sign: number): void {
    const { start, slot, groupSlots, counter, lines } = this.model.slots;
    const end = start[cell + 1] as number;
    for (let e = start[cell] as number; e < end; e++) {
      const at = slot[e] as number;
      const before = this.#slotCount[at] as number;
      this.#slotCount[at] = before + sign;
      if (before !== 0 && before + sign !== 0) continue;
      if (at < groupSlots) this.#moveCounter(counter[at] as number, sign);
      else {
        const offset = at - groupSlots;
        this.#flipDay(Math.floor(offset / lines.days), offset % lines.days);
      }
    }
  }

  /** The day has just turned: the run it stands in was joined or split. */
  #flipDay(line: number, day: number): void {
    const { groupSlots, lines } = this.model.slots;
    const first = groupSlots + line * lines.days;
    const on = lines.on[line] as number;
    let from = day;
    while (from > 0 && this.#isOn(first + from - 1) === on) from--;
    let to = day;
    while (to < lines.days - 1 && this.#isOn(first + to + 1) === on) to++;
    const whole = runCost(lines, line, from, to);
    const split = runCost(lines, line, from, day - 1) + runCost(lines, line, day + 1, to);
    const level = lines.level[line] as number;
    const joined = this.#isOn(first + day) === on;
    this.totals[level] = (this.totals[level] as number) + (joined ? whole - split : split - whole);
  }

  #isOn(slot: number): number {
    return (this.#slotCount[slot] as number) > 0 ? 1 : 0;
  }

  /** Adds what `shift` costs beside the person's other shifts; it is not among them now. */
  #moveConflicts(person: number, shift: number, sign: number): void {
    const { level, cost } = this.model.conflicts;
    const { edges } = this.stands;
    const met = this.stands.meet(person, shift);
    for (let i = 0; i < met; i++) {
      const edge = edges[i] as number;
      const at = level[edge] as number;
      this.totals[at] = (this.totals[at] as number) + sign * (cost[edge] as number);
    }
  }
}
