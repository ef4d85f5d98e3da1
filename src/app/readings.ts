/**
 * Readings that page after page asks for, kept for as long as nobody, in any process, has written to the database: no use
 * case has to tell what it changed, so none can forget to. A kept reading is the same for whoever asks and whenever: who
 * may see it, and what of it is over by now, is judged anew each time. What was written may have nothing to do with it:
 * read again and found equal, it is the same object as before, and what was worked out of it stays.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../store/database.ts';
import type { App } from './app.ts';

export type Reader = Pick<App, 'db' | 'stamp'>;

export interface Keeping<T> {
  /** Of all that is kept of this reading together; those kept first make room. */
  readonly most: number;
  /** One each when absent. */
  readonly weigh?: (value: T) => number;
}

/** Not for readings inside a transaction: those see what is not yet written. */
export function keptReading<A extends readonly string[], T>(
  read: (db: Database, ...asked: A) => Promise<T>,
  keeping: Keeping<T>,
): (reader: Reader, ...asked: A) => Promise<T> {
  const memories = new WeakMap<Database, Memory<T>>();
  return ({ db, stamp }, ...asked) => {
    // Taken before anything is read: should someone write meanwhile, the next one reads again.
    const now = stamp();
    const memory = memories.get(db) ?? new Memory(keeping);
    memories.set(db, memory);
    return memory.find(JSON.stringify(asked), now, () => read(db, ...asked));
  };
}

interface Entry<T> {
  /** Where the database stood when it was read. */
  readonly stamp: number;
  readonly value: Promise<T>;
  weight: number;
}

class Memory<T> {
  readonly #keeping: Keeping<T>;
  /** A Map remembers the order of insertion: the first key is the oldest. */
  readonly #kept = new Map<string, Entry<T>>();
  #weight = 0;

  constructor(keeping: Keeping<T>) {
    this.#keeping = keeping;
  }

  find(key: string, stamp: number, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known?.stamp === stamp) return known.value;
    this.#drop(key);
    const entry: Entry<T> = { stamp, value: known ? likeBefore(known.value, read()) : read(), weight: 0 };
    this.#kept.set(key, entry);
    const { most, weigh = () => 1 } = this.#keeping;
    entry.value.then(
      (value) => {
        // Another may have been read meanwhile.
        if (this.#kept.get(key) !== entry) return;
        entry.weight = weigh(value);
        this.#weight += entry.weight;
        for (const oldest of this.#kept.keys()) {
          if (this.#weight <= most) break;
          this.#drop(oldest);
        }
      },
      // What failed is read anew.
      () => this.#kept.get(key) === entry && this.#drop(key),
    );
    return entry.value;
  }

  #drop(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}

async function likeBefore<T>(before: Promise<T>, now: Promise<T>): Promise<T> {
  const value = await now;
  const known = await before.catch(() => value);
  return isDeepStrictEqual(known, value) ? known : value;
}
