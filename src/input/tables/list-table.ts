/**
 * One list of a book as a page or the command line goes through it: which sheet, which heading, what each column is,
 * which rows are left out, what was mended. Carried from one form to the next; what its columns are for is not known here.
 */

import { z } from 'zod';
import { boundedRows, MOST_COLUMNS, type TableRow } from '../table-rows.ts';
import { cleanText } from '../text-decoding.ts';
import { type Block, blockOf } from './block.ts';
import type { Book, BookSheet } from './book.ts';
import { foldHeading, type TableShape } from './headings.ts';
import { type Flips, linesOf, type TableLine } from './lines.ts';

/** What someone said of a table; what is absent is found. */
export interface TableAsked {
  readonly sheet?: number;
  /** The row of the headings; 0 for none. */
  readonly heading?: number;
  /** By column of the block: a key, or empty for a column left out. */
  readonly keys?: readonly string[];
  readonly flips?: Flips;
  readonly mends?: readonly Mend[];
  /** Answers to questions, by the question's id. */
  readonly answers?: ReadonlyMap<string, string>;
  /** Names stay in the capitals they stand in. */
  readonly keepCase?: boolean;
  /** What this unit said of columns before, by folded heading; empty for a column left out. */
  readonly remembered?: ReadonlyMap<string, string>;
}

export interface Mend {
  readonly row: number;
  /** Of the sheet, from 0. */
  readonly column: number;
  readonly text: string;
}

export interface ListTable<K extends string> {
  readonly book: Book;
  readonly sheetIndex: number;
  readonly sheet: BookSheet;
  readonly block: Block<K>;
  /** By column of the block. */
  readonly keys: readonly (K | undefined)[];
  /** What was found for columns before anyone said otherwise. */
  readonly found: readonly (K | undefined)[];
  readonly lines: readonly TableLine[];
  readonly answers: ReadonlyMap<string, string>;
  readonly keepCase: boolean;
}

/** Guesses a column that its heading does not tell, by what stands in it. */
export type ColumnGuess<K extends string> = (
  block: Block<K>,
  lines: readonly TableLine[],
) => (K | undefined)[];

export interface ListShape<K extends string> extends TableShape<K> {
  /** Keys that name an entry. */
  readonly names: readonly K[];
  /** Keys that only some entries share, such as a department: alone beside a name they make no entry. */
  readonly shared: readonly K[];
  /** Each row under one name is an entry of its own, and not more of the one above. */
  readonly isEachRow?: boolean;
  readonly guess: ColumnGuess<K>;
}

export function layOut<K extends string>(book: Book, shape: ListShape<K>, asked: TableAsked): ListTable<K> {
  const { flips = new Set(), answers = new Map(), keepCase = false } = asked;
  const sheetIndex = book.sheets[asked.sheet ?? -1] ? (asked.sheet ?? 0) : bestSheet(book, shape);
  const sheet = mended(book.sheets[sheetIndex] ?? EMPTY, asked.mends ?? []);
  const block = blockOf(sheet, shape, asked.heading);
  const found = { ...block, keys: withMemory(block, shape, asked.remembered) };
  const guessed = shape.guess(found, linesWith(sheet, found, { shape, keys: found.keys, flips }));
  const keys = asked.keys ? block.columns.map((_, i) => keyNamed(shape, asked.keys?.[i] ?? '')) : guessed;
  return {
    book,
    sheetIndex,
    sheet,
    block: found,
    keys,
    found: guessed,
    lines: linesWith(sheet, found, { shape, keys, flips }),
    answers,
    keepCase,
  };
}

const EMPTY: BookSheet = { name: '', hidden: false, rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };

function keyNamed<K extends string>({ columns }: ListShape<K>, name: string): K | undefined {
  return (Object.keys(columns) as K[]).find((key) => key === name && (key as string) !== 'ignored');
}

function withMemory<K extends string>(
  { columns, keys }: Block<K>,
  shape: ListShape<K>,
  remembered: ReadonlyMap<string, string> | undefined,
): (K | undefined)[] {
  return columns.map(({ heading }, i) => {
    const said = heading === '' ? undefined : remembered?.get(foldHeading(heading));
    return said === undefined ? keys[i] : keyNamed(shape, said);
  });
}

function linesWith<K extends string>(
  sheet: BookSheet,
  block: Block<K>,
  {
    shape,
    keys,
    flips,
  }: { readonly shape: ListShape<K>; readonly keys: readonly (K | undefined)[]; readonly flips: Flips },
): TableLine[] {
  const at = (wanted: (key: K) => boolean): number[] =>
    keys.flatMap((key, i) => (key !== undefined && wanted(key) ? [i] : []));
  const names = at((key) => shape.names.includes(key));
  const values = at((key) => !shape.names.includes(key) && !shape.shared.includes(key));
  return linesOf(sheet, block, { keys: { names, values, isEachRow: shape.isEachRow === true }, flips });
}

/** Of the sheets that are shown, the one whose headings say most; of alike ones the first that has entries. */
function bestSheet<K extends string>({ sheets }: Book, shape: ListShape<K>): number {
  const known = (sheet: BookSheet): number => {
    const { heading, keys, height } = blockOf(sheet, shape);
    const entries = sheet.rows.some(({ row }) => row >= heading + height) ? 1 : 0;
    return (
      (sheet.hidden ? 0 : 1000) +
      (heading > 0 ? 100 : 0) +
      entries * 50 +
      keys.filter((key) => key !== undefined).length
    );
  };
  const scores = sheets.map(known);
  return scores.indexOf(Math.max(...scores));
}

/** What someone said of columns otherwise than they were found, by folded heading: to be remembered. */
export function columnsSaid<K extends string>({ block, keys, found }: ListTable<K>): Map<string, string> {
  return new Map(
    block.columns.flatMap(({ heading }, i): [string, string][] =>
      heading === '' || keys[i] === found[i] ? [] : [[foldHeading(heading), keys[i] ?? '']],
    ),
  );
}

/** Some of its cells written anew; rows and columns that are not there are passed over. */
function mended(sheet: BookSheet, mends: readonly Mend[]): BookSheet {
  if (mends.length === 0) return sheet;
  const rows = sheet.rows.map((row) => {
    const cells = [...row.cells];
    for (const { row: number, column, text } of mends) {
      if (number !== row.row || column >= MOST_COLUMNS) continue;
      while (cells.length <= column) cells.push('');
      cells[column] = cleanText(text).trim();
    }
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

const number = z.int().min(0).max(2_000_000);
const row = z.tuple([z.int().min(1)], z.string());
const packedSheet = z.object({
  name: z.string().max(400),
  hidden: z.boolean(),
  rows: z.array(row),
  merges: z.array(z.tuple([number, number, number, number])),
  hiddenRows: z.array(number),
  hiddenColumns: z.array(number),
  conversion: z
    .object({
      from: z.enum(['tcvn3', 'vni', 'vps']),
      cells: number,
      samples: z.array(z.tuple([z.string(), z.string()])).max(10),
    })
    .optional(),
});
const packed = z.object({ name: z.string().max(400), sheets: z.array(packedSheet).min(1).max(40) });

/** As one text, to be sent along by a form: what was mended stays mended. */
export function packTable({ book, sheet, sheetIndex }: ListTable<string>): string {
  const sheets = book.sheets.map((each, i) => (i === sheetIndex ? sheet : each));
  return packBook({ ...book, sheets });
}

/** The same of a book that is read whole. */
export function packBook({ name, sheets }: Book): string {
  return JSON.stringify({ name, sheets: sheets.map(packSheet) });
}

function packSheet({ rows, merges, ...rest }: BookSheet): unknown {
  return {
    ...rest,
    rows: rows.map(({ row, cells }) => [row, ...cells]),
    merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
  };
}

/** What a form sent back, within the bounds of any other book; undefined when it is none. */
export function unpackBook(text: string): Book | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = packed.safeParse(given);
  if (!read.success) return undefined;
  const sheets: BookSheet[] = [];
  for (const { rows, merges, conversion, ...rest } of read.data.sheets) {
    const lines: TableRow[] = rows.map(([number, ...cells]) => ({ row: number, cells }));
    const bounded = boundedRows(lines);
    if (!bounded.ok) return undefined;
    sheets.push({
      ...rest,
      rows: bounded.rows,
      merges: merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
      ...(conversion ? { conversion } : {}),
    });
  }
  return { name: read.data.name, sheets };
}
