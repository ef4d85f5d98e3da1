/** What each cell of a roster says: on which days, at which post or shift, by what names. Nothing of it is matched yet. */

import type { Day } from '../../calendar/day.ts';
import type { Around } from '../day-words.ts';
import type { Book, BookSheet } from '../tables/book.ts';
import { joinedName } from '../tables/person-name.ts';
import { isNote, isNumbering, isSignature, isTotal } from '../tables/row-kind.ts';
import { daysInCell } from './roster-days.ts';
import { type RosterTable, rosterTables } from './roster-tables.ts';

export interface DutySaid {
  /** Of the book, from 0. */
  readonly sheet: number;
  /** As the sheet numbers it. */
  readonly row: number;
  readonly column: number;
  readonly days: readonly Day[];
  /** Words that say which post and shift; empty where the table says nothing of them. */
  readonly where: string;
  /** They are the code of a cell among people and days. */
  readonly isCode: boolean;
  /** A cell of names. */
  readonly text: string;
  /** Of a column beside; tells namesakes apart. */
  readonly phone: string;
  /** What the person is, and the force they belong to, where columns of the row say so. */
  readonly title: string;
  readonly force: string;
}

export interface RosterSaid {
  readonly duties: readonly DutySaid[];
  /** Rows that hold something and are no duties: titles, notes, signatures, days nobody understands. */
  readonly aside: readonly { readonly sheet: number; readonly row: number; readonly text: string }[];
  /** Sheets that hold a roster, and those that are hidden and were not read. */
  readonly sheets: readonly number[];
  readonly hidden: readonly number[];
}

/** @param only one sheet alone; absent for all that are shown. */
export function readDutiesSaid(book: Book, around: Around, only?: number): RosterSaid {
  const duties: DutySaid[] = [];
  const aside: RosterSaid['aside'][number][] = [];
  const sheets: number[] = [];
  book.sheets.forEach((sheet, index) => {
    if (only === undefined ? sheet.hidden : only !== index) return;
    const tables = rosterTables(sheet, around);
    if (tables.length === 0) return;
    sheets.push(index);
    const filled = filledCells(sheet);
    const read = new Set<number>();
    for (const table of tables) {
      for (const duty of dutiesOf(filled, table, around)) {
        read.add(duty.row);
        duties.push({ ...duty, sheet: index });
      }
    }
    const heads = new Set(tables.flatMap(({ heading: { row, height } }) => span(row, height)));
    for (const { row, cells } of sheet.rows) {
      if (read.has(row) || heads.has(row)) continue;
      aside.push({ sheet: index, row, text: cells.filter((cell) => cell !== '').join(' · ') });
    }
  });
  const hidden = book.sheets.flatMap((sheet, i) => (sheet.hidden && only !== i ? [i] : []));
  return { duties, aside, sheets, hidden };
}

function span(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

interface FilledRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const MOST_FILLED = 60_000;

/** What is merged is written once and said of every cell it covers. */
function filledCells({ rows, merges }: BookSheet): FilledRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const byRow = new Map(rows.map(({ row, cells }) => [row, [...cells]]));
  let count = 0;
  for (const { top, left, bottom, right } of merges) {
    const text = byRow.get(top)?.[left] ?? '';
    if (text === '') continue;
    for (let row = top; row <= bottom; row++) {
      const cells = byRow.get(row);
      for (let i = left; cells && i <= Math.min(right, width - 1) && count < MOST_FILLED; i++, count++) {
        if ((cells[i] ?? '') === '') cells[i] = text;
      }
    }
  }
  return rows.map(({ row }) => ({
    row,
    cells: Array.from({ length: width }, (_, i) => byRow.get(row)?.[i] ?? ''),
  }));
}

type Duty = Omit<DutySaid, 'sheet'>;

const NOTHING_BESIDE = { phone: '', title: '', force: '' };

function dutiesOf(filled: readonly FilledRow[], table: RosterTable, around: Around): Duty[] {
  const rows = filled.slice(table.first, table.end);
  if (table.layout === 'days') return dutiesOfDays(rows, table, around);
  return table.layout === 'people' ? dutiesOfPeople(rows, table) : dutiesOfPosts(rows, table);
}

const DITTO = /^(?:["”“〃]+|-?\s*nt\s*-?|như trên)$/iu;

function dutiesOfDays(
  rows: readonly FilledRow[],
  { heading, dayColumn }: RosterTable,
  around: Around,
): Duty[] {
  const { meanings, lines } = heading;
  const at = (...keys: readonly string[]): number[] =>
    meanings.flatMap((key, i) => (key !== undefined && keys.includes(key) ? [i] : []));
  const names = meanings.flatMap((key, i) =>
    i !== dayColumn && (key === undefined || key === 'name') ? [i] : [],
  );
  const [wheres, phones, titles, forces] = [
    at('post', 'shift', 'hours'),
    at('phone'),
    at('title'),
    at('force'),
  ];
  const lastDay = rows.findLastIndex(({ cells }) => daysInCell(cells[dayColumn] ?? '', around).length > 0);
  const duties: Duty[] = [];
  const above: string[] = [];
  let days: readonly Day[] = [];
  let where = '';
  for (const [i, { row, cells }] of rows.entries()) {
    const filled = [...new Set(cells.filter((cell) => cell !== ''))];
    if (i > lastDay && ends(filled, row, rows[i - 1]?.row)) break;
    if (filled.length === 0 || isNumbering(cells)) continue;
    const dayText = cells[dayColumn] ?? '';
    const own = daysInCell(dayText, around);
    // One day over the whole width stands above its rows.
    if (filled.length === 1 && own.length > 0) {
      days = own;
      continue;
    }
    if (isTotal(dayText)) continue;
    // A day nobody understands is no day: its row is told.
    if (own.length > 0 || dayText !== '') days = own;
    const cellWords = wheres.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
    const isNew = own.length > 0 || cellWords.length > 0 || wheres.length === 0;
    if (isNew) where = cellWords.join(' ');
    for (const column of names) {
      const said = cells[column] ?? '';
      const text = DITTO.test(said) ? (above[column] ?? '') : said;
      above[column] = text;
      if (!/\p{L}/u.test(text) || days.length === 0) continue;
      const head = meanings[column] === 'name' && where !== '' ? '' : headWords(lines[column]);
      const besideIn = (columns: readonly number[]): string =>
        columns
          .map((each) => cells[each] ?? '')
          .join(' ')
          .trim();
      const beside = { phone: besideIn(phones), title: besideIn(titles), force: besideIn(forces) };
      duties.push({ row, column, days, where: `${head} ${where}`.trim(), isCode: false, text, ...beside });
    }
  }
  return duties;
}

/** Below the last day: a signature, a note, or a gap. */
function ends(filled: readonly string[], row: number, before: number | undefined): boolean {
  return (
    (before !== undefined && row > before + 1) ||
    filled.some((text) => isSignature(text) || isNote(text) || isTotal(text))
  );
}

function headWords(lines: readonly string[] | undefined): string {
  return (lines ?? []).join(' ').replace(/\s+/gu, ' ').trim();
}

const BETWEEN_CODES = /[\n,;+/&\s]+/u;

function dutiesOfPeople(rows: readonly FilledRow[], { heading, days }: RosterTable): Duty[] {
  const names = heading.meanings.flatMap((key, i) => (key === 'name' && !days.has(i) ? [i] : []));
  return rows.flatMap(({ row, cells }): Duty[] => {
    const name = joinedName(names.map((i) => cells[i] ?? ''));
    if (!/\p{L}/u.test(name) || cells.some(isTotal) || isSignature(name)) return [];
    return [...days].flatMap(([column, day]) => {
      const cell = cells[column] ?? '';
      // A section over the whole width is in every column.
      if (cell === name) return [];
      const codes = cell.split(BETWEEN_CODES).filter((code) => /[\p{L}\d]/u.test(code));
      return codes.map((where) => ({
        ...{ row, column, days: [day], where, isCode: true, text: name },
        ...NOTHING_BESIDE,
      }));
    });
  });
}

function dutiesOfPosts(rows: readonly FilledRow[], { days }: RosterTable): Duty[] {
  const first = Math.min(...days.keys());
  return rows.flatMap(({ row, cells }): Duty[] => {
    const words = cells.slice(0, first).filter((cell) => /\p{L}/u.test(cell));
    const where = [...new Set(words)].join(' ').replace(/\s+/gu, ' ');
    if (where === '' || words.some((cell) => isSignature(cell) || isTotal(cell) || isNote(cell))) return [];
    return [...days].flatMap(([column, day]) => {
      const text = cells[column] ?? '';
      if (!/\p{L}/u.test(text) || words.includes(text)) return [];
      return [{ row, column, days: [day], where, isCode: false, text, ...NOTHING_BESIDE }];
    });
  });
}
