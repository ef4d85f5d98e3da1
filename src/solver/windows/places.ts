/** Where a window lies in its problem: the people and shifts it has of the whole, and cells from one to the other. */

import type { Cells, Problem, RunTerm } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';

export interface Window {
  /** Ascending. */
  readonly people: Int32Array;
  readonly firstDay: number;
  /** The day after the last. */
  readonly endDay: number;
  /** Nothing after the window is decided yet: it ends as a horizon does. Absent, the rest of the roster stands. */
  readonly isOpen?: boolean;
}

export class Places {
  readonly window: Window;
  readonly #problem: Problem;
  /** Days before and after the window that come along as they stand, so that runs and successions are seen whole. */
  readonly from: number;
  readonly until: number;
  /** Shifts of the window and its margins, ascending. */
  readonly shifts: Int32Array;
  /** Place by person and by shift of the whole; −1 outside. */
  readonly ofPerson: Int32Array;
  readonly ofShift: Int32Array;
  readonly #peopleWithin = new Map<Int32Array, Int32Array>();
  readonly #shiftsWithin = new Map<Int32Array, Int32Array>();

  constructor(problem: Problem, window: Window) {
    this.#problem = problem;
    this.window = window;
    const margin = marginOf(problem.runs);
    this.from = Math.max(0, window.firstDay - margin);
    this.until = Math.min(problem.days, window.endDay + (window.isOpen ? 0 : margin));
    this.ofPerson = new Int32Array(problem.people).fill(-1);
    window.people.forEach((person, place) => {
      this.ofPerson[person] = place;
    });
    const within: number[] = [];
    problem.shiftDay.forEach((day, shift) => {
      if (day >= this.from && day < this.until) within.push(shift);
    });
    this.shifts = Int32Array.from(within);
    this.ofShift = new Int32Array(problem.shifts).fill(-1);
    this.shifts.forEach((shift, place) => {
      this.ofShift[shift] = place;
    });
  }

  /** Within the window itself; the shift is one of the whole. */
  isFree(shift: number): boolean {
    const day = intAt(this.#problem.shiftDay, shift);
    return day >= this.window.firstDay && day < this.window.endDay;
  }

  /** Cells of the whole that lie within, by their new places. */
  within(cells: Cells): Cells {
    const kept: number[] = [];
    for (const cell of cells) {
      const person = intAt(this.ofPerson, Math.floor(cell / this.#problem.shifts));
      const shift = intAt(this.ofShift, cell % this.#problem.shifts);
      if (person >= 0 && shift >= 0) kept.push(person * this.shifts.length + shift);
    }
    return Int32Array.from(kept);
  }

  /** A whole roster with the window as it is in `cells`. */
  merge(cells: Cells, into: Cells): Cells {
    const { shifts } = this.#problem;
    const outside = into.filter(
      (cell) => intAt(this.ofPerson, Math.floor(cell / shifts)) < 0 || !this.isFree(cell % shifts),
    );
    const inside: number[] = [];
    for (const cell of cells) {
      const person = intAt(this.window.people, Math.floor(cell / this.shifts.length));
      const shift = intAt(this.shifts, cell % this.shifts.length);
      if (this.isFree(shift)) inside.push(person * shifts + shift);
    }
    return Int32Array.from([...outside, ...inside]).sort();
  }

  /** Places of those people who have one. */
  people(people: Int32Array): Int32Array {
    return placesWithin(people, this.ofPerson, this.#peopleWithin);
  }

  /** Places of those shifts that have one. */
  shiftPlaces(shifts: Int32Array): Int32Array {
    return placesWithin(shifts, this.ofShift, this.#shiftsWithin);
  }
}

/** The places of those that have one; an array that blocks share stays shared. */
function placesWithin(list: Int32Array, placeOf: Int32Array, known: Map<Int32Array, Int32Array>): Int32Array {
  const before = known.get(list);
  if (before) return before;
  const places = list.map((one) => intAt(placeOf, one)).filter((place) => place >= 0);
  known.set(list, places);
  return places;
}

/** One day more than the longest run that is priced by its length. */
function marginOf(runs: readonly RunTerm[]): number {
  return 1 + Math.max(0, ...runs.flatMap(({ least, most }) => [least ?? 0, most ?? 0]));
}
