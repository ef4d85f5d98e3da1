/** A CSV reader after RFC 4180, for what spreadsheets save in Vietnam: comma, semicolon or tab. Cells stay text. */

import type { Fault } from '../kernel/fault.ts';
import { unwantedMark } from './marks.ts';

export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;
export const MOST_CELL_LENGTH = 2_000;

const DELIMITERS = [',', ';', '\t'] as const;
/** `sep=;` on its own first line is Excel's own way to name the delimiter. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/iu;

/** From a cell's beginning to its closing quote, line breaks and doubled quotes included. */
const QUOTED_CELL = /(^|[,;\t\r\n])"(?:[^"]|"")*(?:"|$)/gu;

export interface CsvRow {
  /** 1-based, as a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

type CsvFault = Omit<Fault, 'file'>;

export type Csv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

/** Rows that hold something, trimmed cells; or every fault of form. A quoted cell may hold line breaks. */
export function parseCsv(text: string): Csv {
  const named = SEPARATOR_LINE.exec(text);
  const delimiter = named?.[1] ?? detectDelimiter(text);
  const { rows, faults } = split(named ? text.slice(named[0].length) : text, delimiter);
  const offset = named ? 1 : 0;
  const kept = rows
    .map((cells, i) => ({ row: i + 1 + offset, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const all = [...faults, ...kept.flatMap(formFaults)];
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, rows: kept };
}

/** The delimiter that stands most often outside quotes in the first line that has any; a comma when none does. */
export function detectDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replace(QUOTED_CELL, '$1');
  for (const line of bare.split(/\r\n|\r|\n/u)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)] ?? ',';
  }
  return ',';
}

function formFaults({ row, cells }: CsvRow): CsvFault[] {
  if (cells.length > MOST_COLUMNS) {
    return [
      { key: 'fault.csv.too-many-columns', params: { most: MOST_COLUMNS, columns: cells.length }, row },
    ];
  }
  return cells.flatMap((cell, i): CsvFault[] => {
    const column = columnLetter(i);
    if (cell.length > MOST_CELL_LENGTH) {
      return [
        { key: 'fault.csv.cell-too-long', params: { most: MOST_CELL_LENGTH }, row, column, value: cell },
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

interface Split {
  readonly rows: string[][];
  readonly faults: CsvFault[];
}

/** One pass over the text; a quote opens a cell only at its beginning, as in RFC 4180 rule 5. */
function split(text: string, delimiter: string): Split {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (rows.length > MOST_ROWS) {
      return { rows: [], faults: [{ key: 'fault.csv.too-many-rows', params: { most: MOST_ROWS } }] };
    }
    const cell = readCell(text, at, delimiter);
    if (!cell)
      return { rows: [], faults: [{ key: 'fault.csv.quote-open', params: {}, row: rows.length + 1 }] };
    cells.push(cell.text);
    at = cell.end;
    const next = text[at];
    if (next === delimiter) {
      at++;
      if (at === text.length) cells.push('');
      continue;
    }
    rows.push(cells);
    cells = [];
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  if (cells.length > 0) rows.push(cells);
  return { rows, faults: [] };
}

/** The cell that begins at `at` and where it ends; undefined when its quote never closes. */
function readCell(text: string, at: number, delimiter: string): { text: string; end: number } | undefined {
  let end = at;
  let content = '';
  if (text[at] === '"') {
    for (let from = at + 1; ; from = end + 1) {
      end = text.indexOf('"', from);
      if (end < 0) return undefined;
      content += text.slice(from, end);
      end++;
      if (text[end] !== '"') break;
      content += '"';
    }
    at = end;
  }
  // What follows a closing quote up to the delimiter belongs to the cell, as spreadsheets read it.
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: content + text.slice(at, end), end };
}
