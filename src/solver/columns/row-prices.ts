/**
 * The shared rows of a master as it prices them: each row's convex cost as slack columns, one for every straight piece,
 * and the limits that branching sets on a row's value.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { SparseColumns } from '../highs-adapter.ts';
import { type Breakpoints, breakpointsOf, curveAt, lowestWithSlope, valuesWithin } from './price-curve.ts';
import type { SplitProblem } from './split-problem.ts';

/** A row's value is kept between both, whole numbers. */
export interface RowLimit {
  readonly least: number;
  readonly most: number;
}

export class RowPrices {
  /** Rows of the problem that free people touch, ascending; elsewhere rows go by their place here. */
  readonly rows: readonly number[];
  /** Cost of the rows nobody touches, and of every other at its cheapest value, which the slacks only add to. */
  readonly constant: number;
  readonly #bends: readonly Breakpoints[];
  readonly #base: Float64Array;
  readonly #untouchedCost: number;
  /** First slack column of each place. */
  readonly #firstSlack: Int32Array;
  /** By place: the range of its dual that its steepest prices allow; nought where it has one value. */
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;
  readonly #limits = new Map<number, RowLimit>();

  /** @param base what people who are not free add to each row of the problem, offsets included. */
  constructor(split: SplitProblem, free: readonly number[], base: Float64Array) {
    const reach = rowReach(split, free, base);
    this.rows = reach.rows;
    this.#base = base;
    this.#untouchedCost = reach.untouchedCost;
    this.#bends = this.rows.map((row, place) =>
      breakpointsOf(split.rows[row]?.curve ?? [], numberAt(reach.least, place), numberAt(reach.most, place)),
    );
    this.#lowest = Float64Array.from(this.#bends, (bends) => -slopeOf(bends, bends.values.length - 2));
    this.#highest = Float64Array.from(this.#bends, (bends) => -slopeOf(bends, 0));
    this.#firstSlack = new Int32Array(this.rows.length + 1);
    let constant = this.#untouchedCost;
    this.#bends.forEach(({ values, costs, lowest }, place) => {
      constant += realAt(costs, lowest);
      this.#firstSlack[place + 1] = intAt(this.#firstSlack, place) + values.length - 1;
    });
    this.constant = constant;
  }

  get slackCount(): number {
    return intAt(this.#firstSlack, this.rows.length);
  }

  /** What the columns of each place sum up to when no slack is taken. */
  rightSides(): Float64Array {
    return Float64Array.from(this.#bends, ({ values, lowest }, place) => {
      return realAt(values, lowest) - realAt(this.#base, numberAt(this.rows, place));
    });
  }

  /** Σ columns − above + below = cheapest value − base. */
  slackColumns(): SparseColumns {
    const count = this.slackCount;
    const columns = {
      cost: new Float64Array(count),
      lower: new Float64Array(count),
      upper: new Float64Array(count),
      starts: Int32Array.from({ length: count + 1 }, (_, index) => index),
      rows: new Int32Array(count),
      values: new Float64Array(count),
    };
    this.#bends.forEach(({ values, costs, lowest }, place) => {
      for (let piece = 0; piece + 1 < values.length; piece++) {
        const at = intAt(this.#firstSlack, place) + piece;
        const width = realAt(values, piece + 1) - realAt(values, piece);
        const slope = (realAt(costs, piece + 1) - realAt(costs, piece)) / width;
        columns.cost[at] = piece < lowest ? -slope : slope;
        columns.upper[at] = width;
        columns.rows[at] = place;
        columns.values[at] = piece < lowest ? 1 : -1;
      }
    });
    return columns;
  }

  /**
   * Sets exactly these limits, by row of the problem.
   * @returns the slack columns whose bounds change, with the bounds.
   */
  limit(limits: ReadonlyMap<number, RowLimit>): {
    indices: Int32Array;
    lower: Float64Array;
    upper: Float64Array;
  } {
    const indices: number[] = [];
    const lower: number[] = [];
    const upper: number[] = [];
    this.rows.forEach((row, place) => {
      const limit = limits.get(row);
      const before = this.#limits.get(place);
      if (limit?.least === before?.least && limit?.most === before?.most) return;
      if (limit) this.#limits.set(place, limit);
      else this.#limits.delete(place);
      const { values, lowest } = this.#bends[place] as Breakpoints;
      const { least, most } = limit ?? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
      for (let piece = 0; piece + 1 < values.length; piece++) {
        const low = realAt(values, piece);
        const high = realAt(values, piece + 1);
        const within = (value: number): number => Math.min(high - low, Math.max(0, value));
        indices.push(intAt(this.#firstSlack, place) + piece);
        lower.push(within(piece < lowest ? high - most : least - low));
        upper.push(within(piece < lowest ? high - least : most - low));
      }
    });
    return {
      indices: Int32Array.from(indices),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
    };
  }

  /** The rows' share of the Lagrangian bound at duals by row of the problem, with its slope: cheapest value − base. */
  side(rowDuals: Float64Array): { bound: number; gradient: Float64Array } {
    const gradient = new Float64Array(rowDuals.length);
    let bound = this.#untouchedCost;
    this.rows.forEach((row, place) => {
      const dual = realAt(rowDuals, row);
      const base = realAt(this.#base, row);
      const { value, cost } = lowestWithSlope(
        this.#bends[place] as Breakpoints,
        dual,
        this.#limits.get(place),
      );
      bound += cost - dual * base;
      gradient[row] = value - base;
    });
    return { bound, gradient };
  }

  /** By row of the problem: the values that cost at most `gap` more than the cheapest at these duals. */
  limitsWithin(rowDuals: Float64Array, gap: number): Map<number, RowLimit> {
    return new Map(
      this.rows.map((row, place) => {
        const bends = this.#bends[place] as Breakpoints;
        const dual = realAt(rowDuals, row);
        return [row, valuesWithin(bends, dual, lowestWithSlope(bends, dual).cost + gap)];
      }),
    );
  }

  /** Brings duals into the range that the rows' steepest prices allow; limits have no steepest price. */
  clamp(rowDuals: Float64Array): Float64Array {
    const clamped = new Float64Array(rowDuals.length);
    for (let place = 0; place < this.rows.length; place++) {
      const row = numberAt(this.rows, place);
      const dual = realAt(rowDuals, row);
      clamped[row] = this.#limits.has(place)
        ? dual
        : Math.min(realAt(this.#highest, place), Math.max(realAt(this.#lowest, place), dual));
    }
    return clamped;
  }
}

/** Of one straight piece; nought where there is none. */
function slopeOf({ values, costs }: Breakpoints, piece: number): number {
  if (values.length < 2) return 0;
  const rise = realAt(costs, piece + 1) - realAt(costs, piece);
  return rise / (realAt(values, piece + 1) - realAt(values, piece));
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
    for (let at = intAt(starts, first); at < intAt(starts, first + split.problem.shifts); at++) {
      const row = intAt(rows, at);
      const coefficient = intAt(coefficients, at);
      touched[row] = 1;
      if (coefficient < 0) least[row] = realAt(least, row) + coefficient;
      else most[row] = realAt(most, row) + coefficient;
    }
  }
  const kept = [...split.rows.keys()].filter((row) => touched[row] === 1);
  let untouchedCost = 0;
  split.rows.forEach((row, index) => {
    if (touched[index] === 0) untouchedCost += curveAt(row.curve, realAt(base, index));
  });
  return {
    rows: kept,
    least: kept.map((row) => realAt(least, row)),
    most: kept.map((row) => realAt(most, row)),
    untouchedCost,
  };
}
