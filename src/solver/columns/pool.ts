/** All columns found so far: whole rosters of single people with what they add to the shared rows. */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { SplitProblem } from './split-problem.ts';

export interface Column {
  readonly person: number;
  readonly shifts: Int32Array;
  /** The person's own rules alone. */
  readonly cost: number;
  readonly rows: Int32Array;
  readonly values: Int32Array;
}

export class ColumnPool {
  readonly #split: SplitProblem;
  readonly #columns: Column[][];
  readonly #keys: Map<string, Column>[];

  constructor(split: SplitProblem) {
    this.#split = split;
    this.#columns = split.people.map(() => []);
    this.#keys = split.people.map(() => new Map());
  }

  of(person: number): readonly Column[] {
    return this.#columns[person] as Column[];
  }

  /** Gives back the known column when there is one; `fresh` tells which. */
  add(person: number, shifts: Int32Array, cost: number): { column: Column; fresh: boolean } {
    const keys = this.#keys[person] as Map<string, Column>;
    const key = shifts.join();
    const known = keys.get(key);
    if (known) return { column: known, fresh: false };
    const column = { person, shifts, cost, ...this.#activity(person, shifts) };
    keys.set(key, column);
    (this.#columns[person] as Column[]).push(column);
    return { column, fresh: true };
  }

  /** The person's columns that are cheapest at these duals, at most `count`. */
  cheapest(person: number, rowDuals: Float64Array, count: number): Column[] {
    return this.of(person)
      .map((column) => ({ column, price: pricedAt(column, rowDuals) }))
      .sort((a, b) => a.price - b.price)
      .slice(0, count)
      .map(({ column }) => column);
  }

  #activity(person: number, shifts: Int32Array): { rows: Int32Array; values: Int32Array } {
    const { cellRows, problem } = this.#split;
    const sums = new Map<number, number>();
    for (const shift of shifts) {
      const cell = person * problem.shifts + shift;
      for (let at = intAt(cellRows.starts, cell); at < intAt(cellRows.starts, cell + 1); at++) {
        const row = intAt(cellRows.rows, at);
        sums.set(row, (sums.get(row) ?? 0) + intAt(cellRows.coefficients, at));
      }
    }
    const entries = [...sums].filter((entry) => entry[1] !== 0).sort((a, b) => a[0] - b[0]);
    return { rows: Int32Array.from(entries, (e) => e[0]), values: Int32Array.from(entries, (e) => e[1]) };
  }
}

/** The column's cost less what the rows pay for it. */
export function pricedAt(column: Column, rowDuals: Float64Array): number {
  let price = column.cost;
  column.rows.forEach((row, index) => {
    price -= realAt(rowDuals, row) * intAt(column.values, index);
  });
  return price;
}
