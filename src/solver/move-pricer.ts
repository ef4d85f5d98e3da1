/**
 * What a move would cost, without making it. Moves change little and most are turned down, so the same few shifts are
 * proposed to the same people again and again: what a person would cost with them is remembered.
 */

import type { Cells } from '../constraints/shapes.ts';
import { createRandom } from '../kernel/random.ts';
import { OwnCosts } from './own-costs.ts';
import type { State } from './state.ts';

/** Shifts of people that are remembered, a power of two: more would leave the processor's cache. */
const REMEMBERED = 1 << 17;
const SEED = 20_270_206;

export class MovePricer {
  readonly state: State;
  readonly #own: OwnCosts;
  /** By cell, two random words: a set of shifts is known by those of its cells, each bitwise added (Zobrist, 1970). */
  readonly #firstWord: Int32Array;
  readonly #secondWord: Int32Array;
  /** By person: the words of what they stand. */
  readonly #firstOf: Int32Array;
  readonly #secondOf: Int32Array;
  readonly #knownFirst = new Int32Array(REMEMBERED);
  readonly #knownSecond = new Int32Array(REMEMBERED);
  readonly #knownCost = new Float64Array(REMEMBERED);
  /** People of the move at hand, and the words of what they would stand. */
  readonly #people: number[] = [];
  readonly #firstThen: number[] = [];
  readonly #secondThen: number[] = [];
  readonly #placeOf: Int32Array;
  readonly #sharedMoved: number[] = [];
  readonly #sharedBy: Float64Array;

  constructor(state: State, weights: Float64Array) {
    const { cells, counters } = state.model;
    this.state = state;
    this.#own = new OwnCosts(state, weights);
    const random = createRandom(SEED);
    const words = (count: number): Int32Array =>
      Int32Array.from({ length: count }, () => random.below(2 ** 32) | 0);
    this.#firstWord = words(cells.count);
    this.#secondWord = words(cells.count);
    this.#firstOf = words(cells.people);
    this.#secondOf = words(cells.people);
    this.#placeOf = new Int32Array(cells.people).fill(-1);
    this.#sharedBy = new Float64Array(counters.count);
    for (let i = 0; i < state.takenCount; i++) this.#addWords(state.takenList[i] as number);
  }

  /**
   * How much more the roster would cost with the first `count` of `cells` turned, each named once: exact up to `most`, and
   * beyond it only known to be more.
   */
  rise(cells: readonly number[], count: number, most: number): number {
    const people = this.#gather(cells, count);
    const { cost } = this.#own;
    let rise = this.#sharedRise(cells, count);
    for (let i = 0; i < people; i++) rise -= cost[this.#people[i] as number] as number;
    // Nothing costs less than nought: as soon as those counted are too dear, all are.
    for (let i = 0; i < people && rise <= most; i++) rise += this.#costThen(i, cells, count);
    return rise;
  }

  /** Turns the cells in the state and here. */
  make(cells: readonly number[], count: number): void {
    for (let i = 0; i < count; i++) this.#turn(cells[i] as number);
  }

  /** Gives up everything but the pins, then takes those of `cells` that stand before the walls. */
  reset(cells: Cells): void {
    for (const cell of this.state.unlike(cells)) this.#turn(cell);
  }

  #turn(cell: number): void {
    this.state.toggle(cell);
    this.#own.take(cell);
    this.#addWords(cell);
  }

  /** Returns how many people the cells are of. */
  #gather(cells: readonly number[], count: number): number {
    const { person } = this.state.model.cells;
    let people = 0;
    for (let i = 0; i < count; i++) {
      const cell = cells[i] as number;
      const p = person[cell] as number;
      let place = this.#placeOf[p] as number;
      if (place < 0) {
        place = people++;
        this.#placeOf[p] = place;
        this.#people[place] = p;
        this.#firstThen[place] = this.#firstOf[p] as number;
        this.#secondThen[place] = this.#secondOf[p] as number;
      }
      this.#firstThen[place] = (this.#firstThen[place] as number) ^ (this.#firstWord[cell] as number);
      this.#secondThen[place] = (this.#secondThen[place] as number) ^ (this.#secondWord[cell] as number);
    }
    for (let i = 0; i < people; i++) this.#placeOf[this.#people[i] as number] = -1;
    return people;
  }

  #costThen(i: number, cells: readonly number[], count: number): number {
    const first = this.#firstThen[i] as number;
    const second = this.#secondThen[i] as number;
    const at = first & (REMEMBERED - 1);
    if (this.#knownFirst[at] === first && this.#knownSecond[at] === second) {
      return this.#knownCost[at] as number;
    }
    const cost = this.#own.costWith(this.#people[i] as number, cells, count);
    this.#knownFirst[at] = first;
    this.#knownSecond[at] = second;
    this.#knownCost[at] = cost;
    return cost;
  }

  #sharedRise(cells: readonly number[], count: number): number {
    const { start, counter, coefficient } = this.#own.table.shared;
    const { taken, value } = this.state;
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const cell = cells[i] as number;
      const sign = taken[cell] === 1 ? -1 : 1;
      const end = start[cell + 1] as number;
      for (let e = start[cell] as number; e < end; e++) {
        const k = counter[e] as number;
        this.#sharedBy[k] = (this.#sharedBy[k] as number) + sign * (coefficient[e] as number);
        this.#sharedMoved[moved++] = k;
      }
    }
    let rise = 0;
    for (let i = 0; i < moved; i++) {
      const k = this.#sharedMoved[i] as number;
      const by = this.#sharedBy[k] as number;
      if (by === 0) continue;
      this.#sharedBy[k] = 0;
      const before = value[k] as number;
      rise += this.#own.priceChange(k, before, before + by);
    }
    return rise;
  }

  #addWords(cell: number): void {
    const person = this.state.model.cells.person[cell] as number;
    this.#firstOf[person] = (this.#firstOf[person] as number) ^ (this.#firstWord[cell] as number);
    this.#secondOf[person] = (this.#secondOf[person] as number) ^ (this.#secondWord[cell] as number);
  }
}
