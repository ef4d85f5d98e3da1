/**
 * The master linear program: for each free person a mix of columns, for each shared row its convex price as slack
 * columns, everyone else as they stand. It prices nothing itself and fixes nothing for good.
 */

import type { Highs } from 'highs';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { createLinearProgram, type LinearMethod, type LinearProgram } from '../highs-adapter.ts';
import { type Column, pricedAt } from './pool.ts';
import { type RowLimit, RowPrices } from './row-prices.ts';
import type { SplitProblem } from './split-problem.ts';

export interface Share {
  readonly column: Column;
  /** Above nought, at most 1. */
  readonly weight: number;
}

export interface MasterPoint {
  /** Upper bound on the relaxation: the best mix of the columns at hand. */
  readonly value: number;
  readonly optimal: boolean;
  /** Dual by problem row; rows without a free cell are nought. */
  readonly rowDuals: Float64Array;
  /** Dual of each free person's convexity, by position in `free`. */
  readonly personDuals: Float64Array;
  /** The columns that are taken, wholly or in part. */
  readonly mix: readonly Share[];
  /** Weight of people for whom no column is left, and how far rows are outside their limits. */
  readonly missing: number;
}

export interface MasterInput {
  readonly split: SplitProblem;
  readonly free: readonly number[];
  /** What the people who are not free add to each row; offsets included. */
  readonly base: Float64Array;
  /** Cost of leaving a person without any roster; above any roster's worth. */
  readonly missingCost: number;
  /** Whether limits will be set on rows. */
  readonly limited?: boolean;
}

const NOUGHT = 1e-9;
const MOST_TRIAL_ITERATIONS = 500;

export class Master {
  readonly free: readonly number[];
  readonly #lp: LinearProgram;
  readonly #prices: RowPrices;
  readonly #placeOfRow: Int32Array;
  readonly #placeOfPerson: Int32Array;
  /** Columns of the program: slacks of rows, then missing parts, then rosters. */
  readonly #firstMissing: number;
  readonly #firstColumn: number;
  #columns: Column[] = [];
  readonly #known = new Set<Column>();
  readonly #closed = new Set<Column>();

  constructor(highs: Highs, { split, free, base, missingCost, limited = false }: MasterInput) {
    this.free = free;
    this.#placeOfPerson = new Int32Array(split.people.length).fill(-1);
    free.forEach((person, place) => {
      this.#placeOfPerson[person] = place;
    });
    this.#prices = new RowPrices(split, free, base);
    this.#placeOfRow = new Int32Array(split.rows.length).fill(-1);
    this.#prices.rows.forEach((row, place) => {
      this.#placeOfRow[row] = place;
    });
    this.#lp = createLinearProgram(highs);
    const right = Float64Array.from([...this.#prices.rightSides(), ...free.map(() => 1)]);
    this.#lp.addRows(right, right);
    this.#lp.addColumns(this.#prices.slackColumns());
    this.#firstMissing = this.#lp.columns;
    this.#addMissing(missingCost, limited);
    this.#firstColumn = this.#lp.columns;
  }

  dispose(): void {
    this.#lp.dispose();
  }

  get columnCount(): number {
    return this.#columns.length;
  }

  get rowCount(): number {
    return this.#prices.rows.length + this.free.length;
  }

  add(columns: readonly Column[]): void {
    if (columns.length === 0) return;
    const starts = new Int32Array(columns.length + 1);
    const rows: number[] = [];
    const values: number[] = [];
    columns.forEach((column, index) => {
      column.rows.forEach((row, entry) => {
        const place = intAt(this.#placeOfRow, row);
        if (place < 0) return;
        rows.push(place);
        values.push(intAt(column.values, entry));
      });
      rows.push(this.#prices.rows.length + intAt(this.#placeOfPerson, column.person));
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
      this.#columns.push(column);
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
    this.#columns.forEach((column, index) => {
      const closed = !open(column);
      if (closed === this.#closed.has(column)) return;
      if (closed) this.#closed.add(column);
      else this.#closed.delete(column);
      changed.push(this.#firstColumn + index);
      upper.push(closed ? 0 : Number.POSITIVE_INFINITY);
    });
    this.#lp.setColumnBounds(
      Int32Array.from(changed),
      new Float64Array(changed.length),
      Float64Array.from(upper),
    );
  }

  /**
   * Lets go of the columns dearest at a point, down to so many beside those it takes: a program with few columns is
   * solved quickly, and pricing finds again what is missed.
   */
  purge({ rowDuals, personDuals, mix }: MasterPoint, keep: number): void {
    const taken = new Set(mix.map(({ column }) => column));
    const ranked = this.#columns
      .map((column, index) => ({ column, index, taken: taken.has(column) }))
      .filter(({ taken }) => !taken)
      .map(({ column, index }) => ({
        column,
        index,
        price: pricedAt(column, rowDuals) - realAt(personDuals, intAt(this.#placeOfPerson, column.person)),
      }))
      .sort((a, b) => a.price - b.price || a.index - b.index);
    // What is priced above nought is not basic, so that the basis stays.
    const dropped = ranked.slice(keep).filter(({ price }) => price > 1e-6);
    for (const { column } of dropped) {
      this.#known.delete(column);
      this.#closed.delete(column);
    }
    const places = Int32Array.from(dropped, ({ index }) => this.#firstColumn + index).sort();
    this.#lp.deleteColumns(places);
    this.#columns = this.#columns.filter((column) => this.#known.has(column));
  }

  /** Roughly what the program is worth after bounds were changed: never above it. */
  estimate(seconds: number): number {
    const { objective } = this.#lp.run('dual', seconds, MOST_TRIAL_ITERATIONS);
    return objective + this.#prices.constant;
  }

  solve(method: LinearMethod, seconds: number): MasterPoint {
    const { optimal, objective, columns, duals } = this.#lp.run(method, seconds);
    const rowDuals = new Float64Array(this.#placeOfRow.length);
    this.#prices.rows.forEach((row, index) => {
      rowDuals[row] = realAt(duals, index);
    });
    let missing = 0;
    for (let index = this.#firstMissing; index < this.#firstColumn; index++)
      missing += realAt(columns, index);
    return {
      value: objective + this.#prices.constant,
      optimal,
      rowDuals,
      personDuals: duals.slice(this.#prices.rows.length),
      mix: this.#columns.flatMap((column, index) => {
        const weight = realAt(columns, this.#firstColumn + index);
        return weight > NOUGHT ? [{ column, weight }] : [];
      }),
      missing,
    };
  }

  /** People who take one column entirely. */
  wholePeople({ mix }: MasterPoint): Set<number> {
    return new Set(mix.filter(({ weight }) => weight > 1 - 1e-6).map(({ column }) => column.person));
  }

  /** Keeps the values of rows within exactly these limits, by row of the problem; for a `limited` master. */
  limit(limits: ReadonlyMap<number, RowLimit>): void {
    const { indices, lower, upper } = this.#prices.limit(limits);
    this.#lp.setColumnBounds(indices, lower, upper);
  }

  /** The rows' share of the Lagrangian bound at these duals; add each free person's cheapest reduced roster to it. */
  rowBound(rowDuals: Float64Array): number {
    return this.rowSide(rowDuals).bound;
  }

  /** The same with its slope: by row, the cheapest value less what stands. */
  rowSide(rowDuals: Float64Array): { bound: number; gradient: Float64Array } {
    return this.#prices.side(rowDuals);
  }

  /** Brings duals into the range that the rows' steepest prices allow. */
  clampDuals(rowDuals: Float64Array): Float64Array {
    return this.#prices.clamp(rowDuals);
  }

  /** A roster for everyone at a high cost; where rows are limited, what they lack or have too much of as well. */
  #addMissing(cost: number, limited: boolean): void {
    const rows = this.#prices.rows.length;
    const places = this.free.map((_, place) => rows + place);
    const values = places.map(() => 1);
    if (limited) {
      for (let place = 0; place < rows; place++) {
        places.push(place, place);
        values.push(1, -1);
      }
    }
    this.#lp.addColumns({
      cost: new Float64Array(places.length).fill(cost),
      lower: new Float64Array(places.length),
      upper: new Float64Array(places.length).fill(Number.POSITIVE_INFINITY),
      starts: Int32Array.from({ length: places.length + 1 }, (_, index) => index),
      rows: Int32Array.from(places),
      values: Float64Array.from(values),
    });
  }
}
