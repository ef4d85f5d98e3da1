/**
 * Ascent on the Lagrangian bound over shared rows and personal counts at once. Its slopes are shares of ways (see
 * `soft-walk.ts`) at a temperature that falls, scaled each by its own running size, since they are of unlike things (Kingma and
 * Ba 2015). Any multipliers whatever give a valid bound, so nothing rests on how they are stepped.
 */

import { realAt } from '../../kernel/typed-at.ts';
import { addCell } from '../columns/link-rows.ts';
import { RowPrices } from '../columns/row-prices.ts';
import type { SplitProblem } from '../columns/split-problem.ts';
import type { PersonRelaxation } from './person-relaxation.ts';
import type { SeasonSpace } from './season-space.ts';
import { ShiftPrices } from './shift-prices.ts';

/** Shares of a running mean that stay from one step to the next: of slopes, and of their squares. */
const KEPT_SLOPE = 0.9;
const KEPT_SQUARE = 0.99;
const ROUNDING = 1e-3;

/** Steps from one bound to the next: it takes a walk of everyone by itself. */
const STEPS_A_BOUND = 10;
const LEAST_SHARE = 1e-6;

/** From the beginning of a climb to its end, evenly by factors; of a row's price range. */
interface Fall {
  readonly first: number;
  readonly last: number;
}

interface Climb {
  readonly step: Fall;
  readonly temperature: Fall;
  /** How much of the climb lies behind after so many steps, from 0 to 1. */
  readonly progress: (steps: number) => number;
  readonly isOver: () => boolean;
  /** Told every so many steps, and last. */
  readonly onBound?: (bound: number) => void;
}

interface Slopes {
  readonly rows: Float64Array;
  /** By person, by count. */
  readonly counts: readonly Float64Array[];
}

export class Ascent {
  readonly #split: SplitProblem;
  readonly #people: readonly PersonRelaxation[];
  readonly #space: SeasonSpace;
  readonly #rows: RowPrices;
  /** A typical range of a row's price a unit. */
  readonly range: number;
  readonly #prices: ShiftPrices;
  #duals: Float64Array;

  /** @param space that people's shares are left in. */
  constructor(split: SplitProblem, people: readonly PersonRelaxation[], space: SeasonSpace) {
    this.#split = split;
    this.#people = people;
    this.#space = space;
    this.#rows = new RowPrices(
      split,
      [...people.keys()],
      Float64Array.from(split.rows, ({ offset }) => offset),
    );
    this.#prices = new ShiftPrices(split);
    this.#duals = new Float64Array(split.rows.length);
    this.range = rangeOf(this.#rows, split.rows.length);
  }

  get duals(): Float64Array {
    return this.#duals;
  }

  /**
   * Leaves the best multipliers met in its second half in place: a better bound may stand at its very first where steps are few, but
   * nothing is known there of what shifts are worth. Whoever has no way through is left out, and nothing is told of bounds then.
   */
  climb({ step, temperature, progress, isOver, onBound }: Climb): void {
    let best = Number.NEGATIVE_INFINITY;
    let kept = this.#multipliers();
    const paces = {
      rows: new Pace(this.#duals.length),
      counts: kept.counts.map(({ length }) => new Pace(length)),
    };
    const keepIfBest = (share: number): void => {
      const { bound, isWhole } = this.#bound();
      if (isWhole) onBound?.(bound);
      if (share < 0.5 || bound <= best) return;
      best = bound;
      kept = this.#multipliers();
    };
    let steps = 0;
    for (let share = 0; share < 1 && !isOver(); steps++, share = progress(steps)) {
      if (steps % STEPS_A_BOUND === 0) keepIfBest(share);
      const slopes = this.#slopes(this.range * at(temperature, share));
      this.#take(slopes, paces, this.range * at(step, share));
    }
    keepIfBest(1);
    this.#duals = kept.rows;
    this.#people.forEach((person, at) => {
      person.multipliers = kept.counts[at] as Float64Array;
    });
  }

  #multipliers(): { rows: Float64Array; counts: readonly Float64Array[] } {
    return { rows: this.#duals, counts: this.#people.map(({ multipliers }) => multipliers) };
  }

  /** Duals that ask more of a row the further it is below what it was to be, `pull` a unit. */
  pulled(activity: Float64Array, usual: Float64Array, pull: number): Float64Array {
    return this.#rows.clamp(
      this.#duals.map((dual, row) => dual - pull * (realAt(activity, row) - realAt(usual, row) + 0.5)),
    );
  }

  /** Prices of the person's shifts; the array is the next call's too. */
  pricesOf(person: number, duals = this.#duals): Float64Array {
    return this.#prices.at(person, duals);
  }

  /** Over those who have a way through; of the whole where that is everyone. */
  #bound(): { bound: number; isWhole: boolean } {
    let { bound } = this.#rows.side(this.#duals);
    let isWhole = true;
    for (const [at, person] of this.#people.entries()) {
      const own = person.bound(this.pricesOf(at));
      if (own < Number.POSITIVE_INFINITY) bound += own;
      else isWhole = false;
    }
    return { bound, isWhole };
  }

  #slopes(temperature: number): Slopes {
    const { cellRows, problem, people } = this.#split;
    const rows = this.#rows.side(this.#duals).gradient;
    const counts = this.#people.map((person, at) => {
      const slope = person.spread(this.pricesOf(at), temperature);
      for (const shift of people[at]?.shifts ?? []) {
        const share = realAt(this.#space.shares, shift);
        if (share > LEAST_SHARE) addCell(cellRows, at * problem.shifts + shift, rows, -share);
      }
      return slope;
    });
    return { rows, counts };
  }

  #take(slopes: Slopes, paces: { rows: Pace; counts: readonly Pace[] }, size: number): void {
    const steps = paces.rows.steps(slopes.rows, size);
    this.#duals = this.#rows.clamp(this.#duals.map((dual, row) => dual + realAt(steps, row)));
    for (const [at, person] of this.#people.entries()) {
      const own = (paces.counts[at] as Pace).steps(slopes.counts[at] as Float64Array, size);
      person.multipliers = person.within(
        person.multipliers.map((value, i) => value + realAt(own, i) * realAt(person.scale, i)),
      );
    }
  }
}

function at({ first, last }: Fall, share: number): number {
  return first * (last / first) ** share;
}

/** Running means of slopes and of their squares. */
class Pace {
  readonly #means: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(length: number) {
    this.#means = new Float64Array(length);
    this.#squares = new Float64Array(length);
  }

  /** @param size of the longest step. */
  steps(slopes: Float64Array, size: number): Float64Array {
    this.#count++;
    const scale = (size * Math.sqrt(1 - KEPT_SQUARE ** this.#count)) / (1 - KEPT_SLOPE ** this.#count);
    return slopes.map((slope, i) => {
      const mean = KEPT_SLOPE * realAt(this.#means, i) + (1 - KEPT_SLOPE) * slope;
      const square = KEPT_SQUARE * realAt(this.#squares, i) + (1 - KEPT_SQUARE) * slope * slope;
      this.#means[i] = mean;
      this.#squares[i] = square;
      return (scale * mean) / (Math.sqrt(square) + ROUNDING);
    });
  }
}

/** The median width between a row's steepest prices. */
function rangeOf(rows: RowPrices, count: number): number {
  const highest = rows.clamp(new Float64Array(count).fill(Number.POSITIVE_INFINITY));
  const lowest = rows.clamp(new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  const widths = highest.map((high, row) => high - realAt(lowest, row)).filter((width) => width > 0);
  return widths.sort()[widths.length >> 1] ?? 1;
}
