/**
 * A problem laid out flat for the engines: cells, and what taking each one moves. Built once, never changed, shared
 * by every engine; it holds no roster (see `state.ts`).
 */

import type { Cells, Problem } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';
import { buildCells, type CellTable } from './cells.ts';
import { buildConflictGraph, type ConflictGraph } from './conflict-graph.ts';
import { buildCounters, buildUnary, type CounterTable } from './counter-table.ts';
import { LEVEL_COUNT, WALL } from './levels.ts';
import { buildSlots, type SlotTable } from './slot-table.ts';

export interface Model {
  readonly problem: Problem;
  readonly cells: CellTable;
  readonly conflicts: ConflictGraph;
  readonly counters: CounterTable;
  readonly slots: SlotTable;
  /** By cell: soft cost of taking it, whatever else is taken. */
  readonly unary: Int32Array;
  /** By level index: cost that no choice changes. */
  readonly base: Float64Array;
}

export function buildModel(problem: Problem): Model {
  const cells = buildCells(problem);
  const counters = buildCounters(problem, cells);
  const groupCounters = (problem.groups ?? []).reduce((sum, term) => sum + term.people.length, 0);
  const slots = buildSlots(problem, cells, counters.count - groupCounters);
  const unary = buildUnary(problem, cells);
  const base = new Float64Array(LEVEL_COUNT);
  base[WALL] = unary.wall;
  return {
    problem,
    cells,
    conflicts: buildConflictGraph(problem),
    counters,
    slots,
    unary: unary.soft,
    base,
  };
}

/** Cells of the problem → cells of the model; those behind a wall are dropped. */
export function modelCells(model: Model, cells: Cells): Int32Array {
  return Int32Array.from(cells, (cell) => model.cells.at[cell] ?? -1).filter((cell) => cell >= 0);
}

/** A cell of the model as the problem writes it: person × shifts + shift. */
export function problemCell(model: Model, cell: number): number {
  return intAt(model.cells.person, cell) * model.cells.shifts + intAt(model.cells.shift, cell);
}
