/**
 * The problem as the column engine sees it: what prices each person's roster by itself, and the rows that tie people
 * together.
 */

import type { RunLine } from '../../constraints/run-amount.ts';
import type { CounterTerm, Problem } from '../../constraints/shapes.ts';
import type { PriceCurve } from './price-curve.ts';

/** A counter within one person's roster. */
export interface OwnCounter {
  /** The first of the terms it was merged from, by which it can be made a shared row. */
  readonly term: CounterTerm;
  readonly shifts: Int32Array;
  /** Whole numbers ≥ 0. */
  readonly coefficients: Int32Array;
  readonly offset: number;
  readonly curve: PriceCurve;
}

/** Groups of shifts of which the touched ones are counted. */
export interface OwnGroups {
  readonly groups: readonly Int32Array[];
  readonly curve: PriceCurve;
}

export interface OwnRun {
  /** By shift: 1 when taking it makes its day on. */
  readonly turnsOn: Uint8Array;
  /** Bounds, days beside the horizon and days on whatever is taken. */
  readonly line: RunLine;
  readonly weight: number;
}

/** For each shift, the others it clashes with for any person: entries `starts[s]` up to `starts[s + 1]`. */
export interface Clashes {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  /** `Infinity` when both may never be taken. */
  readonly costs: Float64Array;
}

/** All that prices one person's roster by itself. */
export interface PersonModel {
  readonly person: number;
  /** Shifts the person may take, ascending. */
  readonly shifts: Int32Array;
  /** By shift: cost of taking it, `Infinity` when forbidden, below nought when refusing it costs. */
  readonly cellCost: Float64Array;
  /** Cost of an empty roster that `cellCost` builds on. */
  readonly constant: number;
  readonly counters: readonly OwnCounter[];
  readonly groups: readonly OwnGroups[];
  readonly runs: readonly OwnRun[];
}

/** A counter over several people: a row of the master program. */
export interface LinkRow {
  readonly offset: number;
  readonly curve: PriceCurve;
  readonly least: number;
  readonly most: number;
}

/** Entries of cell c are `starts[c]` up to `starts[c + 1]`. */
export interface CellRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly coefficients: Int32Array;
}

export interface SplitProblem {
  readonly problem: Problem;
  readonly people: readonly PersonModel[];
  readonly clashes: Clashes;
  readonly rows: readonly LinkRow[];
  readonly cellRows: CellRows;
}

export interface LevelWeights {
  readonly cover: number;
  readonly hard: number;
  readonly soft: number;
}
