/**
 * Prices of shifts at given prices of shared rows. Where a shift adds the same to the rows whoever stands it, as seats do, the
 * prices are everybody's and worked out once.
 */

import { intAt } from '../../kernel/typed-at.ts';
import { cellPrice } from '../columns/link-rows.ts';
import type { SplitProblem } from '../columns/split-problem.ts';

export class ShiftPrices {
  readonly #split: SplitProblem;
  /** By shift: a person who may stand it, when all who may add the same; undefined when some do not. */
  readonly #standIn: Int32Array | undefined;
  #prices: Float64Array;
  #duals: Float64Array | undefined;

  constructor(split: SplitProblem) {
    this.#split = split;
    this.#standIn = standIns(split);
    this.#prices = new Float64Array(split.problem.shifts);
  }

  /** The array is the next call's too. */
  at(person: number, duals: Float64Array): Float64Array {
    if (!this.#standIn) {
      for (const shift of this.#split.people[person]?.shifts ?? [])
        this.#prices[shift] = this.#priceOf(person, shift, duals);
    } else if (this.#duals !== duals) {
      this.#duals = duals;
      for (let shift = 0; shift < this.#prices.length; shift++) {
        const standIn = intAt(this.#standIn, shift);
        if (standIn >= 0) this.#prices[shift] = this.#priceOf(standIn, shift, duals);
      }
    }
    return this.#prices;
  }

  #priceOf(person: number, shift: number, duals: Float64Array): number {
    return cellPrice(this.#split.cellRows, person * this.#prices.length + shift, duals);
  }
}

function standIns(split: SplitProblem): Int32Array | undefined {
  const standIn = new Int32Array(split.problem.shifts).fill(-1);
  for (const { person, shifts } of split.people) {
    for (const shift of shifts) {
      const other = intAt(standIn, shift);
      if (other < 0) standIn[shift] = person;
      else if (!isAlike(split, other * standIn.length + shift, person * standIn.length + shift))
        return undefined;
    }
  }
  return standIn;
}

/** Both cells add the same to the same rows. */
function isAlike(
  { cellRows: { starts, rows, coefficients } }: SplitProblem,
  one: number,
  other: number,
): boolean {
  const count = intAt(starts, one + 1) - intAt(starts, one);
  if (intAt(starts, other + 1) - intAt(starts, other) !== count) return false;
  for (let i = 0; i < count; i++) {
    const at = intAt(starts, one) + i;
    const beside = intAt(starts, other) + i;
    if (rows[at] !== rows[beside] || coefficients[at] !== coefficients[beside]) return false;
  }
  return true;
}
