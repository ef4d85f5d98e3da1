/**
 * Which shifts are alike: they begin on the same day, exclude each other and the same others, and count alike in
 * whatever counts several shifts. Masks and the cover of a single shift may differ. It merges nothing itself.
 */

import type { Problem } from '../constraints/shapes.ts';
import { intAt } from '../kernel/typed-at.ts';

/** Shifts by class, in the order of each class's first. No roster that keeps the walls has two of a class together. */
export function shiftClasses(problem: Problem): number[][] {
  const walls = wallPairs(problem);
  const classes = new Map<string, number[]>();
  signatures(problem, walls).forEach((signature, shift) => {
    const key = `${problem.shiftDay[shift]} ${signature}`;
    const own = classes.get(key);
    if (own) own.push(shift);
    else classes.set(key, [shift]);
  });
  const excludeEachOther = (members: readonly number[]): boolean =>
    members.every((a, i) => members.slice(i + 1).every((b) => walls.has(a * problem.shifts + b)));
  return [...classes.values()]
    .flatMap((members) => (excludeEachOther(members) ? [members] : members.map((shift) => [shift])))
    .sort(([a = 0], [b = 0]) => a - b);
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

/** A sum of hashes for each shift: equal for alike shifts, and seldom for others. */
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
  for (const { blocks } of problem.counters) {
    term++;
    if (blocks.length === 1 && blocks[0]?.shifts.length === 1) continue;
    for (const [i, { shifts, coefficients }] of blocks.entries()) {
      shifts.forEach((shift, at) => {
        add(shift, hash(term, hash(i, intAt(coefficients, at))));
      });
    }
  }
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
