/** What the two engines say differently; all other SQL is Kysely's, or the same in both. */

import type { Kysely, RawBuilder } from 'kysely';
import type { Migration } from './migrations/step.ts';
import type { Tables } from './tables.ts';

/** A column of a table of ours. */
export interface StoredColumn {
  readonly table: string;
  readonly column: string;
  readonly isText: boolean;
  /** Its place in the table's key, from 1; 0 outside it. */
  readonly keyPlace: number;
}

export interface SqlWords {
  /** A step's statements. */
  statementsOf(step: Migration): readonly string[];
  /** By table, then in the table's own order. */
  listColumns(db: Kysely<Tables>): Promise<readonly StoredColumn[]>;
  /** Whether the text holds the other, in the same letters. */
  holds(column: string, text: string): RawBuilder<boolean>;
  /** The row's key as JSON without spaces, the same in both engines. */
  keyJson(columns: readonly string[]): RawBuilder<string>;
  /** Lets rows change that triggers of these names keep, while `act` runs. Throws where there is no such trigger. */
  withoutTriggers<T>(trx: Kysely<Tables>, names: readonly string[], act: () => Promise<T>): Promise<T>;
  /** Sees to it that what was deleted can no longer be read in what the engine keeps for its own recovery. */
  emptyLog(db: Kysely<Tables>): Promise<void>;
}
