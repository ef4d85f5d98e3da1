/** Cells of a column that say the same in rows one under another, made one cell. */

import type { Cell } from './document.ts';

/** A cell is set whole on one page: one that reached over more rows might find none. */
const MOST_ROWS = 14;

/**
 * Rows in which the cells of these columns reach down as far as the same stands beneath; empty cells stay apart. Rows are
 * whole: each cell one column wide and one row high.
 */
export function mergeDown(rows: readonly (readonly Cell[])[], columns: readonly number[]): Cell[][] {
  const reach = new Map<number, { cell: Cell; rows: number; said: string }>();
  const heights = new Map<Cell, number>();
  const covered = new Set<Cell>();
  for (const row of rows) {
    for (const column of columns) {
      const cell = row[column];
      if (!cell) continue;
      const said = JSON.stringify(cell);
      const above = reach.get(column);
      if (above?.said === said && above.rows < MOST_ROWS && cell.lines.some(({ text }) => text !== '')) {
        above.rows++;
        heights.set(above.cell, above.rows);
        covered.add(cell);
      } else reach.set(column, { cell, rows: 1, said });
    }
  }
  return rows.map((row) =>
    row
      .filter((cell) => !covered.has(cell))
      .map((cell) => {
        const down = heights.get(cell);
        return down === undefined ? cell : { ...cell, rows: down };
      }),
  );
}
