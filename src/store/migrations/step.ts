/** One step of the schema: never edited once shipped, since databases out there have taken it. */

import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  /**
   * Of a step that only adds (tables, columns with a default, indexes): the newest step of the oldest program that goes on
   * working beside it, 59 at least. Absent where it takes away or changes what older programs read or write: they are then
   * refused, and it is not taken while one of them serves.
   */
  readonly oldest?: number;
  readonly statements: readonly string[];
  /** In PostgreSQL's own words, all of them, where `postgres/statement.ts` cannot say the others. */
  readonly postgres?: readonly string[];
  /** What no statement can say, in the same transaction after them. */
  readonly follow?: (db: Kysely<Tables>) => Promise<void>;
}
