/** What PostgreSQL says its own way. */

import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { SqlWords, StoredColumn, TableReference } from '../sql-words.ts';
import type { Tables } from '../tables.ts';
import { listServers } from './nodes.ts';
import { ERASING, postgresStatement } from './statement.ts';
import { COUNTER } from './written.ts';

export const postgresWords: SqlWords = {
  statementsOf: ({ statements, postgres }) => postgres ?? statements.map(postgresStatement),

  async requireServers(trx, schema) {
    const older = (await listServers(trx)).filter((server) => server.schema < schema);
    if (older.length === 0) return;
    const versions = [...new Set(older.map(({ version }) => version))].join(', ');
    throw new AppError('unavailable', 'error.server.older', { count: older.length, versions });
  },

  async listColumns(db) {
    const { rows } = await sql<StoredColumn & { isText: unknown }>`
      SELECT t.relname AS "table", c.attname AS "column", c.atttypid = 'text'::regtype AS "isText",
        coalesce(array_position(k.conkey, c.attnum), 0) AS "keyPlace"
      FROM pg_class t
      JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
      LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
      WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname <> ${COUNTER}
      ORDER BY t.relname COLLATE "C", c.attnum`.execute(db);
    return rows.map((row) => ({ ...row, isText: Boolean(row.isText) }));
  },

  async listReferences(db) {
    const { rows } = await sql<TableReference>`
      SELECT DISTINCT t.relname AS "table", o.relname AS "to"
      FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid JOIN pg_class o ON o.oid = f.confrelid
      WHERE f.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`.execute(db);
    return rows;
  },

  async lastNumber(db, table) {
    const numbered = await numbersOf(db, table);
    if (!numbered) return undefined;
    const { rows } = await sql<{ last: number; called: unknown }>`
      SELECT last_value AS last, is_called AS called FROM ${sql.raw(numbered.sequence)}`.execute(db);
    const [row] = rows;
    return row?.called ? row.last : undefined;
  },

  async setLastNumber(db, table, number) {
    const numbered = await numbersOf(db, table);
    if (!numbered) return;
    await sql`SELECT setval(${numbered.sequence}::regclass, last) FROM (
      SELECT greatest(${number}, max(${sql.ref(numbered.column)})) AS last FROM ${sql.table(table)}) AS numbers
      WHERE last > 0`.execute(db);
  },

  async listTriggers(db) {
    const { rows } = await sql<{ name: string }>`
      SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT tgisinternal AND tgname <> 'rota_changed' AND c.relnamespace = current_schema()::regnamespace
      ORDER BY tgname COLLATE "C"`.execute(db);
    return rows.map(({ name }) => name);
  },

  holds: (column, text) => sql<boolean>`strpos(${sql.ref(column)}, ${text}) > 0`,

  // Its own arrays in JSON have a space after each comma. Sorted as SQLite sorts.
  keyJson(columns) {
    const parts = columns.map((column) => sql`to_json(${sql.ref(column)})`);
    return sql<string>`('[' || concat_ws(',', ${sql.join(parts)}) || ']') COLLATE "C"`;
  },

  // Not the transaction's beginning: it may have waited for other writers.
  now: sql<Instant>`CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)`,

  skippingLocked: sql`FOR UPDATE SKIP LOCKED`,

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

interface Numbered {
  readonly column: string;
  /** Quoted, as SQL takes it. */
  readonly sequence: string;
}

/** Undefined where the table's key is no number of the database's. */
async function numbersOf(db: Kysely<Tables>, table: string): Promise<Numbered | undefined> {
  const { rows } = await sql<Numbered>`
    SELECT c.attname AS "column", pg_get_serial_sequence(quote_ident(t.relname), c.attname) AS "sequence"
    FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attidentity <> ''
    WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname = ${table}`.execute(
    db,
  );
  return rows[0];
}

async function requireTriggers(trx: Kysely<Tables>, names: readonly string[]): Promise<void> {
  const found = await postgresWords.listTriggers(trx);
  const missing = names.find((name) => !found.includes(name));
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
