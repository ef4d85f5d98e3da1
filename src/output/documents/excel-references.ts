/** Where cells that a sheet names stand once rows have repeated: in formulas, merged cells, filters, rules, printed areas. */

import { groupedBy } from '../../kernel/groups.ts';
import type { PlacedRow, PlacedRows } from './excel-loops.ts';

export interface RowMap {
  /** Where a range that began in that row begins now. */
  readonly first: (row: number) => number;
  /** Where a range that ended in it ends now. */
  readonly last: (row: number) => number;
}

/** Rows that nothing was written in stand between those that are: they move with the one above. */
export function rowMap({ placed, moved }: PlacedRows): RowMap {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { row, number } of placed) {
    if (!first.has(row.number)) first.set(row.number, number);
    last.set(row.number, number);
  }
  const olds = [...last.keys()].sort((a, b) => a - b);
  const between = (old: number): number => {
    const i = countBelow(olds, old);
    const above = olds[i - 1];
    if (i === olds.length) return Math.min(Math.max(1, old + moved), LAST_ROW);
    return above === undefined ? old : old + (last.get(above) ?? above) - above;
  };
  return {
    first: (row) => first.get(row) ?? between(row),
    last: (row) => last.get(row) ?? between(row),
  };
}

/** Of any sheet: “to the end” stays so. */
const LAST_ROW = 1_048_576;

/** How many of them, ascending, are smaller; looked for by halves, as a form may name as many rows as it has. */
function countBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts, cells of other sheets, then a cell or a range; never a function such as LOG10(. */
const REFERENCE =
  /"[^"]*"|'[^']*'![$A-Z\d:]+|[\w.]{1,100}![$A-Z\d:]+|(?<![\w.])(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?(?![\w(.!])/g;

/** @param formula as the XML has it. */
export function movedFormula(formula: string, map: RowMap): string {
  return formula.replace(REFERENCE, (whole, column, from, toColumn, to) => {
    if (column === undefined) return whole;
    const start = `${column}${map.first(Number(from))}`;
    return toColumn === undefined ? start : `${start}:${toColumn}${map.last(Number(to))}`;
  });
}

/** Of a printed area, which names its sheet before each range. */
export function movedArea(area: string, map: RowMap): string {
  return area.replace(
    /(\$[A-Z]{1,3}\$)(\d{1,7}):(\$[A-Z]{1,3}\$)(\d{1,7})/g,
    (_, column, from, toColumn, to) => {
      return `${column}${map.first(Number(from))}:${toColumn}${map.last(Number(to))}`;
    },
  );
}

/** Within a row that repeats, cells of the same loop move along with it; others stand where they have come to. */
export function mapFor({ row, number, loop }: PlacedRow, { first, last }: RowMap, rows: LoopRows): RowMap {
  if (!loop) return { first, last };
  const [from, to] = [rows(loop.from), rows(loop.to)];
  const moving = (other: (row: number) => number) => (named: number) =>
    from <= named && named <= to ? named + number - row.number : other(named);
  return { first: moving(first), last: moving(last) };
}

/** The number of the row at an index. */
export type LoopRows = (index: number) => number;

/** Of what stands behind the rows: ranges of filters, rules and links; merged cells are written anew. */
export function movedRanges(xml: string, map: RowMap): string {
  return xml.replace(
    / (ref|sqref)="([^"]*)"/g,
    (_, name, ranges) => ` ${name}="${movedFormula(ranges, map)}"`,
  );
}

/** Each that stands in one loop once for every time it repeats; one that reaches out of its loop is left away. */
export function movedMerges(
  refs: readonly string[],
  placed: readonly PlacedRow[],
  { map, rows }: { readonly map: RowMap; readonly rows: LoopRows },
): string[] {
  const byRow = groupedBy(placed, ({ row }) => row.number);
  return refs.flatMap((ref) => {
    const [, left = '', from = '', right = '', to = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    const [top, bottom] = [Number(from), Number(to)];
    const copies = byRow.get(top) ?? [];
    const loop = copies[0]?.loop;
    if (!loop) return [`${left}${map.first(top)}:${right}${map.last(bottom)}`];
    if (bottom > rows(loop.to)) return [];
    return copies.map(({ number }) => `${left}${number}:${right}${number + bottom - top}`);
  });
}
