/**
 * The one adapter to HiGHS (WebAssembly, MIT). It knows linear programs as sparse arrays and nothing of rosters.
 * Every program owns memory inside the WebAssembly instance until `dispose()`.
 */

import highsEntry, { type Highs, type Model } from 'highs';

// The package's types describe its CommonJS face; imported as a module, the loader itself is the default.
const loadHighs = highsEntry as unknown as typeof highsEntry.default;

/** Columns in compressed form: entries of column j are `starts[j]` up to `starts[j + 1]`. */
export interface SparseColumns {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** One longer than the number of columns. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export interface LinearSolution {
  readonly optimal: boolean;
  readonly objective: number;
  readonly columns: Float64Array;
  /** Plain sign: how much the objective rises when the row's right-hand side rises by one. */
  readonly duals: Float64Array;
}

/** `primal` after adding columns, `dual` after changing bounds, `interior` when there are very many rows. */
export type LinearMethod = 'primal' | 'dual' | 'interior';

/** A minimisation kept between runs, so that the last basis is the next start. */
export interface LinearProgram {
  readonly columns: number;
  addRows(lower: Float64Array, upper: Float64Array): void;
  addColumns(columns: SparseColumns): void;
  /** Later columns move up; the basis stays when none of them is basic. */
  deleteColumns(indices: Int32Array): void;
  setColumnBounds(indices: Int32Array, lower: Float64Array, upper: Float64Array): void;
  /** Synchronous, so bounded by `seconds`, and by iterations of the simplex method where a rough answer will do. */
  run(method: LinearMethod, seconds: number, iterations?: number): LinearSolution;
  dispose(): void;
}

/** What HiGHS takes for no limit. */
const UNLIMITED = 2_147_483_647;

let loading: Promise<Highs> | undefined;

/** One instance a thread: compiling the binary takes longer than most runs. */
export function openHighs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

export function createLinearProgram(highs: Highs): LinearProgram {
  return new HighsProgram(highs);
}

class HighsProgram implements LinearProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  #rows = 0;
  #columns = 0;

  constructor(highs: Highs) {
    this.#highs = highs;
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: 'off' });
  }

  get columns(): number {
    return this.#columns;
  }

  addRows(lower: Float64Array, upper: Float64Array): void {
    const count = lower.length;
    if (count === 0) return;
    this.#model.addRows({
      lower,
      upper,
      matrix: {
        format: 'csr',
        numRows: count,
        numCols: this.#columns,
        starts: new Int32Array(count + 1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    this.#rows += count;
  }

  addColumns({ cost, lower, upper, starts, rows, values }: SparseColumns): void {
    const count = cost.length;
    if (count === 0) return;
    this.#model.addCols({
      cost,
      lower,
      upper,
      matrix: { format: 'csc', numRows: this.#rows, numCols: count, starts, indices: rows, values },
    });
    this.#columns += count;
  }

  /** Later columns move up; the basis stays when none of them is basic. */
  deleteColumns(indices: Int32Array): void;
  deleteColumns(indices: Int32Array): void {
    if (indices.length === 0) return;
    const gone = new Set(indices);
    const { colStatus, rowStatus } = this.#model.getBasis();
    this.#model.deleteCols({ kind: 'set', indices });
    this.#model.setBasis({ colStatus: colStatus.filter((_, index) => !gone.has(index)), rowStatus });
    this.#columns -= indices.length;
  }

  setColumnBounds(indices: Int32Array, lower: Float64Array, upper: Float64Array): void {
    if (indices.length > 0) this.#model.changeColsBounds({ kind: 'set', indices }, lower, upper);
  }

  run(method: LinearMethod, seconds: number, iterations = UNLIMITED): LinearSolution {
    const model = this.#model;
    // The limit counts the model's running time over all runs, not over this one.
    const timeLimit = model.getRunTime() + Math.max(0.05, seconds);
    model.options.set(
      method === 'interior'
        ? { solver: 'ipm', run_crossover: 'off', time_limit: timeLimit }
        : {
            solver: 'simplex',
            simplex_strategy: method === 'primal' ? 4 : 1,
            simplex_iteration_limit: iterations,
            time_limit: timeLimit,
          },
    );
    model.run();
    const optimal = model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    const solution = model.getSolution();
    return {
      optimal,
      objective: model.getObjectiveValue(),
      columns: solution.colValue,
      duals: solution.rowDual,
    };
  }

  dispose(): void {
    this.#model.dispose();
  }
}
