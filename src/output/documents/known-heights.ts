/**
 * Heights of rows that are known before a table is set. A writer that has to find out how high a row is sets every cell of it
 * twice: once to measure, once in its place.
 */

import type { Cell, Face, Line, Table } from './document.ts';
import { cellLines, LEADING, LINE, lineOf, PADDING_MM, placed, sum } from './table-fit.ts';
import { pointsToMm } from './text-width.ts';

/** Room left at the end of a line that surely does not wrap: letters whose widths are not known may be a little wider. */
const SPARE_MM = 0.2;
/** A cell of more lines may be parted by the end of a page (`table.typ`). */
const MOST_LINES = 28;
const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;

type Setting = Pick<Table, 'sizePt' | 'widthsMm' | 'paddingMm'> & { readonly face: Face };

/**
 * Null where a line may wrap. A cell that reaches down leaves the last of its rows open, but where it surely has room in what
 * its rows have by others.
 */
export function knownHeightsMm(rows: Table['rows'], setting: Setting): (number | null)[] {
  const heights: (number | null)[] = rows.map(() => 0);
  const bySpan = placed(rows).sort((a, b) => (a.cell.rows ?? 1) - (b.cell.rows ?? 1));
  for (const { cell, row, column } of bySpan) {
    const last = row + (cell.rows ?? 1) - 1;
    const spanned = heights.slice(row, last + 1).flatMap((height) => height ?? []);
    heights[last] = spanned.length > last - row ? lastMm({ cell, column }, spanned, setting) : null;
  }
  return heights;
}

interface Placed {
  readonly cell: Cell;
  readonly column: number;
}

/** Of the last row a cell reaches down to, where all of them have these heights by others. */
function lastMm({ cell, column }: Placed, spanned: readonly number[], setting: Setting): number | null {
  const { lines } = cell;
  if (lines.length > MOST_LINES || lines.some(isOpen(lines.length))) return null;
  const { sizePt, widthsMm, paddingMm, face } = setting;
  const own = spanned.at(-1) ?? 0;
  const roomMm = sum(widthsMm.slice(column, column + (cell.columns ?? 1))) - 2 * PADDING_MM;
  const heightMm = (scales: readonly number[]): number =>
    pointsToMm((LINE * sum(scales) + LEADING * (scales.length - 1)) * sizePt) + 2 * paddingMm;
  if (lines.some((line) => pointsToMm(lineOf(line, face) * sizePt) + SPARE_MM > roomMm)) {
    // One line more than are reckoned is spare.
    const most = lines.flatMap((line) =>
      cellLines({ cell, line, column }, setting, face).map(() => line.scale ?? 1),
    );
    return spanned.length > 1 && heightMm([...most, 1]) <= sum(spanned) ? own : null;
  }
  const isEmpty = lines.every(({ text }) => text === '');
  const wanted = isEmpty ? 2 * paddingMm : heightMm(lines.map(({ scale = 1 }) => scale));
  return Math.max(own, wanted - sum(spanned.slice(0, -1)));
}

/** Of so many lines of a cell, one that breaks by itself, slopes (its widths are not reckoned) or is empty among others. */
function isOpen(count: number): (line: Line) => boolean {
  return ({ text, italic = false }) =>
    italic || BREAK.test(text) || (text.trim() === '' && (text !== '' || count > 1));
}
