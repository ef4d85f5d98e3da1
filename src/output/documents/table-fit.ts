/**
 * Column widths and type size of a table: as large as the page allows, names whole on their line. It counts widths and
 * lines only; what stands in the cells it does not ask.
 */

import type { Cell, Face, Line } from './document.ts';
import { pointsToMm, widestWordEm, widthEm, wrappedLines } from './text-width.ts';

/** A name longer than this many ems (about 24 letters) may take a second line rather than widen its column. */
const WIDEST_UNWRAPPED_EM = 12;
/** At the left and right of a cell (`table.typ`). */
export const PADDING_MM = 1.3;
/** Height of a line, and of the space between two, in sizes: as `document.typ` and `table.typ` set them. */
export const LINE = 1.12;
export const LEADING = 0.1;
/** Lines of a text but its first go in so far (`table.typ`). */
export const HANGING_EM = 0.7;
const SIZE_STEP = 0.5;

/** Type sizes in points. `running` is the largest for a table that takes several pages in any case. */
export interface FitSizes {
  readonly least: number;
  readonly most: number;
  readonly running?: number;
}

export interface FitRequest {
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly face: Face;
  readonly availableMm: number;
  /** Room for head and rows together, when all of it should stand on one page. */
  readonly heightMm?: number;
  readonly sizes: FitSizes;
  /** Least widths by column, such as room to sign. */
  readonly leastMm?: readonly number[];
  /** Columns that take the room left over, by weight; every column alike when absent. */
  readonly grow?: readonly number[];
  readonly paddingMm: number;
}

export interface Fit {
  readonly sizePt: number;
  readonly widthsMm: readonly number[];
}

export function fitTable(request: FitRequest): Fit {
  const { sizes, heightMm } = request;
  const ems = columnEms(request);
  let wide: Fit | undefined;
  for (let size = sizes.most; size >= sizes.least; size -= SIZE_STEP) {
    const widths = widthsAt(size, ems, request);
    if (sum(widths) > request.availableMm) continue;
    const wholeMm = ems.map(({ whole }) => cellMm(whole, size));
    const fit = { sizePt: size, widthsMm: spreadOut(widths, wholeMm, request) };
    if (heightMm === undefined || tableHeightMm(size, fit.widthsMm, request) <= heightMm) return fit;
    if (size <= (sizes.running ?? sizes.least)) wide ??= fit;
  }
  return wide ?? squeezed(ems, request);
}

/** Width the columns want at a size, paddings included: what `fitTable` compares with the room. */
export function wantedMm(request: FitRequest, sizePt: number): number {
  return sum(widthsAt(sizePt, columnEms(request), request));
}

interface ColumnEms {
  /** Longest line, capped where it may wrap. */
  readonly line: number;
  readonly word: number;
  /** Longest line of a row, as long as it is. */
  readonly whole: number;
}

function columnEms({ head, rows, face }: FitRequest): ColumnEms[] {
  const columns: ColumnEms[] = [];
  const widen = (at: number, line: number, word: number, whole = 0): void => {
    const column = columns[at] ?? { line: 0, word: 0, whole: 0 };
    columns[at] = {
      line: Math.max(column.line, line, word),
      word: Math.max(column.word, word),
      whole: Math.max(column.whole, whole),
    };
  };
  for (const { cell, row, column } of placed(head)) {
    const span = cell.columns ?? 1;
    const word = Math.max(0, ...cell.lines.map((line) => wordOf(line, face)));
    const line = Math.max(0, ...cell.lines.map((each) => lineOf(each, face)));
    // Heads may wrap at any word, but those of single shifts, `Chiều 14–22`; one over several columns has them all.
    for (let i = 0; i < span; i++) widen(column + i, row > 0 ? line / span : 0, word / span);
  }
  for (const { cell, column } of placed(rows)) {
    if ((cell.columns ?? 1) > 1) continue;
    for (const line of cell.lines) {
      const whole = lineOf(line, face);
      widen(column, Math.min(whole, WIDEST_UNWRAPPED_EM), wordOf(line, face), whole);
    }
  }
  return columns;
}

/** Width of the crescent and the space after it. */
const MOON_EM = 1.3;

/** Width in ems of the table's size. */
export function lineOf(line: Line, face: Face): number {
  return widthEm(line.text, face, line.bold) * (line.scale ?? 1) + (line.moon ? MOON_EM : 0);
}

/** A number is one word, whatever spaces it has. */
const NUMBER = /^[\d\s+().-]+$/u;

function wordOf(line: Line, face: Face): number {
  if (NUMBER.test(line.text)) return lineOf(line, face);
  return widestWordEm(line.text, face, line.bold) * (line.scale ?? 1) + (line.moon ? MOON_EM : 0);
}

/** Each cell with the column it begins in, cells that reach down from above counted in. */
export function placed(rows: readonly (readonly Cell[])[]): { cell: Cell; row: number; column: number }[] {
  const taken = new Set<string>();
  const result: { cell: Cell; row: number; column: number }[] = [];
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row} ${column}`)) column++;
      result.push({ cell, row, column });
      const { columns = 1, rows: down = 1 } = cell;
      for (let r = 1; r < down; r++) for (let c = 0; c < columns; c++) taken.add(`${row + r} ${column + c}`);
      column += columns;
    }
  });
  return result;
}

/** How many cells reach down over the line above so many last rows. */
export function partedAbove(rows: readonly (readonly Cell[])[], count: number): number {
  const line = rows.length - count;
  return placed(rows).filter(({ cell, row }) => row < line && row + (cell.rows ?? 1) > line).length;
}

function widthsAt(size: number, ems: readonly ColumnEms[], { leastMm }: FitRequest): number[] {
  return ems.map(({ line }, i) => Math.max(cellMm(line, size), leastMm?.[i] ?? 0));
}

/** Of a column whose cells are so wide. */
function cellMm(em: number, size: number): number {
  return pointsToMm(em * size) + 2 * PADDING_MM + 0.4;
}

/** The room left over goes first to columns whose lines would have to wrap, where it is enough for all of them, then by weight. */
function spreadOut(
  widths: readonly number[],
  wholeMm: readonly number[],
  { availableMm, grow }: FitRequest,
): number[] {
  const wishes = widths.map((width, i) => Math.max(0, (wholeMm[i] ?? 0) - width));
  const isEnough = sum(widths) + sum(wishes) <= availableMm;
  const grown = widths.map((width, i) => width + (isEnough ? (wishes[i] ?? 0) : 0));
  const weights = widths.map((_, i) => grow?.[i] ?? (grow ? 0 : 1));
  const total = sum(weights);
  const over = availableMm - sum(grown);
  return grown.map((width, i) => width + (total > 0 ? (over * (weights[i] ?? 0)) / total : 0));
}

/** No word is broken, nor set over another: where even words are too wide, type is smaller than is asked for, down to this. */
const LEAST_OF_ALL_PT = 4;

/** Too wide even at the least size: each column keeps its widest word, what is left goes by what each would like. */
function squeezed(ems: readonly ColumnEms[], request: FitRequest): Fit {
  const wordsAt = (size: number): number[] => ems.map(({ word }) => cellMm(word, size));
  let sizePt = request.sizes.least;
  while (sizePt > LEAST_OF_ALL_PT && sum(wordsAt(sizePt)) > request.availableMm) sizePt -= SIZE_STEP;
  const words = wordsAt(sizePt);
  const roomy = words.map((width, i) => Math.max(width, request.leastMm?.[i] ?? 0));
  const least = sum(roomy) <= request.availableMm ? roomy : words;
  const room = request.availableMm - sum(least);
  if (room <= 0)
    return { sizePt, widthsMm: least.map((width) => (width * request.availableMm) / sum(least)) };
  const wish = widthsAt(sizePt, ems, request).map((width, i) => width - (least[i] ?? 0));
  const share = room / Math.max(1e-9, sum(wish));
  return { sizePt, widthsMm: least.map((width, i) => width + (wish[i] ?? 0) * share) };
}

/** Height of head and rows as the writers will set them, wrapped lines counted. */
export function tableHeightMm(
  size: number,
  widths: readonly number[],
  { head, rows, ...rest }: Pick<FitRequest, 'head' | 'rows' | 'face' | 'paddingMm'>,
): number {
  return sum(rowHeightsMm({ sizePt: size, widthsMm: widths }, { rows: [...head, ...rows], ...rest }));
}

/** Of each row; what a cell that reaches down wants beyond its rows goes to the last of them. */
export function rowHeightsMm(
  { sizePt: size, widthsMm: widths }: Fit,
  { rows, face, paddingMm }: Pick<FitRequest, 'rows' | 'face' | 'paddingMm'>,
): number[] {
  const heights = rows.map(() => 0);
  const bySpan = placed(rows).sort((a, b) => (a.cell.rows ?? 1) - (b.cell.rows ?? 1));
  for (const { cell, row, column } of bySpan) {
    // Lines of another size stand as far from the next as all do.
    const lines = cell.lines.map((line) => {
      const { length } = cellLines({ cell, line, column }, { sizePt: size, widthsMm: widths }, face);
      return length * ((line.scale ?? 1) * LINE + LEADING);
    });
    const height = pointsToMm((sum(lines) - LEADING) * size) + 2 * paddingMm;
    const last = row + (cell.rows ?? 1) - 1;
    heights[last] = Math.max(heights[last] ?? 0, height - sum(heights.slice(row, last)));
  }
  return heights;
}

/** The lines that one of a cell's takes in its columns. */
export function cellLines(
  { cell, line, column }: { readonly cell: Cell; readonly line: Line; readonly column: number },
  { sizePt, widthsMm }: Fit,
  face: Face,
): string[] {
  const { text, bold = false, scale = 1, moon = false } = line;
  const widthMm = sum(widthsMm.slice(column, column + (cell.columns ?? 1))) - 2 * PADDING_MM;
  const roomEm = Math.max(widthMm, 1) / pointsToMm(sizePt * scale) - (moon ? MOON_EM : 0);
  const hangingEm = (cell.align ?? 'left') === 'left' ? HANGING_EM / scale : 0;
  return wrappedLines(text, roomEm, { face, bold, hangingEm });
}

/** Cells that have a line too long for their columns. */
export function wrappedCells(
  { sizePt: size, widthsMm: widths }: Fit,
  { rows, face }: Pick<FitRequest, 'rows' | 'face'>,
): ReadonlySet<Cell> {
  const wrapped = placed(rows).filter(({ cell, column }) => {
    const width = sum(widths.slice(column, column + (cell.columns ?? 1))) - 2 * PADDING_MM;
    return cell.lines.some((line) => pointsToMm(lineOf(line, face) * size) > width);
  });
  return new Set(wrapped.map(({ cell }) => cell));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + (value ?? 0), 0);
}
