/** What any file or paste of tables is read into: sheets of text cells, with what is merged and what is hidden. */

import type { RowFault, TableRow } from '../table-rows.ts';
import { boundedRows } from '../table-rows.ts';
import { type Conversion, readLetters } from './letters.ts';

/** Whole and inclusive; rows as the sheet numbers them, columns from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something. */
  readonly rows: readonly TableRow[];
  readonly merges: readonly Merge[];
  /** As the sheet numbers them. */
  readonly hiddenRows: readonly number[];
  /** From 0. */
  readonly hiddenColumns: readonly number[];
  /** Present when its letters were of an old font. */
  readonly conversion?: Conversion;
}

export interface Book {
  /** What it is called, to be told to people. */
  readonly name: string;
  readonly sheets: readonly BookSheet[];
}

export type BookRead =
  | { readonly ok: true; readonly sheets: readonly BookSheet[] }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

/** A sheet before its letters are looked at: any line breaks, old fonts, signs nobody sees. */
export interface RawSheet extends Omit<BookSheet, 'rows' | 'conversion'> {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Sheets that hold something, in their order; a sheet beyond the bounds refuses the whole, told by its own fault. */
export function bookOf(raw: readonly RawSheet[]): BookRead {
  const sheets: BookSheet[] = [];
  for (const sheet of raw) {
    const { textOf, conversion } = readLetters(sheet.rows.flatMap(({ cells }) => cells));
    const rows = sheet.rows.map(({ row, cells }) => ({
      row,
      cells: trimEnd(cells.map((text) => textOf(text).trim())),
    }));
    const bounded = boundedRows(rows);
    if (!bounded.ok) return bounded;
    if (bounded.rows.length === 0) continue;
    sheets.push({ ...sheet, rows: bounded.rows, ...(conversion ? { conversion } : {}) });
  }
  return sheets.length > 0 ? { ok: true, sheets } : refusedBook('fault.file.empty');
}

export function refusedBook(key: string, params: RowFault['params'] = {}): Extract<BookRead, { ok: false }> {
  return { ok: false, faults: [{ key, params }] };
}

function trimEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
