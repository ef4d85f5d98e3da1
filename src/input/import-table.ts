/**
 * A table that someone hands over on a page, as a file or a paste: read, guessed at, mended cell by cell, and carried
 * from one form to the next. What its columns are is the reader's to say; it knows nothing of people.
 */

import { z } from 'zod';
import type { Fault } from '../kernel/fault.ts';
import type { Columns } from './columns.ts';
import { parseCsv } from './csv.ts';
import { FaultList } from './fault-list.ts';
import { findHeading, keyOf, type SheetRow } from './sheet.ts';
import { boundedRows, columnLetter, MOST_COLUMNS, type TableRow, type TableRows } from './table-rows.ts';
import { cleanText, decodeText } from './text-decoding.ts';
import { isArchive, readWorkbook, type WorkbookSheet } from './workbook.ts';

export interface ImportTable {
  /** What it is called, to be told to people: a file's name, a sheet's. */
  readonly name: string;
  readonly rows: readonly TableRow[];
}

export type ImportRead =
  | { readonly ok: true; readonly table: ImportTable }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What a table of this kind may hold. */
export interface ImportShape<K extends string> {
  readonly columns: Columns<K>;
  readonly required: readonly (readonly K[])[];
}

/** What each column is, and which row holds the headings. */
export interface ImportChoice<K extends string> {
  /** As the table numbers it; 0 when it has none. */
  readonly heading: number;
  /** By place; undefined is left out. */
  readonly keys: readonly (K | undefined)[];
}

/** CSV or XLSX, told apart by their first octets. Of a workbook the sheet whose headings say most. */
export async function readImportFile<K extends string>(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  shape: ImportShape<K>,
): Promise<ImportRead> {
  if (isArchive(bytes)) {
    const book = await readWorkbook(bytes);
    if (!book.ok) return refused(name, book.faults);
    const sheet = bestSheet(book.sheets, shape);
    const title = book.sheets.length > 1 ? `${name} · ${sheet.name}` : name;
    return { ok: true, table: { name: title, rows: sheet.rows } };
  }
  const faults = new FaultList();
  const text = decodeText(name, bytes, faults);
  return text === undefined ? { ok: false, faults: faults.faults } : tableOf(name, parseCsv(text));
}

/** What copying from a spreadsheet gives: tabs between the cells; or lines of CSV. */
export function readImportPaste(name: string, pasted: string): ImportRead {
  const text = cleanText(pasted);
  if (text.trim() === '') return refused(name, [{ key: 'fault.import.nothing', params: {} }]);
  return tableOf(name, text.includes('\t') ? parseCsv(text, '\t') : parseCsv(text));
}

function tableOf(name: string, read: TableRows): ImportRead {
  return read.ok ? { ok: true, table: { name, rows: read.rows } } : refused(name, read.faults);
}

function refused(name: string, faults: readonly Omit<Fault, 'file'>[]): ImportRead {
  return { ok: false, faults: faults.map((fault) => ({ ...fault, file: name })) };
}

function bestSheet<K extends string>(sheets: readonly WorkbookSheet[], shape: ImportShape<K>): WorkbookSheet {
  const known = ({ rows }: WorkbookSheet): number => {
    const { keys } = guessChoice({ name: '', rows }, shape);
    return keys.filter((key) => key !== undefined).length;
  };
  return sheets.reduce((best, sheet) => (known(sheet) > known(best) ? sheet : best));
}

/** By the headings; without any, nothing is guessed. Of two columns of one meaning the first has it. */
export function guessChoice<K extends string>({ rows }: ImportTable, shape: ImportShape<K>): ImportChoice<K> {
  const heading = findHeading(rows, shape);
  const meanings = heading.cells.map((cell) => keyOf(cell, shape.columns));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const none = meanings.every((key) => key === undefined);
  return {
    heading: none ? 0 : heading.row,
    keys: Array.from({ length: width }, (_, i) => {
      const key = meanings[i];
      return key === 'ignored' || meanings.indexOf(key) < i ? undefined : key;
    }),
  };
}

/** Rows under the headings; a cell's column is its letter, so that what is told of it finds it again. */
export function importedRows<K extends string>(
  { name, rows }: ImportTable,
  { heading, keys }: ImportChoice<K>,
): { readonly row: TableRow; readonly sheetRow: SheetRow<K> }[] {
  return rows
    .filter(({ row }) => row > heading)
    .map((row) => ({
      row,
      sheetRow: {
        row: row.row,
        cell: (key) => {
          const place = keys.indexOf(key);
          const at = { file: name, row: row.row };
          if (place < 0) return { ...at, column: '', text: '' };
          return { ...at, column: columnLetter(place), text: unguarded(row.cells[place] ?? '') };
        },
      },
    }));
}

/** Lists saved by this program guard what looks like a formula with an apostrophe (`output/roster-csv.ts`). */
function unguarded(text: string): string {
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}

/** Some of its cells written anew; rows and columns that are not there are passed over. */
export function mendTable(
  table: ImportTable,
  mends: readonly { readonly row: number; readonly column: number; readonly text: string }[],
): ImportTable {
  const rows = table.rows.map((row) => {
    const cells = [...row.cells];
    for (const { row: number, column, text } of mends) {
      if (number !== row.row || column >= MOST_COLUMNS) continue;
      while (cells.length <= column) cells.push('');
      cells[column] = cleanText(text).trim();
    }
    return { ...row, cells };
  });
  return { ...table, rows };
}

const packed = z.tuple([z.string().max(400)], z.tuple([z.int().min(1)], z.string()));

/** As one text, to be sent along by a form. */
export function packTable({ name, rows }: ImportTable): string {
  return JSON.stringify([name, ...rows.map(({ row, cells }) => [row, ...cells])]);
}

/** What a form sent back, within the bounds of any other table; undefined when it is none. */
export function unpackTable(text: string): ImportTable | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = packed.safeParse(given);
  if (!read.success) return undefined;
  const [name, ...lines] = read.data;
  const rows = boundedRows(lines.map(([row, ...cells]) => ({ row, cells })));
  return rows.ok ? { name, rows: rows.rows } : undefined;
}
