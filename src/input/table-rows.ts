/** Rows of a table, whatever they were read from: CSV, a workbook, a paste. Cells stay text, within bounds. */

import type { Fault } from '../kernel/fault.ts';
import { unwantedMark } from './marks.ts';

export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;
export const MOST_CELL_LENGTH = 2_000;
/** All cells together; 5,000 people with 20 columns have about a million and a half signs. */
const MOST_LENGTH = 3_000_000;
/** Nobody mends more at a time. */
const MOST_FAULTS = 100;

export interface TableRow {
  /** 1-based, as a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A fault of form; which file it is in is known outside. */
export type RowFault = Omit<Fault, 'file'>;

export type TableRows =
  | { readonly ok: true; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

/** Rows that hold something, or every fault of form. */
export function boundedRows(rows: readonly TableRow[]): TableRows {
  const kept = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  // One more for the headings.
  if (kept.length > MOST_ROWS + 1) return { ok: false, faults: [tooManyRows()] };
  const faults: RowFault[] = [];
  let length = 0;
  for (const row of kept) {
    faults.push(...formFaults(row));
    if (faults.length >= MOST_FAULTS) break;
    length += row.cells.reduce((sum, cell) => sum + cell.length, 0);
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
  if (length > MOST_LENGTH) {
    return { ok: false, faults: [{ key: 'fault.csv.too-much-text', params: { most: MOST_LENGTH } }] };
  }
  return { ok: true, rows: kept };
}

export function tooManyRows(): RowFault {
  return { key: 'fault.csv.too-many-rows', params: { most: MOST_ROWS } };
}

function formFaults({ row, cells }: TableRow): RowFault[] {
  if (cells.length > MOST_COLUMNS) {
    return [
      { key: 'fault.csv.too-many-columns', params: { most: MOST_COLUMNS, columns: cells.length }, row },
    ];
  }
  return cells.flatMap((cell, i): RowFault[] => {
    const column = columnLetter(i);
    if (cell.length > MOST_CELL_LENGTH) {
      return [
        {
          key: 'fault.csv.cell-too-long',
          params: { most: MOST_CELL_LENGTH },
          row,
          column,
          value: cell.slice(0, 60),
        },
      ];
    }
    const code = unwantedMark(cell);
    return code === undefined ? [] : [{ key: 'fault.csv.control-mark', params: { code }, row, column }];
  });
}

/** A, B, … Z, AA, as spreadsheets letter their columns. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
