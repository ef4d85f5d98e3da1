/** Which shifts each person stands, ascending, and the edges of the conflict graph that one more of them meets. */

import { intAt } from '../kernel/typed-at.ts';
import type { Model } from './model/model.ts';

export class Stands {
  /** Shifts of person p: `list[cells.ofPerson[p] + i]` for i < `count[p]`. */
  readonly list: Int32Array;
  readonly count: Int32Array;
  /** What was met last. */
  readonly edges: Int32Array;
  readonly #model: Model;

  constructor(model: Model) {
    const { cells, conflicts } = model;
    this.#model = model;
    this.list = new Int32Array(cells.count);
    this.count = new Int32Array(cells.people);
    let most = 0;
    for (let s = 0; s < cells.shifts; s++)
      most = Math.max(most, intAt(conflicts.start, s + 1) - intAt(conflicts.start, s));
    this.edges = new Int32Array(most);
  }

  enter(person: number, shift: number): void {
    const { list } = this;
    const base = intAt(this.#model.cells.ofPerson, person);
    const count = intAt(this.count, person);
    let i = base + count;
    for (; i > base && intAt(list, i - 1) > shift; i--) list[i] = intAt(list, i - 1);
    list[i] = shift;
    this.count[person] = count + 1;
  }

  leave(person: number, shift: number): void {
    const { list } = this;
    const base = intAt(this.#model.cells.ofPerson, person);
    const end = base + intAt(this.count, person) - 1;
    let i = base;
    while (list[i] !== shift) i++;
    for (; i < end; i++) list[i] = intAt(list, i + 1);
    this.count[person] = end - base;
  }

  /** How many edges lead from the shift, which is not among the person's now, to those that are; they are the first of `edges`. */
  meet(person: number, shift: number): number {
    const { low, high, start, neighbour } = this.#model.conflicts;
    const lowest = intAt(low, shift);
    const highest = intAt(high, shift);
    if (lowest > highest) return 0;
    const base = intAt(this.#model.cells.ofPerson, person);
    const end = intAt(start, shift + 1);
    let met = 0;
    for (let i = intAt(this.count, person) - 1; i >= 0; i--) {
      const other = intAt(this.list, base + i);
      if (other > highest) continue;
      if (other < lowest) break;
      let from = intAt(start, shift);
      let to = end;
      while (from < to) {
        const middle = (from + to) >>> 1;
        if (intAt(neighbour, middle) < other) from = middle + 1;
        else to = middle;
      }
      for (; from < end && neighbour[from] === other; from++) this.edges[met++] = from;
    }
    return met;
  }
}
