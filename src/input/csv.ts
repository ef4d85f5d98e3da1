/** A CSV reader after RFC 4180, for what spreadsheets save in Vietnam: comma, semicolon or tab. Cells stay text. */

import { boundedRows, MOST_ROWS, type RowFault, type TableRows, tooManyRows } from './table-rows.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** `sep=;` on its own first line is Excel's own way to name the delimiter. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/iu;

/** From a cell's beginning to its closing quote, line breaks and doubled quotes included. */
const QUOTED_CELL = /(^|[,;\t\r\n])"(?:[^"]|"")*(?:"|$)/gu;

/**
 * Rows that hold something, trimmed cells; or every fault of form. A quoted cell may hold line breaks.
 * @param known the delimiter, where it is known; what copying from a spreadsheet gives is separated by tabs.
 */
export function parseCsv(text: string, known?: string): TableRows {
  const named = SEPARATOR_LINE.exec(text);
  const delimiter = named?.[1] ?? known ?? detectDelimiter(text);
  const { rows, faults } = split(named ? text.slice(named[0].length) : text, delimiter);
  const offset = named ? 1 : 0;
  if (faults.length > 0) return { ok: false, faults };
  return boundedRows(
    rows.map((cells, i) => ({ row: i + 1 + offset, cells: cells.map((cell) => cell.trim()) })),
  );
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

interface Split {
  readonly rows: string[][];
  readonly faults: RowFault[];
}

/** One pass over the text; a quote opens a cell only at its beginning, as in RFC 4180 rule 5. */
function split(text: string, delimiter: string): Split {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (rows.length > MOST_ROWS) {
      return { rows: [], faults: [tooManyRows()] };
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
