/** The counters that tie people together, as rows of the master and as what each cell adds to them. */

import type { CounterTerm, Problem } from '../../constraints/shapes.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { PricePart } from './price-curve.ts';
import type { CellRows, LinkRow, PersonModel } from './split-problem.ts';

/** Counters over the same cells, with all their prices. */
export interface MergedCounter {
  readonly term: CounterTerm;
  readonly curve: PricePart[];
}

export function linkRows(
  problem: Problem,
  counters: readonly MergedCounter[],
  people: readonly PersonModel[],
  hardWeight: number,
): { rows: LinkRow[]; cellRows: CellRows } {
  const cells = problem.people * problem.shifts;
  const counts = new Int32Array(cells + 1);
  const rows = counters.map(({ term, curve }) => {
    let least = term.offset;
    let most = term.offset;
    eachAllowedCell(problem, term, people, (cell, coefficient) => {
      counts[cell + 1] = intAt(counts, cell + 1) + 1;
      if (coefficient < 0) least += coefficient;
      else most += coefficient;
    });
    const finite = curve.map(({ price, weight }) => ({ price, weight: Math.min(weight, hardWeight) }));
    return { offset: term.offset, curve: finite, least, most };
  });
  for (let cell = 0; cell < cells; cell++) {
    counts[cell + 1] = intAt(counts, cell + 1) + intAt(counts, cell);
  }
  const entries = intAt(counts, cells);
  const cellRows = {
    starts: counts.slice(),
    rows: new Int32Array(entries),
    coefficients: new Int32Array(entries),
  };
  const next = counts.slice();
  counters.forEach(({ term }, row) => {
    eachAllowedCell(problem, term, people, (cell, coefficient) => {
      const at = intAt(next, cell);
      next[cell] = at + 1;
      cellRows.rows[at] = row;
      cellRows.coefficients[at] = coefficient;
    });
  });
  return { rows, cellRows };
}

/** What the rows ask at these duals of whoever takes the cell. */
export function cellPrice(
  { starts, rows, coefficients }: CellRows,
  cell: number,
  duals: Float64Array,
): number {
  let price = 0;
  for (let at = intAt(starts, cell); at < intAt(starts, cell + 1); at++)
    price -= realAt(duals, intAt(rows, at)) * intAt(coefficients, at);
  return price;
}

/** Adds what the cell adds to the rows, so many times, to their `sums`. */
export function addCell(cellRows: CellRows, cell: number, sums: Float64Array, times: number): void {
  const { starts, rows, coefficients } = cellRows;
  for (let at = intAt(starts, cell); at < intAt(starts, cell + 1); at++) {
    const row = intAt(rows, at);
    sums[row] = realAt(sums, row) + times * intAt(coefficients, at);
  }
}

/** The rows of the one after those of the other. */
export function joinRows(
  one: { readonly rows: readonly LinkRow[]; readonly cellRows: CellRows },
  other: { readonly rows: readonly LinkRow[]; readonly cellRows: CellRows },
): { rows: LinkRow[]; cellRows: CellRows } {
  const { length } = one.cellRows.starts;
  const starts = new Int32Array(length);
  const rows = new Int32Array(one.cellRows.rows.length + other.cellRows.rows.length);
  const coefficients = new Int32Array(rows.length);
  let next = 0;
  for (let cell = 0; cell < length - 1; cell++) {
    for (const [cells, before] of [[one.cellRows, 0] as const, [other.cellRows, one.rows.length] as const]) {
      for (let at = intAt(cells.starts, cell); at < intAt(cells.starts, cell + 1); at++, next++) {
        rows[next] = before + intAt(cells.rows, at);
        coefficients[next] = intAt(cells.coefficients, at);
      }
    }
    starts[cell + 1] = next;
  }
  return { rows: [...one.rows, ...other.rows], cellRows: { starts, rows, coefficients } };
}

function eachAllowedCell(
  problem: Problem,
  { blocks }: CounterTerm,
  people: readonly PersonModel[],
  visit: (cell: number, coefficient: number) => void,
): void {
  for (const block of blocks) {
    for (const person of block.people) {
      const costs = (people[person] as PersonModel).cellCost;
      block.shifts.forEach((shift, index) => {
        const coefficient = intAt(block.coefficients, index);
        if (coefficient !== 0 && costs[shift] !== Number.POSITIVE_INFINITY) {
          visit(person * problem.shifts + shift, coefficient);
        }
      });
    }
  }
}
