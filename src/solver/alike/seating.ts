/**
 * Who of the people standing alike shifts takes which of them: seats that want somebody first, then the cheapest. Each
 * class is a small assignment by itself, solved exactly by shortest augmenting paths (Ahuja, Magnanti and Orlin 1993,
 * ch. 9). What ties classes together is for others to better.
 */

import type { Cells, CounterTerm, Problem } from '../../constraints/shapes.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { openCells } from '../model/cells.ts';
import { maskCosts } from './mask-costs.ts';

/** A seat that wants somebody is worth any soft cost; a pin is worth more. */
const SEAT = 1e9;
const PIN = 4 * SEAT;

export interface Seated {
  readonly cells: Cells;
  /** One for everybody who found no seat. */
  readonly lacking: readonly Lack[];
}

interface Lack {
  /** The shifts of the class. */
  readonly among: readonly number[];
  /** Places among them that could be reached by others giving way: all full, and together too few (Hall 1935). */
  readonly full: ReadonlySet<number>;
}

export class Seating {
  readonly #problem: Problem;
  readonly #classes: readonly (readonly number[])[];
  readonly #open: Uint8Array;
  /** What masks cost, person × shifts + shift. */
  readonly #costs: Float64Array;
  /** By shift: how many are wanted, and how many a hard rule allows. */
  readonly #wanted: Float64Array;
  readonly #most: Float64Array;
  readonly #pinned: ReadonlySet<number>;
  readonly #told = new Set<string>();

  constructor(problem: Problem, classes: readonly (readonly number[])[]) {
    this.#problem = problem;
    this.#classes = classes;
    this.#open = openCells(problem);
    this.#costs = maskCosts(problem, ['cover', 'soft']);
    const { wanted, most } = seatsOf(problem);
    this.#wanted = wanted;
    this.#most = most;
    this.#pinned = new Set(problem.pins);
  }

  /** A roster of classes, person × classes + class, as one of shifts. */
  part(merged: Cells): Seated {
    const count = this.#classes.length;
    const people = this.#classes.map((): number[] => []);
    for (const cell of merged) people[cell % count]?.push(Math.floor(cell / count));
    const cells: number[] = [];
    const lacking: Lack[] = [];
    for (const [index, among] of this.#classes.entries()) {
      const { seated, full } = this.#seat(people[index] ?? [], among);
      for (const [place, of] of seated.entries()) {
        for (const person of of) cells.push(person * this.#problem.shifts + (among[place] ?? 0));
      }
      lacking.push(...full.map((places) => ({ among, full: places })));
    }
    return { cells: Int32Array.from(cells).sort(), lacking };
  }

  /** @returns by place among the members who sits there, and for everybody left the places that could be reached. */
  #seat(
    people: readonly number[],
    members: readonly number[],
  ): { seated: number[][]; full: ReadonlySet<number>[] } {
    const { shifts } = this.#problem;
    const seated = members.map((): number[] => []);
    const costOf = (person: number, place: number): number => {
      const cell = person * shifts + (members[place] ?? 0);
      if (this.#open[cell] === 0) return Number.POSITIVE_INFINITY;
      return realAt(this.#costs, cell) - (this.#pinned.has(cell) ? PIN : 0);
    };
    const next = (place: number): number => {
      const taken = seated[place]?.length ?? 0;
      const shift = members[place] ?? 0;
      if (taken < realAt(this.#wanted, shift)) return -SEAT;
      return taken < realAt(this.#most, shift) ? 0 : SEAT;
    };
    const full = people.flatMap((person) => augment(person, seated, { costOf, next }) ?? []);
    return { seated, full };
  }

  /**
   * What kept people from being seated, as counters of the smaller problem: of those who can only stand certain shifts of
   * a class no more than these hold. Every roster keeps it that breaks no hard rule. The same places are told of in
   * all classes of as many shifts, which are mostly the same posts on other days; each cut once.
   * @param rule of the smaller problem, a hard one.
   */
  cutsOf({ lacking }: Seated, rule: number): CounterTerm[] {
    const cuts: CounterTerm[] = [];
    for (const { among, full } of lacking) {
      for (const [index, members] of this.#classes.entries()) {
        if (members.length !== among.length) continue;
        const given = members.filter((_, place) => full.has(place));
        const above = given.reduce((sum, shift) => sum + realAt(this.#most, shift), 0);
        const people = Int32Array.from(this.#onlyWithin(members, new Set(given)));
        const key = `${index} ${given.join()}`;
        if (people.length <= above || this.#told.has(key)) continue;
        this.#told.add(key);
        const block = { people, shifts: Int32Array.of(index), coefficients: Int32Array.of(1) };
        cuts.push({ rule, blocks: [block], offset: 0, price: { kind: 'range', above } });
      }
    }
    return cuts;
  }

  /** Who can stand some of the shifts, and none but the given ones. */
  #onlyWithin(among: readonly number[], given: ReadonlySet<number>): number[] {
    const { people, shifts } = this.#problem;
    return [...Array(people).keys()].filter((person) => {
      const open = among.filter((shift) => this.#open[person * shifts + shift] === 1);
      return open.length > 0 && open.every((shift) => given.has(shift));
    });
  }
}

interface Prices {
  /** `Infinity` where the person may not stand there. */
  readonly costOf: (person: number, place: number) => number;
  /** What one more costs at the place. */
  readonly next: (place: number) => number;
}

/**
 * Seats one more at least cost, others giving way where that is cheaper (Bellman and Ford over the places).
 * @returns where everything is full, the places that could be reached.
 */
function augment(
  person: number,
  seated: number[][],
  { costOf, next }: Prices,
): ReadonlySet<number> | undefined {
  const distance = seated.map((_, place) => costOf(person, place));
  const before: ({ place: number; mover: number } | undefined)[] = seated.map(() => undefined);
  for (let round = 0, changed = true; changed && round < seated.length; round++) {
    changed = false;
    for (const [from, movers] of seated.entries()) {
      for (const mover of movers) {
        const left = (distance[from] ?? 0) - costOf(mover, from);
        for (let to = 0; to < seated.length; to++) {
          const cost = left + costOf(mover, to);
          if (cost >= (distance[to] ?? 0) - 1e-6) continue;
          distance[to] = cost;
          before[to] = { place: from, mover };
          changed = true;
        }
      }
    }
  }
  let end = -1;
  // What no soft cost makes up for: rather nobody than one too many.
  let least = SEAT / 2;
  for (const [place, cost] of distance.entries()) {
    if (cost + next(place) >= least) continue;
    least = cost + next(place);
    end = place;
  }
  if (end < 0) return new Set([...seated.keys()].filter((place) => (distance[place] ?? 0) < Infinity));
  let place = end;
  for (let step = before[place]; step; step = before[place]) {
    seated[step.place] = (seated[step.place] ?? []).filter((one) => one !== step?.mover);
    seated[place]?.push(step.mover);
    place = step.place;
  }
  seated[place]?.push(person);
  return undefined;
}

function seatsOf({ counters, people, rules, shifts }: Problem): { wanted: Float64Array; most: Float64Array } {
  const wanted = new Float64Array(shifts);
  const most = new Float64Array(shifts).fill(Number.POSITIVE_INFINITY);
  for (const { blocks, offset, price, rule } of counters) {
    const [block, ...others] = blocks;
    if (!block || others.length > 0 || block.shifts.length !== 1 || block.people.length < people) continue;
    if (price.kind !== 'range' || intAt(block.coefficients, 0) <= 0) continue;
    const shift = intAt(block.shifts, 0);
    const each = intAt(block.coefficients, 0);
    const { below = -Infinity, above = Infinity } = price;
    wanted[shift] = Math.max(realAt(wanted, shift), Math.ceil((below - offset) / each));
    if (rules[rule]?.level === 'hard')
      most[shift] = Math.min(realAt(most, shift), Math.floor((above - offset) / each));
  }
  return { wanted, most };
}
