/** What PostgreSQL says its own way. */

import { type Kysely, sql } from 'kysely';
import type { SqlWords, StoredColumn } from '../sql-words.ts';
import type { Tables } from '../tables.ts';
import { ERASING, postgresStatement } from './statement.ts';

export const postgresWords: SqlWords = {
  statementsOf: ({ statements, postgres }) => postgres ?? statements.map(postgresStatement),

  async listColumns(db) {
    const { rows } = await sql<StoredColumn & { isText: unknown }>`
      SELECT t.relname AS "table", c.attname AS "column", c.atttypid = 'text'::regtype AS "isText",
        coalesce(array_position(k.conkey, c.attnum), 0) AS "keyPlace"
      FROM pg_class t
      JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
      LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
      WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
      ORDER BY t.relname COLLATE "C", c.attnum`.execute(db);
    return rows.map((row) => ({ ...row, isText: Boolean(row.isText) }));
  },

  holds: (column, text) => sql<boolean>`strpos(${sql.ref(column)}, ${text}) > 0`,

  // Its own arrays in JSON have a space after each comma. Sorted as SQLite sorts.
  keyJson(columns) {
    const parts = columns.map((column) => sql`to_json(${sql.ref(column)})`);
    return sql<string>`('[' || concat_ws(',', ${sql.join(parts)}) || ']') COLLATE "C"`;
  },

  async withoutTriggers(trx, names, act) {
    await requireTriggers(trx, names);
    const before = await nowErasing(trx);
    await setErasing(trx, [before, ...names].join(' ').trim());
    const result = await act();
    // An act that throws takes the whole transaction back, this setting included.
    await setErasing(trx, before);
    return result;
  },

  // Rows of before leave its files and its own log as vacuum and checkpoints come to them; archives are its keepers' affair.
  async emptyLog() {},
};

async function requireTriggers(trx: Kysely<Tables>, names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace`.execute(trx);
  const missing = names.find((name) => !rows.some((row) => row.name === name));
  if (missing !== undefined) throw new Error(`there is no trigger ${missing}`);
}

async function nowErasing(trx: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ names: string }>`
    SELECT coalesce(current_setting(${ERASING}, true), '') AS names`.execute(trx);
  return rows[0]?.names ?? '';
}

/** Until the transaction ends. */
async function setErasing(trx: Kysely<Tables>, names: string): Promise<void> {
  await sql`SELECT set_config(${ERASING}, ${names}, true)`.execute(trx);
}
