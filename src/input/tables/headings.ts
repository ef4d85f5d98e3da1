/** What the headings of a table mean, one line or several, and where a heading line is. It knows no unit and no list. */

import { foldForSearch } from '../../kernel/names.ts';
import { onceFor } from '../../kernel/once-for.ts';
import type { Columns } from '../columns.ts';
import type { TableRow } from '../table-rows.ts';
import type { BookSheet } from './book.ts';

/** What a table of a kind may hold. */
export interface TableShape<K extends string> {
  readonly columns: Columns<K>;
  /** Of each group, at least one column must be there. */
  readonly required: readonly (readonly K[])[];
  /** What several columns may be together: joined from the left. */
  readonly joined: readonly K[];
  /** Whether a heading is one of a row of days; three of them stand for every required group but the first. */
  readonly isDay?: (heading: string) => boolean;
}

const LONGEST_HEADING = 90;
const MOST_HEADING_ROWS = 3;
const LEAST_DAYS = 3;
/** One word that says little may begin anything: "Tên đơn vị" is no name. */
const SINGLE_WORDS = ['sdt', 'email', 'didong', 'mobile', 'phone', 'rrule'];

const knownHeadings = onceFor(
  (columns: Columns<string>): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(columns)
        .flatMap(([key, words]) => words.map((word) => [foldHeading(word), key] as const))
        .reverse(),
    ),
);

/** Letters and digits only, without diacritics: "Họ & tên:" is "ho ten". */
export function foldHeading(text: string): string {
  return foldForSearch(text.replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' '));
}

/** The lines of one column's heading, from the top; undefined for what nobody knows. Of a heading of several things, "Cấp bậc, họ và tên", the one that is required. */
export function meaningOf<K extends string>(
  lines: readonly string[],
  { columns, required: [first = []] }: Pick<TableShape<K>, 'columns' | 'required'>,
): K | undefined {
  const known = knownHeadings(columns);
  const whole = lines.join(' ');
  const texts = [whole, lines.at(-1) ?? '', lines[0] ?? ''];
  const exact = texts.map(foldHeading).find((text) => known.has(text));
  if (exact !== undefined) return known.get(exact) as K;
  const parts = [whole.replace(/\([^)]*\)/gu, ' '), ...whole.split(/[/,;(]|\s[-–]\s/u)];
  const meant = parts.flatMap((text) => (known.get(foldHeading(text)) as K | undefined) ?? []);
  if (meant.length > 0) return meant.find((key) => first.includes(key)) ?? meant[0];
  return [whole, lines.at(-1) ?? ''].map((text) => beginsLike<K>(foldHeading(text), known)).find(Boolean);
}

/** "SĐT cũ" no longer holds, "Họ tên vợ/chồng" and "SĐT người thân" are of others, "Chức vụ đảng" is another office. */
const OF_ANOTHER = /\b(?:cu|vo|chong|nguoi than|than nhan|gia dinh|dang|doan the|cong doan)$/u;

function beginsLike<K extends string>(text: string, known: ReadonlyMap<string, string>): K | undefined {
  if (OF_ANOTHER.test(text)) return undefined;
  let best = '';
  for (const word of known.keys()) {
    const tells = word.includes(' ') || SINGLE_WORDS.includes(word);
    if (tells && word.length > best.length && text.startsWith(`${word} `)) best = word;
  }
  return known.get(best) as K | undefined;
}

export interface Heading<K extends string> {
  /** As the sheet numbers it; 0 for none. */
  readonly row: number;
  /** How many lines it has. */
  readonly height: number;
  /** By column, the lines from the top. */
  readonly lines: readonly (readonly string[])[];
  readonly meanings: readonly (K | undefined)[];
}

/** The heading that begins in this row, whatever it says. */
export function headingAt<K extends string>(sheet: BookSheet, at: number, shape: TableShape<K>): Heading<K> {
  const first = sheet.rows[at];
  if (!first) return { row: 0, height: 0, lines: [], meanings: [] };
  const height = heightOf(sheet, at);
  const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
  const rows = sheet.rows.slice(at, at + MOST_HEADING_ROWS).filter(({ row }) => row < first.row + height);
  const lines = Array.from({ length: width }, (_, column) => linesOf(sheet, rows, column));
  return { row: first.row, height, lines, meanings: lines.map((each) => meaningOf(each, shape)) };
}

/** Cells merged downwards say how many lines; where nothing is merged, a second line fills what the first left open. */
function heightOf({ rows, merges }: BookSheet, at: number): number {
  const first = rows[at];
  const second = rows[at + 1];
  if (!first) return 0;
  const tall = merges.filter(({ top, bottom }) => top === first.row && bottom > top);
  const reach = Math.max(1, ...tall.map(({ top, bottom }) => bottom - top + 1));
  if (reach > 1 && reach <= MOST_HEADING_ROWS) return reach;
  if (!second || second.row !== first.row + 1) return 1;
  const open = (column: number): boolean =>
    (first.cells[column] ?? '') === '' || goesRight(first, second, column);
  const filled = second.cells.flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  const fits = filled.every(({ text, column }) => open(column) && text.length < 40 && !/\d{5}/u.test(text));
  const begins = filled.some(({ column }) => (first.cells[column] ?? '') === '');
  return filled.length > 1 && fits && begins ? 2 : 1;
}

/** A heading over several columns: what follows it is empty above and filled below. */
function goesRight(first: TableRow, second: TableRow, column: number): boolean {
  return (first.cells[column + 1] ?? '') === '' && (second.cells[column + 1] ?? '') !== '';
}

function linesOf({ merges }: BookSheet, rows: readonly TableRow[], column: number): string[] {
  const lines = rows.map(({ row, cells }, i) => {
    const own = cells[column] ?? '';
    if (own !== '') return own;
    const over = merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    if (over) return rows.find((each) => each.row === over.top)?.cells[over.left] ?? '';
    // Nothing merged, yet something below: the heading to the left goes on.
    const below = rows.slice(i + 1).some((each) => (each.cells[column] ?? '') !== '');
    return below ? (cells.slice(0, column).findLast((text) => text !== '') ?? '') : '';
  });
  return lines.filter((line, i) => line !== '' && lines.indexOf(line) === i);
}

/** Every row that is a heading of this shape. */
export function findHeadings<K extends string>(sheet: BookSheet, shape: TableShape<K>): Heading<K>[] {
  const found: Heading<K>[] = [];
  let passed = 0;
  sheet.rows.forEach(({ row, cells }, at) => {
    if (row <= passed || !mayBeHeading(cells, shape)) return;
    const heading = headingAt(sheet, at, shape);
    if (!fits(heading, shape) || (found.length > 0 && !isFull(heading, shape))) return;
    found.push(heading);
    passed = row + heading.height - 1;
  });
  return found;
}

/** A heading below another says more than one thing: "CÁN BỘ TRỰC" among the rows is a part of the list. */
function isFull<K extends string>({ meanings, lines }: Heading<K>, shape: TableShape<K>): boolean {
  return meanings.filter((key) => key !== undefined).length > 1 || daysIn(lines, shape).length > 0;
}

/** Quick: some cell names the first thing required, and none is data. */
function mayBeHeading<K extends string>(cells: readonly string[], shape: TableShape<K>): boolean {
  if (cells.some((cell) => cell.length > LONGEST_HEADING || /\d{8}/u.test(cell))) return false;
  const wanted = shape.required[0] ?? [];
  return cells.some((cell) => {
    const key = cell === '' ? undefined : meaningOf([cell], shape);
    return key !== undefined && wanted.includes(key);
  });
}

function fits<K extends string>(heading: Heading<K>, shape: TableShape<K>): boolean {
  const { meanings, lines } = heading;
  const { columns, required } = shape;
  const [first = [], ...others] = required;
  const has = (group: readonly K[]): boolean => group.some((key) => meanings.includes(key));
  if (!has(first)) return false;
  if (daysIn(lines, shape).length > 0) return true;
  const named = meanings.filter((key) => key !== undefined).length;
  const filled = lines.filter((each) => each.length > 0).length;
  // "Họ và tên" alone says enough; "Tên" or "Mã" may stand anywhere.
  const sure = lines.some((each) => {
    const text = foldHeading(each.join(' '));
    const key = text.includes(' ') ? knownHeadings(columns).get(text) : undefined;
    return key !== undefined && first.includes(key as K);
  });
  return others.every(has) && (named > 1 || filled === 1 || sure || others.length > 0);
}

/** Columns of a row of days; empty where fewer stand there than make one. */
export function daysIn<K extends string>(
  lines: readonly (readonly string[])[],
  { isDay }: TableShape<K>,
): readonly number[] {
  const days = isDay ? lines.flatMap((each, i) => (isDay(each.at(-1) ?? '') ? [i] : [])) : [];
  return days.length >= LEAST_DAYS ? days : [];
}
