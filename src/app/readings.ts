/**
 * Readings that page after page asks for, kept for as long as nobody, in any process, has written to the database: no use
 * case has to tell what it changed, so none can forget to. A kept reading is the same for whoever asks and whenever: who
 * may see it, and what of it is over by now, is judged anew each time. What was written may have nothing to do with it:
 * read again and found equal, it is the same object as before, and what was worked out of it stays.
 */

import { isDeepStrictEqual } from 'node:util';
import { Recent } from '../kernel/recent.ts';
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
}

class Memory<T> {
  readonly #weigh: (value: T) => number;
  readonly #kept: Recent<Entry<T>>;

  constructor({ most, weigh = () => 1 }: Keeping<T>) {
    this.#weigh = weigh;
    this.#kept = new Recent(most);
  }

  find(key: string, stamp: number, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known?.stamp === stamp) return known.value;
    const entry: Entry<T> = { stamp, value: known ? likeBefore(known.value, read()) : read() };
    // Weighs nothing until it is known what it is.
    this.#kept.set(key, entry, 0);
    entry.value.then(
      // Another may have been read meanwhile.
      (value) => this.#kept.get(key) === entry && this.#kept.set(key, entry, this.#weigh(value)),
      // What failed is read anew.
      () => this.#kept.get(key) === entry && this.#kept.delete(key),
    );
    return entry.value;
  }
}

async function likeBefore<T>(before: Promise<T>, now: Promise<T>): Promise<T> {
  const value = await now;
  const known = await before.catch(() => value);
  return isDeepStrictEqual(known, value) ? known : value;
}
