/**
 * A smaller problem of which no roster costs more: shifts that only cover tells apart are drawn together into one. Its
 * bounds hold for the whole, while its rosters are of no use. It knows nothing of linear programs.
 */

import {
  type Cells,
  type ConflictTerm,
  type CounterTerm,
  type GroupTerm,
  LEVELS,
  type Level,
  type MaskTerm,
  type Problem,
  type RunTerm,
  type WeightedBlock,
} from '../../constraints/shapes.ts';
import { intAt, keptUnder, realAt } from '../../kernel/typed-at.ts';
import { openCells } from '../model/cells.ts';
import { maskCosts } from './mask-costs.ts';
import { shiftClasses } from './shift-classes.ts';

export interface AlikeShifts {
  readonly problem: Problem;
  /** The shifts of each class, which is a shift of the smaller problem. */
  readonly classes: readonly (readonly number[])[];
  /** A roster of the whole problem as one of the smaller. */
  merge(cells: Cells): Cells;
}

/**
 * A person stands at most one of alike shifts, so one cell stands for all. Undefined where pins make someone stand two.
 */
export function mergeAlikeShifts(problem: Problem): AlikeShifts | undefined {
  const merging = new Merging(problem);
  return merging.problem.pins.length === problem.pins.length ? merging : undefined;
}

class Merging implements AlikeShifts {
  readonly problem: Problem;
  readonly #whole: Problem;
  readonly classes: readonly (readonly number[])[];
  /** 1 for every cell in front of the walls, person × shifts + shift. */
  readonly #open: Uint8Array;
  /** Shift → its class. */
  readonly #classOf: Int32Array;

  constructor(whole: Problem) {
    this.#whole = whole;
    this.classes = shiftClasses(whole);
    this.#open = openCells(whole);
    this.#classOf = new Int32Array(whole.shifts);
    for (const [index, members] of this.classes.entries()) for (const s of members) this.#classOf[s] = index;
    const first = (of: Int32Array): Int32Array =>
      Int32Array.from(this.classes, ([shift = 0]) => intAt(of, shift));
    this.problem = {
      people: whole.people,
      shifts: this.classes.length,
      days: whole.days,
      shiftDay: first(whole.shiftDay),
      shiftStart: first(whole.shiftStart),
      shiftEnd: first(whole.shiftEnd),
      rules: [...whole.rules, ...LEVELS.map((level) => ({ id: level, constraint: level, level, weight: 1 }))],
      masks: LEVELS.flatMap((level, index) => this.#masks(level, whole.rules.length + index)),
      conflicts: whole.conflicts.map((term) => this.#conflict(term)),
      counters: this.#counters(),
      runs: whole.runs.flatMap((term) => this.#run(term)),
      groups: (whole.groups ?? []).flatMap((term) => this.#group(term)),
      pins: this.merge(whole.pins),
    };
  }

  merge(cells: Cells): Cells {
    const { shifts } = this.#whole;
    const merged = [...cells].map(
      (cell) => Math.floor(cell / shifts) * this.classes.length + intAt(this.#classOf, cell % shifts),
    );
    return Int32Array.from(new Set(merged)).sort();
  }

  /** The least that any of the alike cells costs, at one level; so a wall stands where all are behind one. */
  #masks(level: Level, rule: number): MaskTerm[] {
    const { people, shifts } = this.#whole;
    const costs = maskCosts(this.#whole, [level]);
    return Array.from({ length: people }, (_, p) =>
      this.#masksOf(p, rule, costs.subarray(p * shifts, (p + 1) * shifts)),
    ).flat();
  }

  #masksOf(person: number, rule: number, costs: Float64Array): MaskTerm[] {
    const classesAt = new Map<number, number[]>();
    for (const [index, members] of this.classes.entries()) {
      const least = Math.min(...members.map((shift) => realAt(costs, shift)));
      if (least > 0) classesAt.set(least, [...(classesAt.get(least) ?? []), index]);
    }
    const people = Int32Array.of(person);
    return [...classesAt].map(([amount, shifts]) => ({
      rule,
      amount,
      blocks: [{ people, shifts: Int32Array.from(shifts) }],
    }));
  }

  /** Pairs of classes of which every pair of shifts is in the term. */
  #conflict({ rule, first, second, amount }: ConflictTerm): ConflictTerm {
    const count = this.classes.length;
    const pairs = new Map<number, { seen: number; least: number }>();
    first.forEach((a, i) => {
      const classes = [intAt(this.#classOf, a), intAt(this.#classOf, intAt(second, i))];
      const [low, high] = [Math.min(...classes), Math.max(...classes)];
      const pair = pairs.get(low * count + high) ?? { seen: 0, least: Infinity };
      pair.seen++;
      pair.least = Math.min(pair.least, intAt(amount, i));
      pairs.set(low * count + high, pair);
    });
    const sizeOf = (index: number): number => this.classes[index]?.length ?? 0;
    const whole = [...pairs].filter(([key, { seen }]) => {
      const [low, high] = [Math.floor(key / count), key % count];
      return low !== high && seen === sizeOf(low) * sizeOf(high);
    });
    return {
      rule,
      first: Int32Array.from(whole, ([key]) => Math.floor(key / count)),
      second: Int32Array.from(whole, ([key]) => key % count),
      amount: Int32Array.from(whole, ([, { least }]) => least),
    };
  }

  #counters(): CounterTerm[] {
    const sums = new Map<string, CounterTerm[]>();
    const even: CounterTerm[] = [];
    for (const counter of this.#whole.counters) {
      const blocks = counter.blocks.map((block) => this.#evenBlock(block));
      if (blocks.every((block) => block !== undefined)) {
        even.push({ ...counter, blocks });
        continue;
      }
      const key = this.#coverKey(counter);
      if (key !== undefined) sums.set(key, [...(sums.get(key) ?? []), counter]);
    }
    return [...even, ...[...sums.values()].flatMap((counters) => this.#sum(counters))];
  }

  /** Undefined where some of a class count and others not, of those that anyone of the block may stand. */
  #evenBlock({ people, shifts, coefficients }: WeightedBlock): WeightedBlock | undefined {
    const of = new Map<number, number>();
    const counted = new Set(shifts);
    for (const [i, shift] of shifts.entries()) {
      const index = intAt(this.#classOf, shift);
      const coefficient = intAt(coefficients, i);
      if ((of.get(index) ?? coefficient) !== coefficient) return undefined;
      of.set(index, coefficient);
    }
    const classes = Int32Array.from(of.keys()).sort();
    for (const index of classes) {
      const others = (this.classes[index] ?? []).filter((shift) => !counted.has(shift));
      if (others.some((shift) => people.some((p) => this.#open[p * this.#whole.shifts + shift] === 1)))
        return undefined;
    }
    return { people, shifts: classes, coefficients: classes.map((index) => keptUnder(of, index)) };
  }

  #evenClasses(shifts: Int32Array): Int32Array | undefined {
    const seen = new Map<number, number>();
    for (const shift of shifts) {
      const index = intAt(this.#classOf, shift);
      seen.set(index, (seen.get(index) ?? 0) + 1);
    }
    const even = [...seen].every(([index, count]) => count === this.classes[index]?.length);
    return even ? Int32Array.from(seen.keys()).sort() : undefined;
  }

  /** Counters of one shift that may be summed over its class: with the same people, rule and kind of bound. */
  #coverKey({ rule, blocks, price }: CounterTerm): string | undefined {
    const [block, ...others] = blocks;
    if (!block || others.length > 0 || block.shifts.length !== 1 || price.kind !== 'range') return undefined;
    const sides = `${price.below !== undefined} ${price.above !== undefined}`;
    const index = this.#classOf[intAt(block.shifts, 0)];
    return `${rule} ${index} ${sides} ${block.coefficients[0]} ${block.people.join()}`;
  }

  /**
   * What is short, or too much, in sum is never more than in all together. Undone where not each shift of the class has
   * its one counter, for then the sum would count seats that no counter does.
   */
  #sum(counters: readonly CounterTerm[]): CounterTerm[] {
    const [first] = counters;
    const block = first?.blocks[0];
    if (!first || !block) return [];
    const shifts = counters.flatMap((counter) => counter.blocks[0]?.shifts[0] ?? []);
    const index = intAt(this.#classOf, intAt(block.shifts, 0));
    if (new Set(shifts).size !== shifts.length || shifts.length !== this.classes[index]?.length) return [];
    const total = (side: 'below' | 'above'): number =>
      counters.reduce((sum, { price }) => sum + ((price.kind === 'range' ? price[side] : 0) ?? 0), 0);
    const { price } = first;
    if (price.kind !== 'range') return [];
    return [
      {
        rule: first.rule,
        blocks: [{ ...block, shifts: Int32Array.of(index) }],
        offset: counters.reduce((sum, { offset }) => sum + offset, 0),
        price: {
          kind: 'range',
          ...(price.below === undefined ? {} : { below: total('below') }),
          ...(price.above === undefined ? {} : { above: total('above') }),
        },
      },
    ];
  }

  #run(term: RunTerm): RunTerm[] {
    const shifts = this.#evenClasses(term.shifts);
    return shifts ? [{ ...term, shifts }] : [];
  }

  #group(term: GroupTerm): GroupTerm[] {
    const groups = term.groups.map((group) => this.#evenClasses(group));
    return groups.every((group) => group !== undefined) ? [{ ...term, groups }] : [];
  }
}
