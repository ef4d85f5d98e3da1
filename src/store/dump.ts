/**
 * Everything in a database, as lines of JSON that either engine reads: a head, then each table with its columns, its rows by key
 * and what they come to, then an end. Tables that others refer to come first.
 */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { schemaNumber } from './migration.ts';
import type { StoredColumn, TableReference } from './sql-words.ts';
import { wordsOf } from './words-of.ts';

/** Of this form of file. */
export const DUMP_FORM = 1;
/** The schema is made by whoever reads it. */
const LEFT_OUT = ['migration', 'sqlite_sequence'];
const ROWS_AT_ONCE = 500;

/** Octets are told apart from text. */
export type DumpValue = string | number | null | { readonly base64: string };

export interface DumpedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** What the rows of a table come to: SHA-256 over their lines, each with its line feed. */
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

export async function* dumpLines(db: Database): AsyncGenerator<string> {
  yield line({ 'lich-truc': DUMP_FORM, schema: await schemaNumber(db) });
  const sums = createHash('sha256');
  for (const table of await dumpedTables(db)) {
    yield line({ table: table.table, columns: table.columns });
    const hash = createHash('sha256');
    let count = 0;
    for await (const row of rowLines(db, table)) {
      hash.update(row);
      count += 1;
      yield row;
    }
    const last = await wordsOf(db).lastNumber(db, table.table);
    const sum = { rows: count, sha256: hash.digest('hex') };
    sums.update(sum.sha256);
    yield line({ end: table.table, ...sum, ...(last === undefined ? {} : { last }) });
  }
  yield line({ sha256: sums.digest('hex') });
}

/** As `dumpLines` would say of it. */
export async function sumOf(db: Database, table: DumpedTable): Promise<TableSum> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const row of rowLines(db, table)) {
    hash.update(row);
    rows += 1;
  }
  return { rows, sha256: hash.digest('hex') };
}

/** Every table, those that are referred to before those that refer to them. */
export async function dumpedTables(db: Database): Promise<readonly DumpedTable[]> {
  const words = wordsOf(db);
  const columns = await words.listColumns(db);
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !LEFT_OUT.includes(name));
  return inOrder(names, await words.listReferences(db)).map((table) => tableOf(table, columns));
}

function tableOf(table: string, all: readonly StoredColumn[]): DumpedTable {
  const own = all.filter((each) => each.table === table);
  const key = own.filter(({ keyPlace }) => keyPlace > 0).sort((a, b) => a.keyPlace - b.keyPlace);
  return { table, columns: own.map(({ column }) => column), key: key.map(({ column }) => column) };
}

/** Throws where tables refer to one another in a circle. */
function inOrder(names: readonly string[], references: readonly TableReference[]): readonly string[] {
  const done: string[] = [];
  let left = [...names];
  while (left.length > 0) {
    const ready = left.filter((name) =>
      references.every(({ table, to }) => table !== name || to === name || done.includes(to)),
    );
    if (ready.length === 0) throw new Error(`tables refer to one another: ${left.join(', ')}`);
    done.push(...ready);
    left = left.filter((name) => !ready.includes(name));
  }
  return done;
}

/** By key, some at a time. */
async function* rowLines(db: Database, { table, columns, key }: DumpedTable): AsyncGenerator<string> {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let after: readonly unknown[] | undefined;
  for (;;) {
    const where = after ? sql`WHERE (${keys}) > (${sql.join(after)})` : sql``;
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} ${where} ORDER BY ${keys} LIMIT ${ROWS_AT_ONCE}`.execute(db);
    for (const row of rows) yield line(columns.map((column) => dumpValue(row[column])));
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = key.map((column) => last[column]);
  }
}

function dumpValue(value: unknown): DumpValue {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`a ${typeof value} is no value of a column`);
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
