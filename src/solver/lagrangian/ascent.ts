/**
 * Ascent on the Lagrangian bound over shared rows and personal counts at once. Slopes of such unlike things are scaled
 * each by its own running size (Kingma and Ba 2015); any multipliers whatever give a valid bound, so nothing rests on how
 * they are stepped.
 */

import { realAt } from '../../kernel/typed-at.ts';
import { addCell } from '../columns/link-rows.ts';
import { RowPrices } from '../columns/row-prices.ts';
import type { SplitProblem } from '../columns/split-problem.ts';
import type { PersonRelaxation } from './person-relaxation.ts';
import { ShiftPrices } from './shift-prices.ts';

/** Shares of a running mean that stay from one step to the next: of slopes, and of their squares. */
const KEPT_SLOPE = 0.9;
const KEPT_SQUARE = 0.99;
const ROUNDING = 1e-3;

interface JointMultipliers {
  readonly rows: Float64Array;
  /** By person, by count. */
  readonly counts: readonly Float64Array[];
}

interface Climb {
  /** Sizes of the first step and of the last, of a row's price range. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** How much of the climb lies behind after so many steps, from 0 to 1: steps grow smaller with it. */
  readonly progress: (steps: number) => number;
  readonly isOver: () => boolean;
  /** Told each bound above those before. */
  readonly onBound?: (bound: number) => void;
}

export class Ascent {
  readonly #split: SplitProblem;
  readonly #people: readonly PersonRelaxation[];
  readonly #rows: RowPrices;
  /** A typical range of a row's price a unit. */
  readonly range: number;
  readonly #prices: ShiftPrices;
  #duals: Float64Array;

  constructor(split: SplitProblem, people: readonly PersonRelaxation[]) {
    this.#split = split;
    this.#people = people;
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

  /** Leaves the best multipliers met in place and gives back their bound; `Infinity` when someone has no way through. */
  climb({ firstStep, lastStep, progress, isOver, onBound }: Climb): number {
    let best = Number.NEGATIVE_INFINITY;
    let kept = this.#multipliers();
    const pace = new Pace(kept);
    for (let step = 0, share = 0; share < 1 && !isOver(); step++, share = progress(step)) {
      const { bound, slopes } = this.#relax();
      if (bound === Number.POSITIVE_INFINITY) return bound;
      if (bound > best) {
        best = bound;
        kept = this.#multipliers();
        onBound?.(bound);
      }
      this.#take(pace.steps(slopes, this.range * firstStep * (lastStep / firstStep) ** share));
    }
    this.#duals = kept.rows;
    this.#people.forEach((person, at) => {
      person.multipliers = kept.counts[at] as Float64Array;
    });
    return best;
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

  #multipliers(): JointMultipliers {
    return { rows: this.#duals, counts: this.#people.map(({ multipliers }) => multipliers) };
  }

  #relax(): { bound: number; slopes: JointMultipliers } {
    const { cellRows, problem } = this.#split;
    const { shifts } = problem;
    const side = this.#rows.side(this.#duals);
    let { bound } = side;
    const counts: Float64Array[] = this.#people.map(() => NONE);
    for (const [at, person] of this.#people.entries()) {
      const relaxed = person.relax(this.pricesOf(at));
      person.remember(relaxed);
      bound += relaxed.bound;
      counts[at] = relaxed.slope;
      for (const shift of relaxed.shifts) addCell(cellRows, at * shifts + shift, side.gradient, -1);
    }
    return { bound, slopes: { rows: side.gradient, counts } };
  }

  #take({ rows, counts }: JointMultipliers): void {
    this.#duals = this.#rows.clamp(this.#duals.map((dual, row) => dual + realAt(rows, row)));
    for (const [at, person] of this.#people.entries()) {
      const steps = counts[at] as Float64Array;
      person.multipliers = person.within(
        person.multipliers.map((value, i) => value + realAt(steps, i) * realAt(person.scale, i)),
      );
    }
  }
}

const NONE = new Float64Array(0);

/** Running means of slopes and of their squares. */
class Pace {
  readonly #means: JointMultipliers;
  readonly #squares: JointMultipliers;
  #count = 0;

  constructor({ rows, counts }: JointMultipliers) {
    const nought = (): JointMultipliers => ({
      rows: new Float64Array(rows.length),
      counts: counts.map(({ length }) => new Float64Array(length)),
    });
    this.#means = nought();
    this.#squares = nought();
  }

  steps(slopes: JointMultipliers, size: number): JointMultipliers {
    this.#count++;
    const scale = (size * Math.sqrt(1 - KEPT_SQUARE ** this.#count)) / (1 - KEPT_SLOPE ** this.#count);
    return {
      rows: stepsOf(slopes.rows, this.#means.rows, this.#squares.rows, scale),
      counts: slopes.counts.map((each, at) =>
        stepsOf(
          each,
          this.#means.counts[at] as Float64Array,
          this.#squares.counts[at] as Float64Array,
          scale,
        ),
      ),
    };
  }
}

function stepsOf(
  slopes: Float64Array,
  means: Float64Array,
  squares: Float64Array,
  scale: number,
): Float64Array {
  return slopes.map((slope, i) => {
    const mean = KEPT_SLOPE * realAt(means, i) + (1 - KEPT_SLOPE) * slope;
    const square = KEPT_SQUARE * realAt(squares, i) + (1 - KEPT_SQUARE) * slope * slope;
    means[i] = mean;
    squares[i] = square;
    return (scale * mean) / (Math.sqrt(square) + ROUNDING);
  });
}

/** The median width between a row's steepest prices. */
function rangeOf(rows: RowPrices, count: number): number {
  const highest = rows.clamp(new Float64Array(count).fill(Number.POSITIVE_INFINITY));
  const lowest = rows.clamp(new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  const widths = highest.map((high, row) => high - realAt(lowest, row)).filter((width) => width > 0);
  return widths.sort()[widths.length >> 1] ?? 1;
}
