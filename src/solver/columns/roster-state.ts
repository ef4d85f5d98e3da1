/** One roster under improvement: each person's shifts, what they add to every shared row, and the total cost. */

import type { Cells } from '../../constraints/shapes.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { Column, ColumnPool } from './pool.ts';
import { curveAt } from './price-curve.ts';
import type { SplitProblem } from './split-problem.ts';

export class RosterState {
  readonly #split: SplitProblem;
  readonly #columns: (Column | undefined)[];
  /** Value of each row, offsets included. */
  readonly activity: Float64Array;

  constructor(split: SplitProblem) {
    this.#split = split;
    this.#columns = split.people.map(() => undefined);
    this.activity = Float64Array.from(split.rows, (row) => row.offset);
  }

  static of(split: SplitProblem, columns: Iterable<Column>): RosterState {
    const state = new RosterState(split);
    for (const column of columns) state.set(column.person, column);
    return state;
  }

  columnOf(person: number): Column | undefined {
    return this.#columns[person];
  }

  /** True when everyone has a roster. */
  get complete(): boolean {
    return this.#columns.every((column) => column !== undefined);
  }

  copy(): RosterState {
    return RosterState.of(
      this.#split,
      this.#columns.filter((column) => column !== undefined),
    );
  }

  set(person: number, column: Column | undefined): void {
    this.#shift(this.#columns[person], -1);
    this.#shift(column, 1);
    this.#columns[person] = column;
  }

  #shift(column: Column | undefined, sign: number): void {
    column?.rows.forEach((row, index) => {
      this.activity[row] = realAt(this.activity, row) + sign * intAt(column.values, index);
    });
  }

  /** In the split's one scale. */
  cost(): number {
    let cost = 0;
    for (const column of this.#columns) cost += column?.cost ?? 0;
    this.#split.rows.forEach((row, index) => {
      cost += this.rowCost(index, row.curve);
    });
    return cost;
  }

  rowCost(row: number, curve = this.#split.rows[row]?.curve ?? []): number {
    return curveAt(curve, realAt(this.activity, row));
  }

  /** What the people outside `free` add to each row. */
  baseFor(free: readonly number[]): Float64Array {
    const base = this.activity.slice();
    for (const person of free) {
      const column = this.#columns[person];
      column?.rows.forEach((row, index) => {
        base[row] = realAt(base, row) - intAt(column.values, index);
      });
    }
    return base;
  }

  cells(): Cells {
    const cells: number[] = [];
    for (const column of this.#columns) {
      for (const shift of column?.shifts ?? [])
        cells.push((column?.person ?? 0) * this.#split.problem.shifts + shift);
    }
    return Int32Array.from(cells).sort();
  }
}

/** The columns of the given cells; undefined when someone's part breaks that person's hard rules. */
export function columnsOfCells(
  split: SplitProblem,
  cells: Cells,
  price: (person: number, shifts: Int32Array) => number,
  pool: ColumnPool,
): Column[] {
  const shiftsOf: number[][] = split.people.map(() => []);
  const width = split.problem.shifts;
  for (const cell of cells) shiftsOf[Math.floor(cell / width)]?.push(cell % width);
  return shiftsOf.flatMap((list, person) => {
    const shifts = Int32Array.from(list).sort();
    const cost = price(person, shifts);
    return cost < Number.POSITIVE_INFINITY ? [pool.add(person, shifts, cost).column] : [];
  });
}
