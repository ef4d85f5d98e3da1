/** The rows of a list: entries, and what stands among them and is set aside, each with its reason. Nothing is passed over. */

import type { TableRow } from '../table-rows.ts';
import type { Block } from './block.ts';
import type { BookSheet } from './book.ts';
import { foldHeading } from './headings.ts';
import { beginsAsName } from './person-name.ts';
import {
  type AsideKind,
  isNote,
  isNumbering,
  isPageMark,
  isRoman,
  isSignature,
  isTotal,
  isUnitName,
  isWeekdays,
  unitNameIn,
} from './row-kind.ts';

export interface TableLine {
  /** Names it in forms: its row, and which part of a list that goes on beside itself. */
  readonly id: string;
  /** As the sheet numbers it. */
  readonly row: number;
  /** The sheet's column of each cell, -1 for none. */
  readonly columns: readonly number[];
  /** By column of the block; what is merged downwards stands in each of its rows. */
  readonly cells: readonly string[];
  /** Absent for an entry. */
  readonly aside?: AsideKind;
  /** The part of the unit under whose name it stands. */
  readonly section: string;
}

/** What tells entries from the rest: which columns name someone, which only count, and which are filled for entries alone. */
export interface LineKeys {
  readonly names: readonly number[];
  readonly values: readonly number[];
  /** Each row under one name is an entry of its own. */
  readonly isEachRow: boolean;
}

/** Rows taken back in, or out, by someone: what they were found to be is turned over. */
export type Flips = ReadonlySet<string>;

export function linesOf<K extends string>(
  sheet: BookSheet,
  block: Block<K>,
  { keys, flips }: { readonly keys: LineKeys; readonly flips: Flips },
): TableLine[] {
  const raw = gathered(spread(sheet, block, keys));
  const kinds = raw.map((line) => asideOf(line, block, keys));
  const firstSignature = kinds.indexOf('signature');
  // Below a signature only what is numbered or has a number is an entry: names stand there as well.
  const lastEntry = raw.findLastIndex(
    (line, i) => isStrong(line, keys) && (firstSignature < 0 || i < firstSignature || isCounted(line)),
  );
  const sectioned = kinds.includes('section') || block.parts.length > 1;
  let section = '';
  let signed = false;
  return raw.map((line, i) => {
    const named = kinds[i] === 'title' && opensSection(line, block, { keys, sectioned });
    const found = named ? 'section' : kinds[i];
    const footer = signed && i > lastEntry;
    signed ||= found === 'signature' && i > lastEntry;
    const kind = found ?? (footer ? 'footer' : line.continues ? 'continuation' : undefined);
    if (kind === 'section') section = unitNameIn(sectionText(line, keys));
    const taken = (kind === undefined) !== flips.has(line.id);
    const { continues, hidden, part, ...plain } = line;
    return { ...plain, section, ...(taken ? {} : { aside: kind ?? 'note' }) };
  });
}

interface RawLine extends Omit<TableLine, 'section' | 'aside'> {
  readonly part: number;
  /** Its name is merged with the row above: the same entry goes on. */
  readonly continues: boolean;
  readonly hidden: boolean;
}

function spread<K extends string>(sheet: BookSheet, block: Block<K>, keys: LineKeys): RawLine[] {
  const { heading, height, parts, end } = block;
  const top = heading + height;
  const filled = fillDown(sheet, top);
  const hidden = new Set(sheet.hiddenRows);
  return parts.flatMap((own, part) =>
    sheet.rows
      .filter(({ row }) => row < end && (row < heading || row >= top || heading === 0))
      .flatMap((each): RawLine[] => {
        const { row } = each;
        const cells = cut(filled(each), own);
        if (cells.every((cell) => cell === '')) return [];
        const id = part === 0 ? String(row) : `${row}.${part}`;
        const written = cut(each.cells, own);
        const continues =
          !keys.isEachRow &&
          keys.names.length > 0 &&
          keys.names.every((i) => (written[i] ?? '') === '' && (cells[i] ?? '') !== '');
        return [{ id, row, part, columns: own, cells, continues, hidden: hidden.has(row) }];
      }),
  );
}

/** What stands in a row that goes on is of the entry above: a second number under the first. */
function gathered(lines: readonly RawLine[]): RawLine[] {
  const result: RawLine[] = [];
  let entry = -1;
  const values: string[] = [];
  for (const line of lines) {
    const above = result[entry];
    if (line.continues && above && above.part === line.part) {
      const cells = above.cells.map((cell, i) => {
        const more = line.cells[i] ?? '';
        return more === '' || cell.split('\n').includes(more) ? cell : `${cell}\n${more}`.trim();
      });
      result[entry] = { ...above, cells };
    } else entry = result.length;
    const plain = withDittos(line, values);
    plain.cells.forEach((cell, i) => {
      if (cell !== '') values[i] = cell;
    });
    result.push(plain);
  }
  return result;
}

const DITTO = /^(?:["”“〃]+|-?\s*nt\s*-?|như trên)$/iu;

/** "nt" and ditto marks say what stands above. */
function withDittos(line: RawLine, values: readonly string[]): RawLine {
  if (!line.cells.some((cell) => DITTO.test(cell))) return line;
  return { ...line, cells: line.cells.map((cell, i) => (DITTO.test(cell) ? (values[i] ?? '') : cell)) };
}

function cut(cells: readonly string[], columns: readonly number[]): string[] {
  return columns.map((column) => cells[column] ?? '');
}

/** What is merged downwards is written once and said of every row. */
function fillDown({ rows, merges }: BookSheet, top: number): (row: TableRow) => readonly string[] {
  const byRow = new Map(rows.map((each) => [each.row, each.cells]));
  const tall = merges.filter((merge) => merge.bottom > merge.top && merge.top >= top);
  const below = new Map<number, { column: number; text: string }[]>();
  for (const { top: first, bottom, left } of tall) {
    const text = byRow.get(first)?.[left] ?? '';
    if (text === '') continue;
    for (let row = first + 1; row <= bottom && row - first < 2_000; row++) {
      below.set(row, [...(below.get(row) ?? []), { column: left, text }]);
    }
  }
  return ({ row, cells }) => {
    const more = below.get(row);
    if (!more) return cells;
    const full = [...cells];
    for (const { column, text } of more) {
      while (full.length <= column) full.push('');
      if (full[column] === '') full[column] = text;
    }
    return full;
  };
}

/** Named, and with a value beside the name: such a row is an entry wherever it stands. */
function isStrong({ cells }: RawLine, { names, values }: LineKeys): boolean {
  return names.some((i) => cells[i] !== '') && values.some((i) => cells[i] !== '');
}

function asideOf<K extends string>(line: RawLine, block: Block<K>, keys: LineKeys): AsideKind | undefined {
  const { row, cells, hidden } = line;
  if (row < block.heading) return 'title';
  if (hidden) return 'hidden';
  if (block.heading > 0 && isHeadingAgain(line, block)) return 'heading';
  if (isNumbering(cells) || isWeekdays(cells)) return 'numbering';
  const filled = cells.filter((cell) => cell !== '');
  const strong = isStrong(line, keys);
  if (cells.some((cell, i) => isTotal(cell) && !(strong && isWord(cell) && keys.names.includes(i))))
    return 'total';
  if (filled.length === 1 && filled.some(isPageMark)) return 'footer';
  if (strong ? keys.names.some((i) => isSignature(cells[i] ?? '')) : filled.some(isSignature)) {
    return 'signature';
  }
  const text = sectionText(line, keys);
  if (isSection(line, keys, text)) return 'section';
  if (strong) return undefined;
  if (filled.length === 1 && text !== '' && isNote(text)) return 'note';
  const named = keys.names.length === 0 || keys.names.some((i) => cells[i] !== '');
  return !named && keys.values.every((i) => cells[i] === '') && /^\d*$/u.test(filled.join(''))
    ? 'blank'
    : undefined;
}

/** The name of a part of the unit right above its headings, where others have theirs; or numbered as parts are. */
function opensSection<K extends string>(
  line: RawLine,
  { heading }: Block<K>,
  { keys, sectioned }: { readonly keys: LineKeys; readonly sectioned: boolean },
): boolean {
  const text = sectionText(line, keys);
  if (line.row !== heading - 1 || text === '' || !isUnitName(text)) return false;
  return sectioned || unitNameIn(text) !== text.replace(/\s+/gu, ' ').trim();
}

function isCounted({ cells }: RawLine): boolean {
  return cells.some((cell) => isCount(cell) || cell.replace(/\D/gu, '').length > 5);
}

/** "Cộng" may be the last word of a name in two columns. */
function isWord(cell: string): boolean {
  return !/[\s:\d]/u.test(cell);
}

function isHeadingAgain<K extends string>({ cells }: RawLine, { columns }: Block<K>): boolean {
  const pairs = cells.map((cell, i) => [
    foldHeading(cell),
    foldHeading(columns[i]?.heading ?? ''),
    foldHeading(columns[i]?.last ?? ''),
  ]);
  const filled = pairs.filter(([cell]) => cell !== '');
  return (
    filled.length > 1 &&
    filled.every(([cell = '', whole = '', last]) => cell === last || (whole !== '' && whole.startsWith(cell)))
  );
}

/** The only text of the row, a number or numeral before it left aside. */
function sectionText({ cells }: RawLine, { names, values }: LineKeys): string {
  const texts = cells.filter((cell, i) => cell !== '' && !(isCount(cell) && !names.includes(i)));
  const apart = [...new Set(texts)];
  const valued = values.some((i) => (cells[i] ?? '') !== '' && !names.includes(i) && cells[i] !== apart[0]);
  return apart.length === 1 && !valued ? (apart[0] ?? '') : '';
}

function isCount(cell: string): boolean {
  return /^\d{1,3}[.)]?$/u.test(cell) || isRoman(cell);
}

/** Its name begins as parts of a unit do; or a numeral numbers it, or capitals and no number stand where entries have more. */
function isSection({ cells, continues }: RawLine, { names, values }: LineKeys, text: string): boolean {
  if (text === '' || continues || !/\p{L}{2}/u.test(text)) return false;
  if (isUnitName(text)) return true;
  const mark = cells.find((cell, i) => cell !== '' && cell !== text && !names.includes(i)) ?? '';
  if (mark !== '') return isRoman(mark);
  const elsewhere = !names.some((i) => cells[i] === text);
  if (!elsewhere && beginsAsName(text)) return false;
  return (
    values.length > 0 &&
    (elsewhere || text === text.toLocaleUpperCase('vi')) &&
    text.length < 80 &&
    !isNote(text)
  );
}
