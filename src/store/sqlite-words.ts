/** What SQLite says its own way. */

import { type Kysely, sql } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import type { SqlWords, StoredColumn, TableReference } from './sql-words.ts';
import type { Tables } from './tables.ts';

export const sqliteWords: SqlWords = {
  statementsOf: ({ statements }) => statements,

  // One server runs on a file, and it is this one or gone.
  async requireServers() {},

  async listColumns(db) {
    const { rows } = await sql<Omit<StoredColumn, 'isText'> & { isText: number }>`
      SELECT t.name AS "table", c.name AS "column", c.type = 'TEXT' AS "isText", c.pk AS "keyPlace"
      FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' ORDER BY t.name, c.cid`.execute(db);
    return rows.map((row) => ({ ...row, isText: row.isText === 1 }));
  },

  async listReferences(db) {
    const { rows } = await sql<TableReference>`
      SELECT DISTINCT t.name AS "table", f."table" AS "to"
      FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
      WHERE t.type = 'table' ORDER BY t.name, f."table"`.execute(db);
    return rows;
  },

  async lastNumber(db, table) {
    const { rows } = await sql<{
      seq: number;
    }>`SELECT seq FROM sqlite_sequence WHERE name = ${table}`.execute(db);
    return rows[0]?.seq;
  },

  // A table has its line there once a row was put into it; others go by the rows that are there.
  async setLastNumber(db, table, number) {
    const before = (await sqliteWords.lastNumber(db, table)) ?? 0;
    if (number <= before) return;
    await sql`DELETE FROM sqlite_sequence WHERE name = ${table}`.execute(db);
    await sql`INSERT INTO sqlite_sequence (name, seq)
      SELECT name, ${number} FROM sqlite_schema
      WHERE type = 'table' AND name = ${table} AND sql LIKE '%AUTOINCREMENT%'`.execute(db);
  },

  async listTriggers(db) {
    const { rows } = await sql<Trigger>`
      SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`.execute(db);
    return rows.map(({ name }) => name);
  },

  holds: (column, text) => sql<boolean>`instr(${sql.ref(column)}, ${text}) > 0`,

  keyJson: (columns) => sql<string>`json_array(${sql.join(columns.map((column) => sql.ref(column)))})`,

  now: sql<Instant>`CAST(unixepoch('subsec') * 1000 AS INTEGER)`,

  // There is one writer at a time.
  skippingLocked: sql``,

  async withoutTriggers(trx, names, act) {
    const lifted = await triggersOf(trx, names);
    for (const { name } of lifted) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(trx);
    const result = await act();
    // An act that throws takes the whole transaction back, the dropping included.
    for (const trigger of lifted) await sql.raw(trigger.sql).execute(trx);
    return result;
  },

  // Moves all of the write-ahead log into the file.
  async emptyLog(db) {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },
};

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

async function triggersOf(trx: Kysely<Tables>, names: readonly string[]): Promise<readonly Trigger[]> {
  const { rows } = await sql<Trigger>`
    SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`.execute(trx);
  return names.map((name) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`there is no trigger ${name}`);
    return found;
  });
}
