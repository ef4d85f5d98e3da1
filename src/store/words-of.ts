/** Which words a database, or a transaction on it, is spoken to in. */

import type { Kysely } from 'kysely';
import { postgresWords } from './postgres/words.ts';
import type { SqlWords } from './sql-words.ts';
import { sqliteWords } from './sqlite-words.ts';
import type { Tables } from './tables.ts';

export function wordsOf(db: Kysely<Tables>): SqlWords {
  // SQLite's adapter has nothing of the kind.
  return db.getExecutor().adapter.supportsTransactionalDdl ? postgresWords : sqliteWords;
}
