/**
 * Neighbours of a roster: each move is a few cells to be turned. A move is proposed blindly and quickly, from the roster as it
 * stands; whether it is good is the annealing's to say.
 */

import type { Random } from '../kernel/random.ts';
import { isWallBetween } from './model/conflict-graph.ts';
import { type MoveName, placesOf, wheelOf } from './move-mix.ts';
import type { State } from './state.ts';

/** Cells looked at before a trade is given up. */
const MOST_LOOKS = 12;

/** Longest stretch of days that two people swap. */
const LONGEST_STRETCH = 7;
/** Links of a chain after which it is given up. */
const LONGEST_CHAIN = 3;

export class Moves {
  readonly #state: State;
  readonly #random: Random;
  /** Cells of the move proposed, each once, the first `count` of them: kept long, since shortening an array is slow. */
  readonly cells: number[] = [];
  count = 0;
  readonly #wheel: readonly MoveName[];
  /** First shift that begins on each day or later, and one past the last. */
  readonly #firstOfDay: Int32Array;
  /** By cell: places of the shift that it fills. */
  readonly #places: Int32Array;

  constructor(state: State, random: Random) {
    this.#state = state;
    this.#random = random;
    this.#places = placesOf(state.model);
    this.#wheel = wheelOf(this.#places);
    const { days, shiftDay, shifts } = state.model.problem;
    this.#firstOfDay = new Int32Array(days + 1).fill(shifts);
    for (let s = shifts - 1; s >= 0; s--) this.#firstOfDay[shiftDay[s] as number] = s;
    for (let d = days - 1; d >= 0; d--) {
      this.#firstOfDay[d] = Math.min(this.#firstOfDay[d] as number, this.#firstOfDay[d + 1] as number);
    }
  }

  /** False when the move would change nothing. */
  propose(): boolean {
    this.count = 0;
    this.#play(this.#wheel[this.#random.below(this.#wheel.length)] as MoveName);
    return this.count > 0;
  }

  #play(move: MoveName): void {
    switch (move) {
      case 'replace':
        this.#replace();
        break;
      case 'swapDays':
        this.#swapDays();
        break;
      case 'exchange':
        this.#exchange();
        break;
      case 'chain':
        this.#chain();
        break;
      case 'fill':
        this.#fill();
        break;
      case 'shift':
        this.#shift();
        break;
      case 'flip':
        this.#flip();
        break;
      case 'trade':
        this.#trade();
        break;
    }
  }

  #turn(cell: number): void {
    this.cells[this.count++] = cell;
  }

  #isTurned(cell: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.cells[i] === cell) return true;
    return false;
  }

  /** Someone else takes a seat. */
  #replace(): void {
    const from = this.#takenCell();
    if (from < 0) return;
    const to = this.#freeCellOf(this.#shiftOf(from));
    if (to < 0 || !this.#fits(to, -1)) return;
    this.#turn(to);
    this.#turn(from);
  }

  /** A team takes the places of several others on a shift, or they the team's. */
  #trade(): void {
    const from = this.#takenCell();
    if (from < 0) return;
    const shift = this.#shiftOf(from);
    const to = this.#freeCellOf(shift);
    if (to < 0 || !this.#fits(to, -1)) return;
    let over = (this.#places[to] as number) - (this.#places[from] as number);
    this.#turn(from);
    this.#turn(to);
    const { cells } = this.#state.model;
    const first = cells.ofShift[shift] as number;
    const count = (cells.ofShift[shift + 1] as number) - first;
    const begin = this.#random.below(count);
    for (let i = 0; i < count && over > 0; i++) {
      const cell = cells.shiftCells[first + ((begin + i) % count)] as number;
      if (this.#state.taken[cell] === 0 || cells.pinned[cell] === 1 || this.#isTurned(cell)) continue;
      this.#turn(cell);
      over -= this.#places[cell] as number;
    }
    for (let looks = 0; looks < MOST_LOOKS && over < 0; looks++) {
      const cell = this.#freeCellOf(shift);
      if (cell < 0 || (this.#places[cell] as number) > -over || !this.#fits(cell, -1)) continue;
      if (this.#isTurned(cell)) continue;
      this.#turn(cell);
      over += this.#places[cell] as number;
    }
  }

  /** Two people swap all they stand in a few days, as far as each may stand it. */
  #swapDays(): void {
    const from = this.#takenCell();
    if (from < 0) return;
    const { problem } = this.#state.model;
    const to = this.#freeCellOf(this.#shiftOf(from));
    if (to < 0) return;
    const a = this.#personOf(from);
    const b = this.#personOf(to);
    let last = problem.shiftDay[this.#shiftOf(from)] as number;
    const first = last;
    while (last - first < LONGEST_STRETCH && last < problem.days - 1 && this.#random.below(2) === 0) last++;
    const begin = this.#firstOfDay[first] as number;
    const end = this.#firstOfDay[last + 1] as number;
    this.#passOver(a, b, begin, end);
    this.#passOver(b, a, begin, end);
  }

  /** `to` takes over what `from` stands among shifts [begin, end), as far as they may. */
  #passOver(from: number, to: number, begin: number, end: number): void {
    const { cells } = this.#state.model;
    const { stands, taken } = this.#state;
    const { list, count } = stands;
    const base = cells.ofPerson[from] as number;
    for (let i = (count[from] as number) - 1; i >= 0; i--) {
      const shift = list[base + i] as number;
      if (shift >= end) continue;
      if (shift < begin) break;
      const given = cells.at[from * cells.shifts + shift] as number;
      const received = cells.at[to * cells.shifts + shift] as number;
      if (received < 0 || taken[received] === 1 || cells.pinned[given] === 1) continue;
      this.#turn(received);
      this.#turn(given);
    }
  }

  /** Two people swap one shift each, on whatever days. */
  #exchange(): void {
    const a = this.#takenCell();
    const b = this.#takenCell();
    if (a < 0 || b < 0) return;
    const { cells } = this.#state.model;
    const toB = cells.at[this.#personOf(b) * cells.shifts + this.#shiftOf(a)] as number;
    const toA = cells.at[this.#personOf(a) * cells.shifts + this.#shiftOf(b)] as number;
    if (toA < 0 || toB < 0 || this.#state.taken[toA] === 1 || this.#state.taken[toB] === 1) return;
    if (!this.#fits(toA, this.#shiftOf(a)) || !this.#fits(toB, this.#shiftOf(b))) return;
    this.#turn(toA);
    this.#turn(a);
    this.#turn(toB);
    this.#turn(b);
  }

  /** Someone takes a seat from another, and what they can no longer stand goes on to others. */
  #chain(): void {
    const from = this.#takenCell();
    if (from < 0) return;
    const to = this.#freeCellOf(this.#shiftOf(from));
    if (to < 0) return;
    this.#turn(from);
    this.#takeAndPassOn(to, LONGEST_CHAIN);
  }

  /**
   * Something short is raised. Whatever stands in the way is given up or passed on: so a hole travels to where it can be
   * filled.
   */
  #fill(): void {
    const { shortCount, shortList, model } = this.#state;
    if (shortCount === 0) return;
    const { counters } = model;
    const k = shortList[this.#random.below(shortCount)] as number;
    const from = counters.cellStart[k] as number;
    const count = (counters.cellStart[k + 1] as number) - from;
    if (count === 0) return;
    const entry = from + this.#random.below(count);
    const cell = counters.cells[entry] as number;
    if (this.#state.taken[cell] === 1 || (counters.cellCoefficients[entry] as number) <= 0) return;
    this.#takeAndPassOn(cell, this.#random.below(LONGEST_CHAIN));
  }

  /** One person leaves a shift for another about the same time. */
  #shift(): void {
    const from = this.#takenCell();
    if (from < 0) return;
    const { cells, problem } = this.#state.model;
    const person = this.#personOf(from);
    const day = problem.shiftDay[this.#shiftOf(from)] as number;
    const begin = this.#firstOfDay[Math.max(0, day - 1)] as number;
    const end = this.#firstOfDay[Math.min(problem.days, day + 2)] as number;
    const to = cells.at[person * cells.shifts + begin + this.#random.below(end - begin)] as number;
    if (to < 0 || this.#state.taken[to] === 1) return;
    this.#turn(from);
    this.#turn(to);
  }

  /** One cell is taken, or given up. */
  #flip(): void {
    const { cells } = this.#state.model;
    if (cells.count === 0) return;
    const cell = this.#random.below(2) === 0 ? this.#takenCell() : this.#random.below(cells.count);
    if (cell >= 0 && cells.pinned[cell] === 0) this.#turn(cell);
  }

  /** Takes the cell; shifts of the same person behind a wall from it go to others, `links` deep, or stay empty. */
  #takeAndPassOn(cell: number, links: number): void {
    const { cells, conflicts } = this.#state.model;
    const { list, count } = this.#state.stands;
    if (this.#isTurned(cell)) return;
    const person = this.#personOf(cell);
    const shift = this.#shiftOf(cell);
    const low = conflicts.low[shift] as number;
    const high = conflicts.high[shift] as number;
    const base = cells.ofPerson[person] as number;
    this.#turn(cell);
    for (let i = (count[person] as number) - 1; i >= 0; i--) {
      const other = list[base + i] as number;
      if (other < low) break;
      if (other > high || !isWallBetween(conflicts, shift, other)) continue;
      const given = cells.at[person * cells.shifts + other] as number;
      if (this.#isTurned(given)) continue;
      this.#turn(given);
      if (links === 0) continue;
      const next = this.#freeCellOf(other);
      if (next >= 0) this.#takeAndPassOn(next, links - 1);
    }
  }

  /** True when no wall stands between the cell and what its person stands, `except` aside: most moves fail by this. */
  #fits(cell: number, except: number): boolean {
    const { cells, conflicts } = this.#state.model;
    const { list, count } = this.#state.stands;
    const shift = this.#shiftOf(cell);
    const person = this.#personOf(cell);
    const low = conflicts.low[shift] as number;
    const high = conflicts.high[shift] as number;
    const base = cells.ofPerson[person] as number;
    for (let i = (count[person] as number) - 1; i >= 0; i--) {
      const other = list[base + i] as number;
      if (other < low) break;
      if (other <= high && other !== except && isWallBetween(conflicts, shift, other)) return false;
    }
    return true;
  }

  /** A random taken cell that is not pinned, or −1. */
  #takenCell(): number {
    const { takenCount, takenList, model } = this.#state;
    if (takenCount === 0) return -1;
    const cell = takenList[this.#random.below(takenCount)] as number;
    return model.cells.pinned[cell] === 1 ? -1 : cell;
  }

  /** A random cell of the shift, or −1 when the one drawn is taken. */
  #freeCellOf(shift: number): number {
    const { ofShift, shiftCells } = this.#state.model.cells;
    const from = ofShift[shift] as number;
    const count = (ofShift[shift + 1] as number) - from;
    if (count === 0) return -1;
    const cell = shiftCells[from + this.#random.below(count)] as number;
    return this.#state.taken[cell] === 1 ? -1 : cell;
  }

  #shiftOf(cell: number): number {
    return this.#state.model.cells.shift[cell] as number;
  }

  #personOf(cell: number): number {
    return this.#state.model.cells.person[cell] as number;
  }
}
