/**
 * A window: some people over some days set free, with everything else standing as a roster has it. Written as a problem
 * of its own, in the same shapes and far smaller, so that any engine can solve it. Its cost differs from the whole
 * problem's by a constant.
 */

import type {
  Block,
  Cells,
  ConflictTerm,
  CounterPrice,
  CounterTerm,
  GroupTerm,
  MaskTerm,
  Problem,
  RunTerm,
  WeightedBlock,
} from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';
import { Places, type Window } from './places.ts';

export interface WindowProblem {
  readonly problem: Problem;
  /** The roster within the window and its margins. */
  readonly start: Cells;
  /** A whole roster with the window as solved. */
  merge(cells: Cells, into: Cells): Cells;
}

/** The rule that keeps the margins as they stand; it comes after the problem's own. */
const STANDS = 'window-margin';

/** Undefined where a rule cannot be cut: a square price on groups, some of which lie outside. */
export function windowProblem(problem: Problem, roster: Cells, window: Window): WindowProblem | undefined {
  return new Cutter(problem, roster, window).cut();
}

class Cutter {
  readonly #problem: Problem;
  readonly #roster: Cells;
  readonly #places: Places;
  readonly #taken: Uint8Array;

  constructor(problem: Problem, roster: Cells, window: Window) {
    this.#problem = problem;
    this.#roster = roster;
    this.#places = new Places(problem, window);
    this.#taken = new Uint8Array(problem.people * problem.shifts);
    for (const cell of roster) this.#taken[cell] = 1;
  }

  cut(): WindowProblem | undefined {
    const { shiftDay, shiftStart, shiftEnd, rules, pins, groups } = this.#problem;
    const { people } = this.#places.window;
    const cutGroups = (groups ?? []).map((term) => this.#group(term));
    if (cutGroups.includes(undefined)) return undefined;
    const start = this.#places.within(this.#roster);
    const standing = start.filter(
      (cell) => !this.#places.isFree(intAt(this.#places.shifts, cell % this.#places.shifts.length)),
    );
    const { conflicts, masks } = this.#conflicts();
    const problem: Problem = {
      people: people.length,
      shifts: this.#places.shifts.length,
      days: this.#places.until - this.#places.from,
      shiftDay: this.#places.shifts.map((shift) => intAt(shiftDay, shift) - this.#places.from),
      shiftStart: this.#places.shifts.map((shift) => intAt(shiftStart, shift)),
      shiftEnd: this.#places.shifts.map((shift) => intAt(shiftEnd, shift)),
      rules: [...rules, { id: STANDS, constraint: STANDS, level: 'hard', weight: 1 }],
      masks: [...this.#masks(), ...masks, this.#margins()],
      conflicts,
      counters: this.#counters(),
      runs: this.#runs(),
      groups: cutGroups.flatMap((terms) => terms ?? []),
      pins: Int32Array.from(new Set([...this.#places.within(pins), ...standing])).sort(),
    };
    return { problem, start, merge: (cells, into) => this.#places.merge(cells, into) };
  }

  #masks(): MaskTerm[] {
    return this.#problem.masks.flatMap(({ rule, blocks, amount }) => {
      const kept = blocks.flatMap((block) => this.#block(block));
      return kept.length > 0 ? [{ rule, blocks: kept, amount }] : [];
    });
  }

  #block({ people, shifts }: Block): Block[] {
    const within = this.#places.people(people);
    if (within.length === 0) return [];
    const kept = this.#places.shiftPlaces(shifts);
    return kept.length > 0 ? [{ people: within, shifts: kept }] : [];
  }

  /** Nobody takes a shift of the margins who does not stand it. */
  #margins(): MaskTerm {
    const { shifts } = this.#problem;
    const blocks = [...this.#places.shifts].flatMap((shift, place) => {
      if (this.#places.isFree(shift)) return [];
      const others = [...this.#places.window.people.keys()].filter(
        (at) => this.#taken[intAt(this.#places.window.people, at) * shifts + shift] === 0,
      );
      return [{ people: Int32Array.from(others), shifts: Int32Array.of(place) }];
    });
    return { rule: this.#problem.rules.length, blocks, amount: 1 };
  }

  /** Pairs within; of a pair that is half outside, whoever stands that half pays for the other. */
  #conflicts(): { conflicts: ConflictTerm[]; masks: MaskTerm[] } {
    const masks: MaskTerm[] = [];
    const conflicts = this.#problem.conflicts.map(({ rule, first, second, amount }): ConflictTerm => {
      const kept: number[] = [];
      first.forEach((one, pair) => {
        const other = intAt(second, pair);
        const within = intAt(this.#places.ofShift, one) >= 0;
        if (within !== intAt(this.#places.ofShift, other) >= 0) {
          const blocks = this.#standing(within ? other : one, within ? one : other);
          if (blocks.length > 0) masks.push({ rule, blocks, amount: intAt(amount, pair) });
        } else if (within) kept.push(pair);
      });
      return {
        rule,
        first: Int32Array.from(kept, (pair) => intAt(this.#places.ofShift, intAt(first, pair))),
        second: Int32Array.from(kept, (pair) => intAt(this.#places.ofShift, intAt(second, pair))),
        amount: Int32Array.from(kept, (pair) => intAt(amount, pair)),
      };
    });
    return { conflicts, masks };
  }

  #standing(outside: number, inside: number): Block[] {
    if (!this.#places.isFree(inside)) return [];
    const { shifts } = this.#problem;
    const people = [...this.#places.window.people.keys()].filter(
      (at) => this.#taken[intAt(this.#places.window.people, at) * shifts + outside] === 1,
    );
    if (people.length === 0) return [];
    return [{ people: Int32Array.from(people), shifts: Int32Array.of(intAt(this.#places.ofShift, inside)) }];
  }

  /** Those with a cell that is free, with what stands outside in their offsets. */
  #counters(): CounterTerm[] {
    return this.#problem.counters.flatMap(({ rule, blocks, offset, price }) => {
      const kept: WeightedBlock[] = [];
      let outside = 0;
      let isTouched = false;
      for (const block of blocks) {
        outside += this.#outside(block);
        const people = this.#places.people(block.people);
        if (people.length === 0) continue;
        const places: number[] = [];
        const coefficients: number[] = [];
        block.shifts.forEach((shift, at) => {
          const place = intAt(this.#places.ofShift, shift);
          if (place < 0) return;
          places.push(place);
          coefficients.push(intAt(block.coefficients, at));
          isTouched ||= this.#places.isFree(shift);
        });
        if (places.length === 0) continue;
        kept.push({
          people,
          shifts: Int32Array.from(places),
          coefficients: Int32Array.from(coefficients),
        });
      }
      if (!isTouched) return [];
      return [{ rule, blocks: kept, offset: offset + outside, price }];
    });
  }

  /** What the cells of a block that are taken outside add up to. */
  #outside({ people, shifts, coefficients }: WeightedBlock): number {
    const width = this.#problem.shifts;
    let sum = 0;
    for (const person of people) {
      const isWithin = intAt(this.#places.ofPerson, person) >= 0;
      for (let at = 0; at < shifts.length; at++) {
        const shift = intAt(shifts, at);
        if (this.#taken[person * width + shift] === 0) continue;
        if (!isWithin || intAt(this.#places.ofShift, shift) < 0) sum += intAt(coefficients, at);
      }
    }
    return sum;
  }

  /** At an edge within the horizon every run is open: the margin is long enough for what it then costs. */
  #runs(): RunTerm[] {
    const { from, until } = this.#places;
    return this.#problem.runs.flatMap((run) => {
      const within = [...run.people.keys()].filter(
        (at) => intAt(this.#places.ofPerson, intAt(run.people, at)) >= 0,
      );
      if (within.length === 0) return [];
      return [
        {
          ...run,
          people: Int32Array.from(within, (at) => intAt(this.#places.ofPerson, intAt(run.people, at))),
          shifts: this.#places.shiftPlaces(run.shifts),
          before: Int32Array.from(within, (at) => (from === 0 ? intAt(run.before, at) : -1)),
          after: Int32Array.from(within, (at) => (until === this.#problem.days ? intAt(run.after, at) : -1)),
          fixedOn: within.map((at) =>
            (run.fixedOn[at] ?? Int32Array.of())
              .filter((day) => from <= day && day < until)
              .map((day) => day - from),
          ),
        },
      ];
    });
  }

  /** For each person the groups within that are not touched outside; undefined where the price cannot be moved. */
  #group({ rule, people, groups, price }: GroupTerm): GroupTerm[] | undefined {
    const terms: GroupTerm[] = [];
    for (const person of people) {
      const place = intAt(this.#places.ofPerson, person);
      if (place < 0) continue;
      let touched = 0;
      const kept: Int32Array[] = [];
      for (const group of groups) {
        if (this.#isTouchedOutside(person, group)) touched++;
        else {
          const within = this.#places.shiftPlaces(group);
          if (within.length > 0) kept.push(within);
        }
      }
      const moved = movedBy(price, touched);
      if (!moved) return undefined;
      if (kept.length > 0) terms.push({ rule, people: Int32Array.of(place), groups: kept, price: moved });
    }
    return terms;
  }

  #isTouchedOutside(person: number, group: Int32Array): boolean {
    const { shifts } = this.#problem;
    return group.some(
      (shift) => intAt(this.#places.ofShift, shift) < 0 && this.#taken[person * shifts + shift] === 1,
    );
  }
}

/** The price of so many more. */
function movedBy(price: CounterPrice, more: number): CounterPrice | undefined {
  if (more === 0) return price;
  if (price.kind === 'square') return undefined;
  const { below, above } = price;
  return {
    kind: 'range',
    ...(below === undefined ? {} : { below: below - more }),
    ...(above === undefined ? {} : { above: above - more }),
  };
}
