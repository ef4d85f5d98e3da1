/** Rows of any source as a table: the heading row found and matched, each row's cells reached by what they mean. */

import { foldForSearch } from '../kernel/names.ts';
import { unknownWord } from '../kernel/nearest.ts';
import type { Columns } from './columns.ts';
import { parseCsv } from './csv.ts';
import type { FaultList } from './fault-list.ts';
import { columnLetter, type TableRow } from './table-rows.ts';
import { decodeText } from './text-decoding.ts';

/** A title or two often stand above the headings in lists kept in Excel. */
const MOST_ROWS_ABOVE = 10;

/** One cell and where it stands, for the readers in `fields.ts`. */
export interface Cell {
  readonly file: string;
  readonly row: number;
  /** Heading as the file spells it; where the file lacks the column, the heading it should have. */
  readonly column: string;
  readonly text: string;
}

export interface SheetRow<K extends string> {
  readonly row: number;
  /** An absent column reads as an empty cell. */
  cell(key: K): Cell;
}

export interface Sheet<K extends string> {
  readonly rows: readonly SheetRow<K>[];
  has(key: K): boolean;
}

export interface TableSource<K extends string> {
  readonly file: string;
  readonly columns: Columns<K>;
  /** Of each group, at least one column must be there. */
  readonly required: readonly (readonly K[])[];
}

/** A CSV file, as `readTable` has it. */
export function readSheet<K extends string>(
  source: TableSource<K> & { readonly bytes: Uint8Array },
  faults: FaultList,
): Sheet<K> | undefined {
  const { file, bytes } = source;
  const text = decodeText(file, bytes, faults);
  if (text === undefined) return undefined;
  const csv = parseCsv(text);
  if (!csv.ok) {
    for (const fault of csv.faults) faults.fault({ ...fault, file });
    return undefined;
  }
  return readTable(csv.rows, source, faults);
}

/** Undefined after telling at least one fault. A heading nobody knows is only a warning: its column is left out. */
function readTable<K extends string>(
  rows: readonly TableRow[],
  source: TableSource<K>,
  faults: FaultList,
): Sheet<K> | undefined {
  const { file } = source;
  const before = faults.count;
  const heading = findHeading(rows, source);
  const places = matchHeadings(heading, source, faults);
  tellMissing(places, heading, source, faults);
  const body = rows.filter(({ row }) => row > heading.row);
  for (const row of body) tellWidth(row, heading, file, faults);
  if (faults.count > before) return undefined;
  return {
    rows: body.map((row) => sheetRow(row, heading, places, source)),
    has: (key) => places.has(key),
  };
}

/** The first of the top rows that names most of what is required; the very first one when none does better. */
function findHeading<K extends string>(
  rows: readonly TableRow[],
  source: Pick<TableSource<K>, 'columns' | 'required'>,
): TableRow {
  const first = rows[0] ?? { row: 1, cells: [] };
  let best = first;
  let bestCount = 0;
  for (const row of rows.slice(0, MOST_ROWS_ABOVE)) {
    const found = new Set(row.cells.map((cell) => keyOf(cell, source.columns)));
    const count = source.required.filter((group) => group.some((key) => found.has(key))).length;
    if (count > bestCount) {
      best = row;
      bestCount = count;
    }
  }
  return best;
}

/** Letters and digits only, without diacritics: "Họ & tên:" is "ho ten", and so is "HỌ TÊN". */
function foldHeading(text: string): string {
  return foldForSearch(text.replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' '));
}

/** What a heading means; undefined for one nobody knows. */
export function keyOf<K extends string>(heading: string, columns: Columns<K>): K | undefined {
  const folded = foldHeading(heading);
  if (folded === '') return undefined;
  const keys = Object.keys(columns) as K[];
  return keys.find((key) => columns[key].some((known) => foldHeading(known) === folded));
}

/** Column index of each key. */
function matchHeadings<K extends string>(
  heading: TableRow,
  { file, columns }: TableSource<K>,
  faults: FaultList,
): ReadonlyMap<K, number> {
  const places = new Map<K, number>();
  const known = Object.values<readonly string[]>(columns).flat();
  heading.cells.forEach((text, i) => {
    if (text === '') return;
    const at = { file, row: heading.row, column: columnLetter(i) };
    const key = keyOf(text, columns);
    if (key === undefined) {
      faults.warn({ ...at, ...unknownWord('fault.csv.heading-unknown', text, known) });
    } else if (key !== 'ignored' && places.has(key)) {
      faults.fault({ ...at, key: 'fault.csv.heading-twice', params: { heading: text }, value: text });
    } else places.set(key, i);
  });
  return places;
}

function tellMissing<K extends string>(
  places: ReadonlyMap<K, number>,
  heading: TableRow,
  { file, columns, required }: TableSource<K>,
  faults: FaultList,
): void {
  for (const group of required) {
    if (group.some((key) => places.has(key))) continue;
    const wanted = group.map((key) => `“${columns[key][0]}”`).join(' / ');
    const value = heading.cells.filter((cell) => cell !== '').join(', ');
    faults.fault({
      key: 'fault.csv.heading-missing',
      params: { wanted, value },
      file,
      row: heading.row,
      value,
    });
  }
}

/** A cell past the last heading usually means an unquoted comma: reading on would shift every value. */
function tellWidth({ row, cells }: TableRow, heading: TableRow, file: string, faults: FaultList): void {
  const columns = heading.cells.length;
  const stray = cells.findIndex((cell, i) => i >= columns && cell !== '');
  if (stray < 0) return;
  const value = cells[stray] ?? '';
  const params = { columns, cells: cells.length, value };
  faults.fault({
    key: 'fault.csv.row-too-wide',
    params,
    file,
    row,
    column: columnLetter(stray),
    value,
  });
}

function sheetRow<K extends string>(
  { row, cells }: TableRow,
  heading: TableRow,
  places: ReadonlyMap<K, number>,
  { file, columns }: TableSource<K>,
): SheetRow<K> {
  return {
    row,
    cell: (key) => {
      const place = places.get(key);
      if (place === undefined) return { file, row, column: columns[key][0], text: '' };
      return { file, row, column: heading.cells[place] ?? '', text: cells[place] ?? '' };
    },
  };
}
