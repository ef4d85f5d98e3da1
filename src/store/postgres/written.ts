/**
 * What this process knows of what was written, table by table: by itself as it commits, by others as it asks. It may take
 * for written what was not, never the other way round.
 */

import { TableStamps } from '../table-stamps.ts';

/**
 * A row for each table, and one without a name for all: the number of the last transaction that wrote there, seen exactly when what it
 * wrote is seen. A sequence would be ahead of the commit, and what is read in between would be believed for ever.
 */
export const COUNTER = 'rota_written';
/** Of the transaction that asks. */
export const OWN_WRITTEN = `SELECT name, number FROM ${COUNTER} WHERE writer = pg_current_xact_id()`;

/** Rows of the count (`changes.ts`): a table, or all of them under no name, with the number of the last transaction that wrote there. */
export interface WrittenRow {
  readonly name: string;
  readonly number: number;
}

export class Written {
  readonly #stamps = new TableStamps();
  /** The last transaction that is known of; not a number before any is. */
  #known = Number.NaN;

  get stamp(): number {
    return this.#stamps.now;
  }

  /** What has to be asked for; all of it at first. */
  get known(): number {
    return Number.isNaN(this.#known) ? -1 : this.#known;
  }

  isUnchanged(tables: ReadonlySet<string>, since: number): boolean {
    return this.#stamps.isUnchanged(tables, since);
  }

  /** Somebody wrote, and nobody can say what. */
  all(): void {
    this.#stamps.noteAll();
    this.#known = Number.NaN;
  }

  /** As this process's own transaction left the count, before anybody hears of its commit. */
  own(rows: readonly WrittenRow[]): void {
    if (rows.length === 0) return;
    const number = numberOf(rows);
    // Between what was known and this, others have written: it is asked for with the next visit, and this once more.
    if (number === this.#known + 1) this.#known = number;
    this.#note(rows);
  }

  /** @param asked `known` as it was when these were asked for: everything written since. */
  caughtUp(rows: readonly WrittenRow[], asked: number): void {
    const number = numberOf(rows);
    // Another database under the same name.
    if (asked < 0 || number < asked) this.all();
    else this.#note(rows);
    this.#known = Math.max(number, Number.isNaN(this.#known) ? number : this.#known);
  }

  #note(rows: readonly WrittenRow[]): void {
    const tables = rows.filter(({ name }) => name !== '');
    if (tables.length > 0) this.#stamps.note(tables.map(({ name }) => name));
  }
}

function numberOf(rows: readonly WrittenRow[]): number {
  return rows.find(({ name }) => name === '')?.number ?? Number.NaN;
}
