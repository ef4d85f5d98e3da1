/** A CSV reader after RFC 4180, for what spreadsheets save in Vietnam: comma, semicolon or tab. Cells stay text. */

import { boundedRows, MOST_ROWS, type RowFault, type TableRows, tooManyRows } from './table-rows.ts';

const DELIMITERS = ['\t', ';', ','] as const;
const MOST_LOOKED_AT = 200;
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

/**
 * The delimiter that cuts most lines into the same number of cells, quoted ones left aside: a comma in a title or in a cell
 * is none. Of alike ones the one that cuts more; then a tab, then a semicolon; a comma when none does.
 */
export function detectDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replace(QUOTED_CELL, '$1');
  const lines = bare.split(/\r\n|\r|\n/u).slice(0, MOST_LOOKED_AT);
  let best = { delimiter: ',', lines: 0, cells: 0 };
  for (const delimiter of DELIMITERS) {
    const alike = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(delimiter).length;
      if (cells > 1) alike.set(cells, (alike.get(cells) ?? 0) + 1);
    }
    for (const [cells, count] of alike) {
      if (count > best.lines || (count === best.lines && cells > best.cells)) {
        best = { delimiter, lines: count, cells };
      }
    }
  }
  return best.delimiter;
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
