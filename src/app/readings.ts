/**
 * Readings that page after page asks for, kept for as long as nobody, in any process, has written to the database: no use
 * case has to tell what it changed, so none can forget to. A kept reading is the same for whoever asks and whenever: who
 * may see it, and what of it is over by now, is judged anew each time.
 */

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
    let memory = memories.get(db);
    if (memory?.stamp !== now) {
      memory = new Memory(now, keeping);
      memories.set(db, memory);
    }
    return memory.find(JSON.stringify(asked), () => read(db, ...asked));
  };
}

/** What was read while the database stood at one stamp. */
class Memory<T> {
  readonly stamp: number;
  readonly #keeping: Keeping<T>;
  /** A Map remembers the order of insertion: the first key is the oldest. */
  readonly #kept = new Map<string, { readonly value: Promise<T>; weight: number }>();
  #weight = 0;

  constructor(stamp: number, keeping: Keeping<T>) {
    this.stamp = stamp;
    this.#keeping = keeping;
  }

  find(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) return known.value;
    const entry = { value: read(), weight: 0 };
    this.#kept.set(key, entry);
    const { most, weigh = () => 1 } = this.#keeping;
    entry.value.then(
      (value) => {
        entry.weight = weigh(value);
        this.#weight += entry.weight;
        for (const oldest of this.#kept.keys()) {
          if (this.#weight <= most) break;
          this.#drop(oldest);
        }
      },
      // What failed is read anew.
      () => this.#drop(key),
    );
    return entry.value;
  }

  #drop(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
