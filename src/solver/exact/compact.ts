/**
 * The compact model: a whole-number column for each cell that is still a choice, and rows for walls, counters, groups,
 * soft conflicts and runs. Given whole cells every other column is whole by itself.
 */

import type { Score } from '../../constraints/shapes.ts';
import { byteAt, intAt, realAt } from '../../kernel/typed-at.ts';
import type { SparseProgram } from '../highs-mip.ts';
import { WALL } from '../model/levels.ts';
import type { Model } from '../model/model.ts';
import { State } from '../state.ts';
import { maximalOf, wallCliques } from './cliques.ts';
import { addCounters } from './counter-rows.ts';
import type { Draft } from './draft.ts';
import { addPairCosts } from './pair-rows.ts';
import { FREE, ProgramBuilder } from './program-builder.ts';
import { addRunFlows } from './run-flow.ts';

export interface CompactModel {
  readonly program: SparseProgram;
  /** Cost at the minimised level that no column changes. */
  readonly constant: number;
  /** No roster costs less at the minimised level, whatever the columns. */
  readonly floor: number;
  readonly columnOf: Int32Array;
}

export interface CompactOptions {
  /** What is minimised: 0 hard, 1 cover, 2 soft. */
  readonly level: number;
  /** What the levels above may amount to, walls crossed by pins included, as scores count them. */
  readonly ceiling: Score;
  /** Counter values of a good roster, when only a bound is asked for. */
  readonly near?: Float64Array;
}

export function buildCompact(model: Model, { level, ceiling, near }: CompactOptions): CompactModel {
  const builder = new ProgramBuilder();
  const { cells } = model;
  const columnOf = new Int32Array(cells.count).fill(-1);
  for (let c = 0; c < cells.count; c++) {
    if (cells.pinned[c] === 1) {
      if (level === 2) builder.addConstant(2, intAt(model.unary, c));
      continue;
    }
    columnOf[c] = builder.column(level === 2 ? [0, 0, intAt(model.unary, c)] : FREE, 1, true);
  }
  const draft = { model, builder, level, columnOf, near, cliques: personCliques(model) };
  addWalls(draft);
  addCounters(draft);
  addRunFlows(draft);
  addPairCosts(draft);
  builder.addConstant(0, realAt(new State(model).totals, WALL));
  const program = builder.build(level, [ceiling.hard, ceiling.cover, 0]);
  const constant = builder.constant[level] ?? 0;
  const floor = program.cost.reduce(
    (sum, cost, column) => sum + Math.min(0, cost) * realAt(program.upper, column),
    constant,
  );
  return { program, constant, floor, columnOf };
}

/** Values of the cell columns for taken cells of the model. */
export function startFrom(
  compact: CompactModel,
  taken: Uint8Array,
): { columns: Int32Array; values: Float64Array } {
  const columns: number[] = [];
  const values: number[] = [];
  compact.columnOf.forEach((column, cell) => {
    if (column < 0) return;
    columns.push(column);
    values.push(byteAt(taken, cell));
  });
  return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

function personCliques({ cells, conflicts }: Model): Int32Array[][] {
  const cliques = wallCliques(conflicts, cells.shifts);
  return Array.from({ length: cells.people }, (_, p) => {
    const own = cliques
      .map((clique) =>
        clique
          .map((s) => intAt(cells.at, p * cells.shifts + s))
          .filter((cell) => cell >= 0 && cells.pinned[cell] === 0),
      )
      .filter((clique) => clique.length > 1);
    return maximalOf(own);
  });
}

function addWalls({ builder, columnOf, cliques }: Draft): void {
  for (const clique of cliques.flat()) {
    for (const cell of clique) builder.entry(intAt(columnOf, cell), 1);
    builder.row(-Infinity, 1);
  }
}
