/**
 * Readings that page after page asks for, kept for as long as nobody, in any process, has written to the tables they were
 * read from: which those are is seen from what was asked of the database, so no use case can forget to tell. A kept
 * reading is the same for whoever asks and whenever: who may see it, and what of it is over by now, is judged anew each
 * time. What was written may have nothing to do with it: read again and found equal, it is the same object as before, and
 * what was worked out of it stays.
 */

import { isDeepStrictEqual } from 'node:util';
import { onceFor } from '../kernel/once-for.ts';
import { Recent } from '../kernel/recent.ts';
import type { Database } from '../store/database.ts';
import { noting } from '../store/noting.ts';
import type { App } from './app.ts';

export interface Reader extends Pick<App, 'db' | 'stamp' | 'isUnchanged'> {
  /** For who keeps by himself what is made of a reading: given the tables it was read from. */
  readonly note?: Set<string>;
}

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
  const memoryOf = onceFor((_: Database) => new Memory(keeping));
  return (reader, ...asked) =>
    memoryOf(reader.db).find(JSON.stringify(asked), reader, (noted) => read(noted, ...asked));
}

interface Entry<T> {
  /** Where the database stood when it was read, or last found to be the same in what was read. */
  stamp: number;
  readonly value: Promise<T>;
  /** What it was read from; absent while it is being read. */
  tables?: ReadonlySet<string>;
}

class Memory<T> {
  readonly #weigh: (value: T) => number;
  readonly #kept: Recent<Entry<T>>;

  constructor({ most, weigh = () => 1 }: Keeping<T>) {
    this.#weigh = weigh;
    this.#kept = new Recent(most);
  }

  async find(key: string, reader: Reader, read: (db: Database) => Promise<T>): Promise<T> {
    const entry = this.#entryOf(key, reader, read);
    const value = await entry.value;
    for (const table of entry.tables ?? []) reader.note?.add(table);
    return value;
  }

  #entryOf(key: string, { db, stamp, isUnchanged }: Reader, read: (db: Database) => Promise<T>): Entry<T> {
    // Taken before anything is read: should someone write meanwhile, the next one reads again.
    const now = stamp();
    const known = this.#kept.get(key);
    if (known && (known.stamp === now || (known.tables && isUnchanged?.(known.tables, known.stamp)))) {
      known.stamp = now;
      return known;
    }
    const tables = new Set<string>();
    const reading = read(noting(db, tables));
    const entry: Entry<T> = { stamp: now, value: known ? likeBefore(known.value, reading) : reading };
    // Weighs nothing until it is known what it is.
    this.#kept.set(key, entry, 0);
    entry.value.then(
      // Another may have been read meanwhile.
      (value) => {
        entry.tables = tables;
        if (this.#kept.get(key) === entry) this.#kept.set(key, entry, this.#weigh(value));
      },
      // What failed is read anew.
      () => this.#kept.get(key) === entry && this.#kept.delete(key),
    );
    return entry;
  }
}

async function likeBefore<T>(before: Promise<T>, now: Promise<T>): Promise<T> {
  const value = await now;
  const known = await before.catch(() => value);
  return isDeepStrictEqual(known, value) ? known : value;
}
