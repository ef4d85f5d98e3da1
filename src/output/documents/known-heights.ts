/**
 * Heights of rows that are known before a table is set. A writer that has to find out how high a row is sets every cell of it
 * twice: once to measure, once in its place.
 */

import type { Cell, Face, Table } from './document.ts';
import { LEADING, LINE, lineOf, PADDING_MM, placed, sum } from './table-fit.ts';
import { pointsToMm } from './text-width.ts';

/** Room left at the end of a line that surely does not wrap; no text is wider than reckoned by more, but for sloping letters. */
const SPARE_MM = 0.2;
/** A cell of more lines may be parted by the end of a page (`table.typ`). */
const MOST_LINES = 28;
const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;

type Setting = Pick<Table, 'sizePt' | 'widthsMm' | 'paddingMm'> & { readonly face: Face };

/** Null where a line may wrap; a cell that reaches down and may want more than its rows have leaves the last of them open. */
export function knownHeightsMm(rows: Table['rows'], setting: Setting): (number | null)[] {
  const heights: (number | null)[] = rows.map(() => 0);
  const bySpan = placed(rows).sort((a, b) => (a.cell.rows ?? 1) - (b.cell.rows ?? 1));
  for (const { cell, row, column } of bySpan) {
    const last = row + (cell.rows ?? 1) - 1;
    const spanned = heights.slice(row, last + 1).flatMap((height) => height ?? []);
    const height = spanned.length > last - row ? heightMm(cell, column, setting) : undefined;
    heights[last] =
      height === undefined ? null : Math.max(spanned.at(-1) ?? 0, height - sum(spanned.slice(0, -1)));
  }
  return heights;
}

function heightMm(
  cell: Cell,
  column: number,
  { sizePt, widthsMm, paddingMm, face }: Setting,
): number | undefined {
  const { lines } = cell;
  const roomMm = sum(widthsMm.slice(column, column + (cell.columns ?? 1))) - 2 * PADDING_MM;
  const isOpen =
    lines.length > MOST_LINES ||
    lines.some(({ text }) => BREAK.test(text) || (text.trim() === '' && (text !== '' || lines.length > 1))) ||
    lines.some((line) => line.italic || pointsToMm(lineOf(line, face) * sizePt) + SPARE_MM > roomMm);
  if (isOpen) return undefined;
  const isEmpty = lines.every(({ text }) => text === '');
  const ems = isEmpty ? 0 : LINE * sum(lines.map(({ scale = 1 }) => scale)) + LEADING * (lines.length - 1);
  return pointsToMm(ems * sizePt) + 2 * paddingMm;
}
