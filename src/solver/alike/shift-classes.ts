/**
 * Which shifts are alike: they begin on the same day, exclude each other and the same others, and count alike in
 * whatever counts several shifts, for everyone who may stand them. Masks and the cover of a single shift may differ. It
 * merges nothing itself.
 */

import type { Problem } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';
import { openCells } from '../model/cells.ts';

/** Shifts by class, in the order of each class's first. No roster that keeps the walls has two of a class together. */
export function shiftClasses(problem: Problem): number[][] {
  const walls = wallPairs(problem);
  const counts = new CountsAlike(problem);
  const classes = new Map<string, number[][]>();
  signatures(problem, walls).forEach((signature, shift) => {
    const key = `${problem.shiftDay[shift]} ${signature}`;
    const ofKey = classes.get(key) ?? [];
    const own = ofKey.find(([first = shift]) => counts.join(first, shift));
    if (own) own.push(shift);
    else ofKey.push([shift]);
    classes.set(key, ofKey);
  });
  const excludeEachOther = (members: readonly number[]): boolean =>
    members.every((a, i) => members.slice(i + 1).every((b) => walls.has(a * problem.shifts + b)));
  return [...classes.values()]
    .flat()
    .flatMap((members) => (excludeEachOther(members) ? [members] : members.map((shift) => [shift])))
    .sort(([a = 0], [b = 0]) => a - b);
}

/** How cells count in counters, by person; those behind a wall count as any other would. */
class CountsAlike {
  readonly #people: number;
  readonly #shifts: number;
  readonly #open: Uint8Array;
  readonly #sums: Int32Array;

  constructor(problem: Problem) {
    this.#people = problem.people;
    this.#shifts = problem.shifts;
    this.#open = openCells(problem);
    this.#sums = countSums(problem);
  }

  /** Whether both count alike for whoever may stand both; if so the first stands for both from now on. */
  join(first: number, shift: number): boolean {
    for (let cell = 0; cell < this.#people * this.#shifts; cell += this.#shifts) {
      if (this.#open[cell + first] === 0 || this.#open[cell + shift] === 0) continue;
      if (intAt(this.#sums, cell + first) !== intAt(this.#sums, cell + shift)) return false;
    }
    for (let cell = 0; cell < this.#people * this.#shifts; cell += this.#shifts) {
      if (this.#open[cell + first] === 1 || this.#open[cell + shift] === 0) continue;
      this.#open[cell + first] = 1;
      this.#sums[cell + first] = intAt(this.#sums, cell + shift);
    }
    return true;
  }
}

/** By cell a sum of hashes over the counters of several shifts: equal where cells count alike, and seldom elsewhere. */
function countSums({ counters, people, shifts }: Problem): Int32Array {
  const sums = new Int32Array(people * shifts);
  for (const [term, { blocks }] of counters.entries()) {
    if (blocks.length === 1 && blocks[0]?.shifts.length === 1) continue;
    for (const [i, block] of blocks.entries()) {
      for (const person of block.people) {
        block.shifts.forEach((shift, at) => {
          const cell = person * shifts + shift;
          sums[cell] = (intAt(sums, cell) + hash(term, hash(i, intAt(block.coefficients, at)))) | 0;
        });
      }
    }
  }
  return sums;
}

/** first × shifts + second of each pair in hard conflict, first below second. */
function wallPairs({ conflicts, rules, shifts }: Problem): Set<number> {
  const pairs = new Set<number>();
  for (const { rule, first, second } of conflicts) {
    if (rules[rule]?.level !== 'hard') continue;
    first.forEach((a, i) => {
      pairs.add(a * shifts + intAt(second, i));
    });
  }
  return pairs;
}

/** A sum of hashes for each shift over what is the same for everyone: equal for alike shifts, and seldom for others. */
function signatures(problem: Problem, walls: ReadonlySet<number>): Int32Array {
  const sums = Int32Array.from({ length: problem.shifts }, (_, shift) => hash(shift, 1));
  const add = (shift: number, amount: number): void => {
    sums[shift] = (intAt(sums, shift) + amount) | 0;
  };
  for (const pair of walls) {
    const [a, b] = [Math.floor(pair / problem.shifts), pair % problem.shifts];
    add(a, hash(b, 1));
    add(b, hash(a, 1));
  }
  let term = 2;
  const sets = [
    ...problem.runs.map(({ shifts }) => shifts),
    ...(problem.groups ?? []).flatMap((group) => group.groups),
  ];
  for (const shifts of sets) {
    term++;
    for (const shift of shifts) add(shift, hash(term, 1));
  }
  return sums;
}

/** The finishing mix of MurmurHash3 (Appleby), over both numbers. */
function hash(a: number, b: number): number {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
