/**
 * `npx tsx test/store/ship.ts`: writes the dump of each schema number that has none yet into `shipped/`: the dump before
 * it, brought up by its one step, with a row in every new table. A dump, once there, is never made anew: databases out
 * there look like it.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { MIGRATIONS } from '../../src/store/migration.ts';
import type { Migration } from '../../src/store/migrations/step.ts';

export const SHIPPED = join(import.meta.dirname, 'shipped');

export function dumpName(number: number): string {
  return `${String(number).padStart(4, '0')}.sql`;
}

type File = SqliteFile.Database;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

interface Reference {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

function namesOf(file: File): string[] {
  const tables = file.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
  );
  return tables.pluck().all() as string[];
}

/** One row that the table's own rules let in: references to rows that are there, the first of the words it allows. */
function fill(file: File, table: string): void {
  const columns = file.prepare(`SELECT * FROM pragma_table_info('${table}')`).all() as Column[];
  const references = file.prepare(`SELECT * FROM pragma_foreign_key_list('${table}')`).all() as Reference[];
  const made = String(file.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));
  const values = new Map<string, unknown>();
  columns.forEach((column, position) => {
    const said = SAID[`${table}.${column.name}`];
    values.set(column.name, said ?? plainValue(column, position, made));
  });
  for (const { table: parent, from, to } of references) {
    const row = file.prepare(`SELECT * FROM ${parent} ORDER BY rowid LIMIT 1`).get() as
      | Record<string, unknown>
      | undefined;
    values.set(from, row?.[to ?? from] ?? null);
  }
  const names = [...values.keys()];
  const slots = names.map(() => '?').join(', ');
  file.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${slots})`).run(...values.values());
}

/** Where a word that says nothing would not be read. */
const SAID: Readonly<Record<string, unknown>> = {
  'holiday_entry.year': 2027,
  'holiday_entry.kind': 'tet',
  'holiday_entry.entry': JSON.stringify({
    ...{
      key: '2027-tet',
      year: 2027,
      kind: 'tet',
      title: 'Tết Đinh Mùi',
      from: '2027-02-04',
      to: '2027-02-10',
    },
    ...{ status: 'official', source: 'x', swaps: [], holidays: ['2027-02-06'], alternatives: [] },
  }),
};

function plainValue({ name, type, pk }: Column, position: number, made: string): unknown {
  const [, words] =
    new RegExp(`\\b${name}\\b[^,(]*CHECK\\s*\\(${name}\\s+IN\\s*\\(([^)]*)\\)`).exec(made) ?? [];
  const first = words?.split(',')[0]?.trim();
  if (first !== undefined) return first.startsWith("'") ? first.slice(1, -1) : Number(first);
  if (type === 'INTEGER') return name.endsWith('_at') ? 1_800_000_000_000 + position * 1000 : 1;
  if (type === 'REAL') return 1;
  if (type === 'BLOB') return Buffer.from('x');
  return pk > 0 ? `${name}-1` : `[]`;
}

/** As `sqlite3 .dump` writes it. */
function dump(file: File): string {
  const objects = file
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .all() as { type: string; name: string; sql: string }[];
  const tables = objects.filter(({ type }) => type === 'table');
  const others = objects.filter(({ type }) => type !== 'table');
  const lines = tables.flatMap(({ name, sql }) => [`${sql};`, ...rowsOf(file, name)]);
  const rest = others.map(({ sql }) => `${sql};`);
  return ['PRAGMA foreign_keys=OFF;', 'BEGIN TRANSACTION;', ...lines, ...rest, 'COMMIT;', ''].join('\n');
}

function rowsOf(file: File, table: string): string[] {
  const columns = file.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
  const quoted = columns.map((name) => `quote("${name}")`).join(` || ',' || `);
  const rows = file.prepare(`SELECT ${quoted} FROM "${table}"`).pluck().all() as string[];
  return rows.map((values) => `INSERT INTO ${table} VALUES(${values});`);
}

function step(file: File, { number, name, statements }: Migration): void {
  const before = new Set(namesOf(file));
  for (const statement of statements) file.exec(statement);
  file.prepare('INSERT INTO migration (number, name) VALUES (?, ?)').run(number, name);
  // A table may refer to a later one of the same step: again and again, until all have their row.
  let empty = namesOf(file).filter((table) => !before.has(table) && isEmpty(file, table));
  for (let round = 0; empty.length > 0 && round < 10; round++)
    empty = empty.filter((table) => !couldFill(file, table));
  for (const table of empty) fill(file, table);
}

/** A step may have moved rows there. */
function isEmpty(file: File, table: string): boolean {
  return file.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined;
}

function couldFill(file: File, table: string): boolean {
  try {
    fill(file, table);
    return true;
  } catch {
    return false;
  }
}

function ship(migration: Migration): void {
  const file = new SqliteFile(':memory:');
  file.exec(readFileSync(join(SHIPPED, dumpName(migration.number - 1)), 'utf8'));
  file.pragma('foreign_keys = ON');
  file.transaction(() => step(file, migration))();
  writeFileSync(join(SHIPPED, dumpName(migration.number)), dump(file));
  file.close();
}

if (process.argv[1] === import.meta.filename) {
  for (const migration of MIGRATIONS) {
    if (existsSync(join(SHIPPED, dumpName(migration.number)))) continue;
    ship(migration);
    console.log(dumpName(migration.number));
  }
}
