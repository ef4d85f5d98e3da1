/** Puts what `dump.ts` wrote into an empty database, whichever engine keeps it: all of it, proven row by row, or nothing. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../kernel/app-error.ts';
import type { Database } from './database.ts';
import { DUMP_FORM, type DumpedTable, type DumpValue, dumpedTables, sumOf, type TableSum } from './dump.ts';
import { SCHEMA_NUMBER } from './migration.ts';
import { wordsOf } from './words-of.ts';

const head = z.object({ 'lich-truc': z.literal(DUMP_FORM), schema: z.int() });
const begin = z.object({ table: z.string(), columns: z.array(z.string()) });
const end = z.object({ end: z.string(), rows: z.int(), sha256: z.string(), last: z.int().optional() });
const close = z.object({ sha256: z.string() });
const value = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })]);
const row = z.array(value);

export interface ReadDump {
  readonly tables: number;
  readonly rows: number;
  /** Over the sums of all tables. */
  readonly sha256: string;
}

/**
 * Throws `AppError('conflict', 'error.dump.not-empty')`, or `('invalid', 'error.dump.…')` with the line: `malformed`, `schema`, `altered`, `cut`.
 * Nothing is written then.
 */
export function readDump(db: Database, lines: AsyncIterable<string>): Promise<ReadDump> {
  return db.transaction().execute(async (trx) => {
    const tables = await dumpedTables(trx);
    await requireEmpty(trx, tables);
    const words = wordsOf(trx);
    const reading = new Reading(trx, tables);
    return words.withoutTriggers(trx, await words.listTriggers(trx), async () => {
      for await (const text of lines) await reading.take(text);
      return reading.finish();
    });
  });
}

async function requireEmpty(db: Database, tables: readonly DumpedTable[]): Promise<void> {
  for (const { table } of tables) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(db);
    if (rows.length > 0) throw new AppError('conflict', 'error.dump.not-empty', { table });
  }
}

/** A statement takes 32,766 values in SQLite. */
const VALUES_AT_ONCE = 8_000;

class Reading {
  readonly #db: Database;
  readonly #left: Map<string, DumpedTable>;
  readonly #count: number;
  readonly #sums = createHash('sha256');
  #number = 0;
  #rows = 0;
  #table: DumpedTable | undefined;
  #columns: readonly string[] = [];
  #waiting: DumpValue[][] = [];
  #result: ReadDump | undefined;

  constructor(db: Database, tables: readonly DumpedTable[]) {
    this.#db = db;
    this.#left = new Map(tables.map((table) => [table.table, table]));
    this.#count = tables.length;
  }

  async take(text: string): Promise<void> {
    this.#number += 1;
    const said = this.#parsed(text);
    if (this.#number === 1) this.#open(said);
    else if (this.#result) throw this.#fault('malformed');
    else if (Array.isArray(said)) await this.#takeRow(this.#as(row, said));
    else if (this.#table) await this.#end(this.#as(end, said));
    else if (typeof said === 'object' && said !== null && 'table' in said) this.#begin(this.#as(begin, said));
    else this.#close(this.#as(close, said));
  }

  finish(): ReadDump {
    if (!this.#result) throw this.#fault('cut');
    return this.#result;
  }

  #open(said: unknown): void {
    const { schema } = this.#as(head, said);
    if (schema !== SCHEMA_NUMBER) {
      throw new AppError('invalid', 'error.dump.schema', { found: schema, known: SCHEMA_NUMBER });
    }
  }

  #begin({ table, columns }: z.infer<typeof begin>): void {
    const known = this.#left.get(table);
    const isSame =
      known?.columns.length === columns.length && columns.every((each) => known.columns.includes(each));
    if (!known || !isSame) throw this.#fault('malformed');
    this.#left.delete(table);
    this.#table = known;
    this.#columns = columns;
  }

  async #takeRow(values: DumpValue[]): Promise<void> {
    if (!this.#table || values.length !== this.#columns.length) throw this.#fault('malformed');
    this.#waiting.push(values);
    this.#rows += 1;
    if (this.#waiting.length * this.#columns.length >= VALUES_AT_ONCE) await this.#insert();
  }

  async #insert(): Promise<void> {
    const { table } = this.#table ?? { table: '' };
    const rows = this.#waiting.splice(0).map((values) => sql`(${sql.join(values.map(storedValue))})`);
    if (rows.length === 0) return;
    const columns = sql.join(this.#columns.map((column) => sql.ref(column)));
    await sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES ${sql.join(rows)}`.execute(this.#db);
  }

  /** What stands in the database now must come to what was told of the one before. */
  async #end({ end: name, last, ...told }: z.infer<typeof end>): Promise<void> {
    const table = this.#table;
    if (!table || table.table !== name) throw this.#fault('malformed');
    await this.#insert();
    const found: TableSum = await sumOf(this.#db, { ...table, columns: this.#columns });
    if (found.rows !== told.rows || found.sha256 !== told.sha256) throw this.#fault('altered');
    await wordsOf(this.#db).setLastNumber(this.#db, name, last ?? 0);
    this.#sums.update(told.sha256);
    this.#table = undefined;
  }

  #close({ sha256 }: z.infer<typeof close>): void {
    if (this.#left.size > 0) throw this.#fault('cut');
    if (this.#sums.digest('hex') !== sha256) throw this.#fault('altered');
    this.#result = { tables: this.#count, rows: this.#rows, sha256 };
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.#fault('malformed');
    }
  }

  #as<T>(shape: z.ZodType<T>, said: unknown): T {
    const parsed = shape.safeParse(said);
    if (!parsed.success) throw this.#fault('malformed');
    return parsed.data;
  }

  #fault(what: 'malformed' | 'altered' | 'cut'): AppError {
    return new AppError('invalid', `error.dump.${what}`, { line: this.#number });
  }
}

function storedValue(said: DumpValue): string | number | null | Buffer {
  return typeof said === 'object' && said !== null ? Buffer.from(said.base64, 'base64') : said;
}
