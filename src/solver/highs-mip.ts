/**
 * The second file of the adapter to HiGHS (see `highs-adapter.ts`): one program solved once, with whole numbers or as its
 * linear relaxation. It reports rosters and bounds while it runs, and can be interrupted.
 */

import type { Highs } from 'highs';
import { intAt, realAt } from '../kernel/typed-at.ts';

/** A minimisation in sparse rows: entries of row i are `starts[i]` up to `starts[i + 1]`. */
export interface SparseProgram {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 for columns that must be whole. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Above this the interior point is faster; it is not followed by a crossover, which a bound does not need. */
const MOST_SIMPLEX_ROWS = 5000;

export interface MixedRun {
  /** Values of some columns, among them all that must be whole, to start from. */
  readonly start?: { readonly columns: Int32Array; readonly values: Float64Array };
  /** Infinity for no limit. */
  readonly seconds: number;
  readonly nodes: number;
  /** Ends when incumbent − bound is no more than this. */
  readonly absoluteGap: number;
  /** Only what costs less than this is sought; one that ends without a solution then says that there is none. */
  readonly below?: number;
  /** Goes straight to branching, without heuristics and restarts: where the relaxation is nearly whole already. */
  readonly plain?: boolean;
  readonly seed: number;
  readonly shouldStop: () => boolean;
  readonly onSolution?: (columns: Float64Array) => void;
  readonly onBound?: (bound: number) => void;
}

export interface MixedResult {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** Valid lower bound on the objective; −∞ when none was reached. */
  readonly bound: number;
}

export function solveMixed(highs: Highs, program: SparseProgram, run: MixedRun): MixedResult {
  const model = highs.createModel();
  try {
    model.options.set(optionsOf(run));
    model.passModel(modelData(program));
    if (run.start) model.setSolution({ indices: run.start.columns, values: run.start.values });
    const types = highs.constants.callbackType;
    let bound = -Infinity;
    const raise = (dual: number | undefined): void => {
      if (dual === undefined || !(dual > bound) || dual === Infinity) return;
      bound = dual;
      run.onBound?.(bound);
    };
    model.run({
      [types.mipInterrupt]: (event) => {
        raise(event.data.mip_dual_bound);
        if (run.shouldStop()) event.interrupt();
        return undefined;
      },
      [types.simplexInterrupt]: (event) => {
        if (run.shouldStop()) event.interrupt();
        return undefined;
      },
      [types.mipImprovingSolution]: (event) => {
        if (event.data.mip_solution) run.onSolution?.(event.data.mip_solution);
        return undefined;
      },
    });
    const status = model.getModelStatus();
    const statuses = highs.constants.modelStatus;
    const nothing: number[] = [statuses.infeasible, statuses.unboundedOrInfeasible, statuses.objectiveBound];
    if (nothing.includes(status)) {
      return { status: 'infeasible', bound: Infinity };
    }
    const optimal = status === statuses.optimal;
    if (program.whole.includes(1)) raise(Number(model.info.get('mip_dual_bound')));
    else if (optimal) raise(model.getObjectiveValue());
    return { status: optimal ? 'optimal' : 'limit', bound };
  } finally {
    model.dispose();
  }
}

/** An effort of nought leaves out few of the heuristics that solve programs of their own. */
const PLAIN = {
  mip_heuristic_effort: 0,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_allow_restart: false,
} as const;

function optionsOf(run: MixedRun): Record<string, boolean | number> {
  return {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: run.absoluteGap,
    random_seed: run.seed & 0x7fffffff,
    ...(run.below === undefined ? {} : { objective_bound: run.below }),
    ...(run.plain ? PLAIN : {}),
    ...(run.seconds < Infinity ? { time_limit: Math.max(0.01, run.seconds) } : {}),
    ...(run.nodes < Infinity ? { mip_max_nodes: Math.max(0, Math.floor(run.nodes)) } : {}),
  };
}

export interface RelaxedRun {
  readonly seconds: number;
  readonly shouldStop: () => boolean;
}

/**
 * A lower bound on the program from its linear relaxation, −∞ when none was reached. It is worked out from the dual
 * values themselves, so it holds however roughly the relaxation was solved.
 */
export function boundByRelaxation(highs: Highs, program: SparseProgram, run: RelaxedRun): number {
  const model = highs.createModel();
  try {
    model.options.set({
      output_flag: false,
      solver: program.rowLower.length > MOST_SIMPLEX_ROWS ? 'ipm' : 'simplex',
      run_crossover: 'off',
      ...(run.seconds < Infinity ? { time_limit: Math.max(0.01, run.seconds) } : {}),
    });
    model.passModel({ ...modelData(program), integrality: new Int32Array(program.cost.length) });
    const types = highs.constants.callbackType;
    const poll = (event: { interrupt(): void }): undefined => {
      if (run.shouldStop()) event.interrupt();
      return undefined;
    };
    model.run({ [types.simplexInterrupt]: poll, [types.ipmInterrupt]: poll });
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return -Infinity;
    return lagrangianBound(program, model.getSolution().rowDual);
  } finally {
    model.dispose();
  }
}

/** Σ dual × the side of its row + Σ least that each column can add at its reduced cost: a bound for any duals. */
export function lagrangianBound(program: SparseProgram, duals: Float64Array): number {
  const reduced = program.cost.slice();
  let bound = 0;
  duals.forEach((dual, i) => {
    const side = realAt(dual > 0 ? program.rowLower : program.rowUpper, i);
    if (dual === 0 || !Number.isFinite(side)) return;
    bound += dual * side;
    for (let e = intAt(program.starts, i); e < intAt(program.starts, i + 1); e++) {
      const column = intAt(program.columns, e);
      reduced[column] = realAt(reduced, column) - dual * realAt(program.values, e);
    }
  });
  reduced.forEach((cost, column) => {
    const at = realAt(cost > 0 ? program.lower : program.upper, column);
    if (cost !== 0) bound += cost * at;
  });
  return bound;
}

function modelData(program: SparseProgram) {
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  const { starts, columns: indices, values } = program;
  return {
    numCols,
    numRows,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    integrality: program.whole,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  } as const;
}
