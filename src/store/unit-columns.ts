/** The columns of all tables that are a unit's, so that a table of later is not forgotten. */

import type { Database } from './database.ts';
import type { StoredColumn } from './sql-words.ts';
import { wordsOf } from './words-of.ts';

/** By table, then in the table's own order. */
export async function listUnitColumns(db: Database): Promise<readonly StoredColumn[]> {
  const columns = await wordsOf(db).listColumns(db);
  const owned = new Set(columns.filter(({ column }) => column === 'unit_id').map(({ table }) => table));
  return columns.filter(({ table }) => owned.has(table));
}
