/**
 * The exchange of a portfolio in shared memory, since a worker inside HiGHS reads no messages: the best roster and the
 * highest bound of all, under a lock held for microseconds.
 */

import { type Cells, compareScores, type Problem, type Score } from '../constraints/shapes.ts';
import { intAt } from '../kernel/typed-at.ts';
import type { Exchange } from '../solver/outcome.ts';

/** Int32 words: lock, change count, cells of the roster (−1: none), 1 when there is a bound. */
const LOCK = 0;
const CHANGES = 1;
const COUNT = 2;
const HAS_BOUND = 3;
const WORDS = 4;
/** Float64 words: the roster's score and the bound, three levels each. */
const SCORES = 6;
/** A thread ended while it held the lock would hold it for ever: after so many tries one goes without. */
const MOST_TRIES = 1_000_000;

export function createExchangeMemory({
  people,
  shifts,
}: Pick<Problem, 'people' | 'shifts'>): SharedArrayBuffer {
  const bytes = WORDS * Int32Array.BYTES_PER_ELEMENT + SCORES * Float64Array.BYTES_PER_ELEMENT;
  const memory = new SharedArrayBuffer(bytes + people * shifts * Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(memory)[COUNT] = -1;
  return memory;
}

export function openExchange(memory: SharedArrayBuffer): Exchange {
  return new SharedExchange(memory);
}

class SharedExchange implements Exchange {
  readonly #words: Int32Array;
  readonly #scores: Float64Array;
  readonly #cells: Int32Array;
  /** Changes seen when the last look found nothing new. */
  #seen = 0;

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory, 0, WORDS);
    this.#scores = new Float64Array(memory, this.#words.byteLength, SCORES);
    this.#cells = new Int32Array(memory, this.#words.byteLength + this.#scores.byteLength);
  }

  publish(cells: Cells, score: Score): void {
    this.#locked(() => {
      if (intAt(this.#words, COUNT) >= 0 && compareScores(score, this.#scoreAt(0)) >= 0) return;
      this.#cells.set(cells);
      this.#words[COUNT] = cells.length;
      this.#setScore(0, score);
      Atomics.add(this.#words, CHANGES, 1);
    });
  }

  raiseBound(bound: Score): void {
    this.#locked(() => {
      if (this.#words[HAS_BOUND] === 1 && compareScores(bound, this.#scoreAt(3)) <= 0) return;
      this.#words[HAS_BOUND] = 1;
      this.#setScore(3, bound);
      Atomics.add(this.#words, CHANGES, 1);
    });
  }

  take(score: Score): Cells | undefined {
    const changes = Atomics.load(this.#words, CHANGES);
    if (changes === this.#seen) return undefined;
    return this.#locked(() => {
      this.#seen = changes;
      const count = intAt(this.#words, COUNT);
      return count >= 0 && compareScores(this.#scoreAt(0), score) < 0
        ? this.#cells.slice(0, count)
        : undefined;
    });
  }

  bound(): Score | undefined {
    if (Atomics.load(this.#words, HAS_BOUND) !== 1) return undefined;
    return this.#locked(() => this.#scoreAt(3));
  }

  #scoreAt(at: number): Score {
    const [hard = 0, cover = 0, soft = 0] = this.#scores.subarray(at, at + 3);
    return { hard, cover, soft };
  }

  #setScore(at: number, { hard, cover, soft }: Score): void {
    this.#scores.set([hard, cover, soft], at);
  }

  /** Undefined when the lock cannot be had. */
  #locked<T>(use: () => T): T | undefined {
    for (let tries = 0; Atomics.compareExchange(this.#words, LOCK, 0, 1) !== 0; tries++) {
      if (tries > MOST_TRIES) return undefined;
    }
    try {
      return use();
    } finally {
      Atomics.store(this.#words, LOCK, 0);
    }
  }
}
