/** Cells of a column that say the same in rows one under another, made one cell. */

import type { Cell } from './document.ts';
import { type Fit, type FitRequest, rowHeightsMm, sum, tableHeightMm } from './table-fit.ts';

/** A cell is set whole on one page: one that reached over more rows might find none. */
const MOST_ROWS = 14;
/** What stands on any page, lying A4 too; less with a letterhead above or signatures beneath. */
const MOST_MM = { alone: 100, signed: 60 };

/** Where cells are not made one although they say the same, so that a page can end there. */
interface Limits {
  /** Of the rows, where it is known how they are set. */
  readonly heightsMm?: readonly number[];
  readonly mostMm?: number;
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
  { heightsMm = [], mostMm = MOST_MM.alone, lastApart = 0 }: Limits,
): Set<number> {
  const cuts = new Set<number>(lastApart > 0 ? [joined.length - lastApart] : []);
  const isTooHigh = (from: number, to: number): boolean =>
    to - from > MOST_ROWS || sum(heightsMm.slice(from, to)) > mostMm;
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
    signedMm,
    ...rest
  }: { readonly fit: Fit; readonly lastApart?: number; readonly signedMm?: number } & Pick<
    FitRequest,
    'face' | 'paddingMm'
  >,
): Cell[][] {
  const apart = rows.map((row) => row.map((cell, at) => (columns.includes(at) ? { lines: [] } : cell)));
  const heightsMm = rowHeightsMm(fit, { rows: apart, ...rest });
  const mostMm = signedMm === undefined ? MOST_MM.alone : MOST_MM.signed;
  return mergeDown(rows, columns, { heightsMm, mostMm, lastApart });
}

/** As many rows as stay with a signature (`table.typ`), where table and signature do not stand on one page. */
export function lastRowsApart(
  { sizePt, widthsMm }: Fit,
  { signedMm, ...request }: FitRequest & { readonly signedMm?: number },
  isLast = true,
): number {
  if (!isLast || signedMm === undefined || tableHeightMm(sizePt, widthsMm, request) <= signedMm) return 0;
  return Math.min(3, Math.max(1, Math.floor(request.rows.length / 2)));
}
