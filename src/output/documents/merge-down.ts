/** Cells of a column that say the same in rows one under another, made one cell. */

import type { Cell } from './document.ts';
import { type Fit, type FitRequest, partedAbove, rowHeightsMm, sum, tableHeightMm } from './table-fit.ts';

/** A cell is set whole on one page: one that reached over more rows might find none. */
const MOST_ROWS = 14;

/** Where cells are not made one although they say the same, so that a page can end there. */
interface Limits {
  /** Of the rows, where it is known how they are set. */
  readonly heightsMm?: readonly number[];
  readonly groupMm?: number;
  /** So many last rows stand apart from those above. */
  readonly lastApart?: number;
}

/**
 * Rows in which the cells of these columns reach down as far as the same stands beneath; empty cells stay apart. Rows are
 * whole: each cell one column wide and one row high.
 */
export function mergeDown(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  limits: Limits = {},
): Cell[][] {
  const said = rows.map((row) => columns.map((column) => saidIn(row[column])));
  /** How many columns go on from the row above. */
  const joined = said.map((own, at) => own.filter((each, i) => each && each === said[at - 1]?.[i]).length);
  const cuts = cutsOf(joined, limits);
  const covered = new Set<Cell>();
  const heights = new Map<Cell, number>();
  columns.forEach((column, i) => {
    let top: Cell | undefined;
    rows.forEach((row, at) => {
      const cell = row[column];
      const goesOn = top && !cuts.has(at) && said[at]?.[i] && said[at]?.[i] === said[at - 1]?.[i];
      if (!cell) return;
      if (goesOn && top) {
        heights.set(top, (heights.get(top) ?? 1) + 1);
        covered.add(cell);
      } else top = cell;
    });
  });
  return rows.map((row) =>
    row
      .filter((cell) => !covered.has(cell))
      .map((cell) => {
        const down = heights.get(cell);
        return down === undefined ? cell : { ...cell, rows: down };
      }),
  );
}

function saidIn(cell: Cell | undefined): string {
  return cell?.lines.some(({ text }) => text !== '') ? JSON.stringify(cell) : '';
}

/** Rows before which every column begins anew: where a group grows too high, at the place in it that parts least. */
function cutsOf(
  joined: readonly number[],
  { heightsMm = [], groupMm = Number.POSITIVE_INFINITY, lastApart = 0 }: Limits,
): Set<number> {
  const cuts = new Set<number>(lastApart > 0 ? [joined.length - lastApart] : []);
  const isTooHigh = (from: number, to: number): boolean =>
    to - from > MOST_ROWS || sum(heightsMm.slice(from, to)) > groupMm;
  let start = 0;
  for (let at = 1; at < joined.length; at++) {
    if (joined[at] === 0 || cuts.has(at)) start = at;
    else if (isTooHigh(start, at + 1)) {
      let best = at;
      for (let each = at; each > start; each--) {
        if ((joined[each] ?? 0) < (joined[best] ?? 0)) best = each;
      }
      cuts.add(best);
      start = best;
    }
  }
  return cuts;
}

/** Merged once more, now that it is known how high each row is. `rows` are whole. */
export function mergedAsSet(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  {
    fit,
    lastApart = 0,
    groupMm,
    ...rest
  }: { readonly fit: Fit; readonly lastApart?: number; readonly groupMm: number } & Pick<
    FitRequest,
    'face' | 'paddingMm'
  >,
): Cell[][] {
  const apart = rows.map((row) => row.map((cell, at) => (columns.includes(at) ? { lines: [] } : cell)));
  const heightsMm = rowHeightsMm(fit, { rows: apart, ...rest });
  return mergeDown(rows, columns, { heightsMm, groupMm, lastApart });
}

/**
 * How many last rows are parted from those above, where table and signature do not stand on one page: at the end of a group if one
 * ends near enough, else so that as much of the last group as can stand with the signature does.
 */
export function lastRowsApart(
  { sizePt, widthsMm }: Fit,
  { signedMm, groupMm, ...request }: FitRequest & { readonly signedMm?: number; readonly groupMm: number },
  isLast = true,
): number {
  if (!isLast || signedMm === undefined || tableHeightMm(sizePt, widthsMm, request) <= signedMm) return 0;
  const heightsMm = rowHeightsMm({ sizePt, widthsMm }, request);
  const most = Math.max(1, Math.floor(request.rows.length / 2));
  const counts = Array.from({ length: most }, (_, i) => i + 1);
  const near = counts.filter((count) => count === 1 || sum(heightsMm.slice(-count)) <= groupMm);
  const parted = (count: number): number => partedAbove(request.rows, count);
  return near.reduce((best, count) => (parted(count) <= parted(best) ? count : best), 1);
}
