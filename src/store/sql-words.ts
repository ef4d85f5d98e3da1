/** What the two engines say differently; all other SQL is Kysely's, or the same in both. */

import type { Kysely, RawBuilder } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
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

export interface TableReference {
  readonly table: string;
  readonly to: string;
}

export interface SqlWords {
  /** A step's statements. */
  statementsOf(step: Migration): readonly string[];
  /** Throws `AppError('unavailable', 'error.server.older')` while a server runs that knows steps only up to an earlier one. */
  requireServers(trx: Kysely<Tables>, schema: number): Promise<void>;
  /** By table, then in the table's own order. */
  listColumns(db: Kysely<Tables>): Promise<readonly StoredColumn[]>;
  /** Which table refers to which, itself included. */
  listReferences(db: Kysely<Tables>): Promise<readonly TableReference[]>;
  /** The last number that the database gave to a row of the table; undefined where it remembers none. */
  lastNumber(db: Kysely<Tables>, table: string): Promise<number | undefined>;
  /** No number up to this one, or of a row that is there, is given to a row of the table again. */
  setLastNumber(db: Kysely<Tables>, table: string, number: number): Promise<void>;
  /** Names of the triggers that refuse. */
  listTriggers(db: Kysely<Tables>): Promise<readonly string[]>;
  /** Whether the text holds the other, in the same letters. */
  holds(column: string, text: string): RawBuilder<boolean>;
  /** The row's key as JSON without spaces, the same in both engines. */
  keyJson(columns: readonly string[]): RawBuilder<string>;
  /** The database's own clock, at this moment, in milliseconds. */
  readonly now: RawBuilder<Instant>;
  /** At the end of a query for rows to change: others who ask at the same moment get other rows. */
  readonly skippingLocked: RawBuilder<unknown>;
  /** Lets rows change that triggers of these names keep, while `act` runs. Throws where there is no such trigger. */
  withoutTriggers<T>(trx: Kysely<Tables>, names: readonly string[], act: () => Promise<T>): Promise<T>;
  /** Sees to it that what was deleted can no longer be read in what the engine keeps for its own recovery. */
  emptyLog(db: Kysely<Tables>): Promise<void>;
}
