/**
 * The master linear program: for each free person a mix of columns, for each shared row its convex price as slack
 * columns, everyone else as they stand. It prices nothing itself and fixes nothing for good.
 */

import type { Highs } from 'highs';
import { createLinearProgram, type LinearMethod, type LinearProgram } from '../highs-door.ts';
import type { Column } from './pool.ts';
import { type Breakpoints, breakpointsOf, curveAt, lowestWithSlope } from './price-curve.ts';
import type { SplitProblem } from './split-problem.ts';

export interface MasterPoint {
  /** Upper bound on the relaxation: the best mix of the columns at hand. */
  readonly value: number;
  readonly optimal: boolean;
  /** Dual by problem row; rows without a free cell are nought. */
  readonly rowDuals: Float64Array;
  /** Dual of each free person's convexity, by position in `free`. */
  readonly personDuals: Float64Array;
  /** By position in the order columns were added. */
  readonly weights: Float64Array;
  /** Weight of people for whom no column is left. */
  readonly missing: number;
}

export interface MasterInput {
  readonly split: SplitProblem;
  readonly free: readonly number[];
  /** What the people who are not free add to each row; offsets included. */
  readonly base: Float64Array;
  /** Cost of leaving a person without any roster; above any roster's worth. */
  readonly missingCost: number;
}

export class Master {
  readonly free: readonly number[];
  readonly columns: Column[] = [];
  readonly #lp: LinearProgram;
  readonly #problemRows: readonly number[];
  readonly #lpRowOf: Int32Array;
  readonly #bends: readonly Breakpoints[];
  readonly #base: Float64Array;
  readonly #placeOf: Int32Array;
  readonly #fixedCost: number;
  readonly #firstColumn: number;
  /** Cost of every row at its cheapest value, which the slacks only add to. */
  #constant = 0;
  readonly #closed = new Set<number>();
  readonly #known = new Set<Column>();

  constructor(highs: Highs, { split, free, base, missingCost }: MasterInput) {
    this.free = free;
    this.#base = base;
    this.#placeOf = new Int32Array(split.people.length).fill(-1);
    free.forEach((person, place) => {
      this.#placeOf[person] = place;
    });
    const reach = rowReach(split, free, base);
    this.#problemRows = reach.rows;
    this.#lpRowOf = new Int32Array(split.rows.length).fill(-1);
    this.#problemRows.forEach((row, index) => {
      this.#lpRowOf[row] = index;
    });
    this.#bends = this.#problemRows.map((row, index) =>
      breakpointsOf(split.rows[row]?.curve ?? [], reach.least[index] as number, reach.most[index] as number),
    );
    this.#fixedCost = reach.untouchedCost;
    this.#lp = createLinearProgram(highs);
    this.#addRows();
    this.#addSlacks(missingCost);
    this.#firstColumn = this.#lp.columns;
  }

  dispose(): void {
    this.#lp.dispose();
  }

  get rowCount(): number {
    return this.#problemRows.length + this.free.length;
  }

  add(columns: readonly Column[]): void {
    if (columns.length === 0) return;
    const starts = new Int32Array(columns.length + 1);
    const rows: number[] = [];
    const values: number[] = [];
    columns.forEach((column, index) => {
      column.rows.forEach((row, entry) => {
        const lpRow = this.#lpRowOf[row] as number;
        if (lpRow < 0) return;
        rows.push(lpRow);
        values.push(column.values[entry] as number);
      });
      rows.push(this.#problemRows.length + (this.#placeOf[column.person] as number));
      values.push(1);
      starts[index + 1] = rows.length;
    });
    this.#lp.addColumns({
      cost: Float64Array.from(columns, (column) => column.cost),
      lower: new Float64Array(columns.length),
      upper: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
      starts,
      rows: Int32Array.from(rows),
      values: Float64Array.from(values),
    });
    for (const column of columns) {
      this.columns.push(column);
      this.#known.add(column);
    }
  }

  has(column: Column): boolean {
    return this.#known.has(column);
  }

  /** Lets in exactly the columns that `open` allows. */
  restrict(open: (column: Column) => boolean): void {
    const changed: number[] = [];
    const upper: number[] = [];
    this.columns.forEach((column, index) => {
      const closed = !open(column);
      if (closed === this.#closed.has(index)) return;
      if (closed) this.#closed.add(index);
      else this.#closed.delete(index);
      changed.push(this.#firstColumn + index);
      upper.push(closed ? 0 : Number.POSITIVE_INFINITY);
    });
    this.#lp.setColumnBounds(
      Int32Array.from(changed),
      new Float64Array(changed.length),
      Float64Array.from(upper),
    );
  }

  solve(method: LinearMethod, seconds: number): MasterPoint {
    const { optimal, objective, columns, duals } = this.#lp.run(method, seconds);
    const rowDuals = new Float64Array(this.#lpRowOf.length);
    this.#problemRows.forEach((row, index) => {
      rowDuals[row] = duals[index] as number;
    });
    let missing = 0;
    for (let index = this.#firstColumn - this.free.length; index < this.#firstColumn; index++) {
      missing += columns[index] as number;
    }
    return {
      value: objective + this.#constant + this.#fixedCost,
      optimal,
      rowDuals,
      personDuals: duals.slice(this.#problemRows.length),
      weights: columns.slice(this.#firstColumn),
      missing,
    };
  }

  /** People who take one column entirely. */
  wholePeople({ weights }: MasterPoint): Set<number> {
    const whole = new Set<number>();
    weights.forEach((weight, index) => {
      if (weight > 1 - 1e-6) whole.add((this.columns[index] as Column).person);
    });
    return whole;
  }

  /** The rows' share of the Lagrangian bound at these duals; add each free person's cheapest reduced roster to it. */
  rowBound(rowDuals: Float64Array): number {
    return this.rowSide(rowDuals).bound;
  }

  /** The same with its slope: by row, the cheapest value less what stands. */
  rowSide(rowDuals: Float64Array): { bound: number; gradient: Float64Array } {
    const gradient = new Float64Array(rowDuals.length);
    let bound = this.#fixedCost;
    this.#problemRows.forEach((row, index) => {
      const dual = rowDuals[row] as number;
      const base = this.#base[row] as number;
      const { value, cost } = lowestWithSlope(this.#bends[index] as Breakpoints, dual);
      bound += cost - dual * base;
      gradient[row] = value - base;
    });
    return { bound, gradient };
  }

  /** Brings duals into the range that the rows' steepest prices allow. */
  clampDuals(rowDuals: Float64Array): Float64Array {
    const clamped = new Float64Array(rowDuals.length);
    this.#problemRows.forEach((row, index) => {
      const { values, costs } = this.#bends[index] as Breakpoints;
      const slope = (piece: number): number =>
        ((costs[piece + 1] as number) - (costs[piece] as number)) /
        ((values[piece + 1] as number) - (values[piece] as number));
      if (values.length < 2) return;
      clamped[row] = Math.min(-slope(0), Math.max(-slope(values.length - 2), rowDuals[row] as number));
    });
    return clamped;
  }

  #addRows(): void {
    const count = this.#problemRows.length;
    const right = new Float64Array(count + this.free.length).fill(1);
    this.#problemRows.forEach((row, index) => {
      const { values, lowest } = this.#bends[index] as Breakpoints;
      right[index] = (values[lowest] as number) - (this.#base[row] as number);
    });
    this.#lp.addRows(right, right);
  }

  /** Σ columns − above + below = cheapest value − base, one slack for each straight piece; then the missing rosters. */
  #addSlacks(missingCost: number): void {
    const cost: number[] = [];
    const upper: number[] = [];
    const rows: number[] = [];
    const values: number[] = [];
    let constant = 0;
    this.#bends.forEach(({ values: at, costs, lowest }, row) => {
      constant += costs[lowest] as number;
      for (let piece = 0; piece + 1 < at.length; piece++) {
        const width = (at[piece + 1] as number) - (at[piece] as number);
        const slope = ((costs[piece + 1] as number) - (costs[piece] as number)) / width;
        cost.push(piece < lowest ? -slope : slope);
        upper.push(width);
        rows.push(row);
        values.push(piece < lowest ? 1 : -1);
      }
    });
    this.free.forEach((_, place) => {
      cost.push(missingCost);
      upper.push(1);
      rows.push(this.#bends.length + place);
      values.push(1);
    });
    this.#lp.addColumns({
      cost: Float64Array.from(cost),
      lower: new Float64Array(cost.length),
      upper: Float64Array.from(upper),
      starts: Int32Array.from({ length: cost.length + 1 }, (_, index) => index),
      rows: Int32Array.from(rows),
      values: Float64Array.from(values),
    });
    this.#constant = constant;
  }
}

/** The rows that free people touch, the values they can take, and what the untouched ones cost. */
function rowReach(
  split: SplitProblem,
  free: readonly number[],
  base: Float64Array,
): { rows: number[]; least: number[]; most: number[]; untouchedCost: number } {
  const touched = new Uint8Array(split.rows.length);
  const least = base.slice();
  const most = base.slice();
  const { starts, rows, coefficients } = split.cellRows;
  for (const person of free) {
    const first = person * split.problem.shifts;
    for (let at = starts[first] as number; at < (starts[first + split.problem.shifts] as number); at++) {
      const row = rows[at] as number;
      const coefficient = coefficients[at] as number;
      touched[row] = 1;
      if (coefficient < 0) least[row] = (least[row] as number) + coefficient;
      else most[row] = (most[row] as number) + coefficient;
    }
  }
  const kept = [...split.rows.keys()].filter((row) => touched[row] === 1);
  let untouchedCost = 0;
  split.rows.forEach((row, index) => {
    if (touched[index] === 0) untouchedCost += curveAt(row.curve, base[index] as number);
  });
  return {
    rows: kept,
    least: kept.map((row) => least[row] as number),
    most: kept.map((row) => most[row] as number),
    untouchedCost,
  };
}
