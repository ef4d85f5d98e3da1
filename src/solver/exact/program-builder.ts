/**
 * Gathers columns and rows of a linear program in which every column has a cost at each level. Which level is
 * minimised, and what the higher ones may amount to, is said at the end. It knows no rosters.
 */

import type { SparseProgram } from '../highs-mip.ts';

const COST_LEVELS = 3;

/** Costs by level: hard, cover, soft. */
export type LevelCosts = readonly [hard: number, cover: number, soft: number];

export const FREE: LevelCosts = [0, 0, 0];

/** Cost at one level, 0 hard to 2 soft. */
export function costAt(level: number, cost: number): LevelCosts {
  return [level === 0 ? cost : 0, level === 1 ? cost : 0, level === 2 ? cost : 0];
}

export class ProgramBuilder {
  /** Cost by level that no column changes. */
  readonly constant: [number, number, number] = [0, 0, 0];
  readonly #costs: [number[], number[], number[]] = [[], [], []];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #columns: number[] = [];
  readonly #values: number[] = [];

  get columns(): number {
    return this.#lower.length;
  }

  get rows(): number {
    return this.#rowLower.length;
  }

  get entries(): number {
    return this.#columns.length;
  }

  addConstant(level: number, cost: number): void {
    this.constant[level] = (this.constant[level] ?? 0) + cost;
  }

  addCost(column: number, level: number, cost: number): void {
    const costs = this.#costs[level];
    if (costs) costs[column] = (costs[column] ?? 0) + cost;
  }

  /** A column in [0, upper]; returns its index. */
  column(costs: LevelCosts, upper: number, whole = false): number {
    for (let level = 0; level < COST_LEVELS; level++) this.#costs[level]?.push(costs[level] ?? 0);
    this.#lower.push(0);
    this.#upper.push(upper);
    this.#whole.push(whole ? 1 : 0);
    return this.#lower.length - 1;
  }

  /** Adds an entry to the row being written. A column may not stand twice in a row. */
  entry(column: number, value: number): void {
    if (value === 0) return;
    this.#columns.push(column);
    this.#values.push(value);
  }

  /** Ends the row being written: lower ≤ Σ entries ≤ upper. */
  row(lower: number, upper: number): void {
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#starts.push(this.#columns.length);
  }

  /**
   * The program that minimises `level` while each higher level stays within `ceilings`, constants included. Where a
   * ceiling leaves no room, the columns that cost there are held at nought.
   */
  build(level: number, ceilings: LevelCosts): SparseProgram {
    const upper = Float64Array.from(this.#upper);
    for (let above = 0; above < level; above++) this.#holdLevel(above, ceilings[above] ?? 0, upper);
    return {
      cost: Float64Array.from(this.#costs[level] ?? []),
      lower: Float64Array.from(this.#lower),
      upper,
      whole: Int32Array.from(this.#whole),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      columns: Int32Array.from(this.#columns),
      values: Float64Array.from(this.#values),
    };
  }

  #holdLevel(level: number, ceiling: number, upper: Float64Array): void {
    const costs = this.#costs[level] ?? [];
    const room = ceiling - (this.constant[level] ?? 0);
    if (room <= 0 && costs.every((cost) => cost >= 0)) {
      costs.forEach((cost, column) => {
        if (cost > 0) upper[column] = 0;
      });
      return;
    }
    costs.forEach((cost, column) => {
      this.entry(column, cost);
    });
    this.row(-Infinity, room);
  }
}
