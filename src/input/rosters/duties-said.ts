/** What each cell of a roster says: on which days, at which post or shift, by what names. Nothing of it is matched yet. */

import type { Day } from '../../calendar/day.ts';
import { normaliseName } from '../../kernel/names.ts';
import type { Around } from '../day-words.ts';
import type { Book, BookSheet } from '../tables/book.ts';
import { joinedName } from '../tables/person-name.ts';
import { isNote, isNumbering, isSignature, isTotal } from '../tables/row-kind.ts';
import { columnsOf, type FilledRow, type Strip, stripsOf, throughTo } from './day-strips.ts';
import { daysInCell, isOtherWeekday } from './roster-days.ts';
import { lunarText, type RosterTable, rosterTables } from './roster-tables.ts';

export interface DutySaid {
  /** Of the book, from 0. */
  readonly sheet: number;
  /** As the sheet numbers it. */
  readonly row: number;
  readonly column: number;
  readonly days: readonly Day[];
  /** The day of the week beside them is another: nobody knows which is meant. */
  readonly doubtful: boolean;
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
  /** How many hidden columns of those sheets were not read. */
  readonly hiddenColumns: number;
}

/** @param only one sheet alone; absent for all that are shown. */
export function readDutiesSaid(book: Book, around: Around, only?: number): RosterSaid {
  const duties: DutySaid[] = [];
  const aside: RosterSaid['aside'][number][] = [];
  const sheets: number[] = [];
  let hiddenColumns = 0;
  book.sheets.forEach((whole, index) => {
    if (only === undefined ? whole.hidden : only !== index) return;
    const sheet = shownOf(whole);
    const tables = rosterTables(sheet, around);
    if (tables.length === 0) return;
    sheets.push(index);
    hiddenColumns += whole.hiddenColumns.filter((i) =>
      whole.rows.some(({ cells }) => (cells[i] ?? '') !== ''),
    ).length;
    const filled = filledCells(sheet);
    const read = new Set<number>();
    for (const table of tables) {
      for (const duty of dutiesOf(filled, table, around)) {
        read.add(duty.row);
        duties.push({ ...duty, sheet: index });
      }
    }
    const heads = new Set(tables.flatMap(({ heading: { row, height } }) => span(row, height)));
    for (const { row, cells } of whole.rows) {
      if (read.has(row) || heads.has(row)) continue;
      aside.push({ sheet: index, row, text: cells.filter((cell) => cell !== '').join(' · ') });
    }
  });
  const hidden = book.sheets.flatMap((sheet, i) => (sheet.hidden && only !== i ? [i] : []));
  return { duties, aside, sheets, hidden, hiddenColumns };
}

/** Without its hidden rows and columns: what is hidden is told, and not read. */
function shownOf(sheet: BookSheet): BookSheet {
  const [rows, columns] = [new Set(sheet.hiddenRows), new Set(sheet.hiddenColumns)];
  if (rows.size === 0 && columns.size === 0) return sheet;
  const shown = sheet.rows.filter(({ row }) => !rows.has(row));
  return {
    ...sheet,
    rows: shown.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, i) => (columns.has(i) ? '' : cell)),
    })),
  };
}

function span(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
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

function dutiesOfDays(rows: readonly FilledRow[], table: RosterTable, around: Around): Duty[] {
  return stripsOf(rows, table, around).flatMap((strip) => dutiesOfStrip(rows, { table, strip, around }));
}

function dutiesOfStrip(
  rows: readonly FilledRow[],
  { table, strip, around }: { readonly table: RosterTable; readonly strip: Strip; readonly around: Around },
): Duty[] {
  const { meanings, lines } = table.heading;
  const { names, wheres, until, weekday, beside } = columnsOf(table, strip);
  const dayTextOf = (cells: readonly string[]): string => cells[strip.dayColumn] ?? '';
  const daysOf = (text: string): readonly Day[] => daysInCell(table.isLunar ? lunarText(text) : text, around);
  const lastDay = rows.findLastIndex(({ cells }) => daysOf(dayTextOf(cells)).length > 0);
  const duties: Duty[] = [];
  const above: string[] = [];
  let days: readonly Day[] = [];
  let doubtful = false;
  let where = '';
  for (const [i, { row, cells }] of rows.entries()) {
    const own = cells.slice(strip.from, strip.to);
    const filled = [...new Set(own.filter((cell) => cell !== ''))];
    if (i > lastDay && ends(filled, row, rows[i - 1]?.row)) break;
    if (filled.length === 0 || isNumbering(own)) continue;
    const dayText = dayTextOf(cells);
    const said = throughTo(daysOf(dayText), daysInCell(cells[until] ?? '', around));
    const isOther = isOtherWeekday(dayText, cells[weekday] ?? '', said);
    // One day over the whole width stands above its rows.
    if (filled.length === 1 && said.length > 0) {
      [days, doubtful] = [said, isOther];
      continue;
    }
    if (isTotal(dayText)) continue;
    // A day nobody understands is no day: its row is told.
    if (said.length > 0 || dayText !== '') [days, doubtful] = [said, isOther];
    const cellWords = wheres.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
    const isNew = said.length > 0 || cellWords.length > 0 || wheres.length === 0;
    if (isNew) where = cellWords.join(' ');
    for (const column of names) {
      const written = cells[column] ?? '';
      const text = DITTO.test(written) ? (above[column] ?? '') : written;
      above[column] = text;
      if (!/\p{L}/u.test(text) || days.length === 0) continue;
      const head = meanings[column] === 'name' && where !== '' ? '' : headWords(lines[column]);
      const words = `${head} ${where}`.trim();
      duties.push({ row, column, days, doubtful, where: words, isCode: false, text, ...beside(cells) });
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
const NO_CODE = /^[-–—./_0\s]*$/u;

/** "S/C" is two; a sign alone, "+" or "✓", is one. */
function codesIn(cell: string): string[] {
  const codes = cell.split(BETWEEN_CODES).filter((code) => /[\p{L}\d]/u.test(code));
  return codes.length > 0 || NO_CODE.test(cell) ? codes : [cell.trim()];
}

/** A day whose heading names another day of the week. */
function isDoubtful({ heading, days }: RosterTable, column: number): boolean {
  const day = days.get(column);
  return day !== undefined && isOtherWeekday((heading.lines[column] ?? []).join(' '), '', [day]);
}

function dutiesOfPeople(rows: readonly FilledRow[], table: RosterTable): Duty[] {
  const { heading, days } = table;
  const names = heading.meanings.flatMap((key, i) => (key === 'name' && !days.has(i) ? [i] : []));
  return rows.flatMap(({ row, cells }): Duty[] => {
    const name = normaliseName(joinedName(names.map((i) => cells[i] ?? '')));
    if (!/\p{L}/u.test(name) || cells.some(isTotal) || isSignature(name)) return [];
    return [...days].flatMap(([column, day]) => {
      const cell = cells[column] ?? '';
      // A section over the whole width is in every column.
      if (cell === name) return [];
      const doubtful = isDoubtful(table, column);
      return codesIn(cell).map((where) => ({
        ...{ row, column, days: [day], doubtful, where, isCode: true, text: name },
        ...NOTHING_BESIDE,
      }));
    });
  });
}

/** A row without words is of the post above; so is each where no column has words. */
function dutiesOfPosts(rows: readonly FilledRow[], table: RosterTable): Duty[] {
  const { days } = table;
  const first = Math.min(...days.keys());
  const duties: Duty[] = [];
  let where = '';
  let before: number | undefined;
  for (const { row, cells } of rows) {
    if (cells.some((cell) => isSignature(cell))) break;
    const words = cells.slice(0, first).filter((cell) => /\p{L}/u.test(cell));
    const own = [...new Set(words)].join(' ').replace(/\s+/gu, ' ');
    const isBelow = before !== undefined && row === before + 1;
    if (own === '' && !isBelow && first > 0) continue;
    if (words.some((cell) => isTotal(cell) || isNote(cell))) continue;
    if (own !== '') where = own;
    before = row;
    for (const [column, day] of days) {
      const text = cells[column] ?? '';
      if (!/\p{L}/u.test(text) || words.includes(text)) continue;
      const doubtful = isDoubtful(table, column);
      duties.push({ row, column, days: [day], doubtful, where, isCode: false, text, ...NOTHING_BESIDE });
    }
  }
  return duties;
}
