/** Who is bound to whom at which shifts, read from the hard counters of a problem. It changes nothing. */

import type { CounterTerm, Problem } from '../constraints/shapes.ts';
import { intAt } from '../kernel/typed-at.ts';

export interface Team {
  /** Ascending, two or more. */
  readonly members: readonly number[];
  /** Those who stand the shift when the team does; nobody where the team stays off. */
  standing(shift: number): readonly number[];
}

/** Teams that are bound at every shift they can stand; people bound only here and there are left as they are. */
export function teamsOf(problem: Problem): Team[] {
  const bonds = bondsOf(problem);
  if (bonds.size === 0) return [];
  const masked = hardMasks(problem);
  const pinned = new Set(problem.pins);
  return componentsOf([...bonds.values()]).flatMap((members) => {
    const standing: (readonly number[])[] = [];
    for (let s = 0; s < problem.shifts; s++) {
      const found = standingAt(s);
      if (!found) return [];
      standing.push(found);
    }
    return [{ members, standing: (shift: number) => standing[shift] ?? [] }];

    /** Undefined where some could stand the shift without each other, or a pin would part them. */
    function standingAt(s: number): readonly number[] | undefined {
      const isMasked = (p: number): boolean => masked[p * problem.shifts + s] === 1;
      const here = [...bonds.values()].filter((bond) => members.includes(bond.a) && bond.shifts.has(s));
      const able = members.filter((p) => !isMasked(p));
      const tied = componentsOf(here).filter((each) => able.some((p) => each.includes(p)));
      const isWhole = able.length < 2 || tied.some((each) => able.every((p) => each.includes(p)));
      const isHeld = tied.some((each) => each.some(isMasked));
      const stand = isHeld ? [] : able;
      const pins = members.filter((p) => pinned.has(p * problem.shifts + s));
      const isPinnedWhole =
        pins.length === 0 || (pins.length === stand.length && stand.every((p) => pins.includes(p)));
      return isWhole && isPinnedWhole ? stand : undefined;
    }
  });
}

interface Bond {
  readonly a: number;
  readonly b: number;
  readonly shifts: Set<number>;
}

/** By pair, the shifts at which a hard rule holds the two equal. */
function bondsOf({ counters, rules }: Problem): Map<string, Bond> {
  const bonds = new Map<string, Bond>();
  for (const counter of counters) {
    if (rules[counter.rule]?.level !== 'hard') continue;
    const tie = tieOf(counter);
    if (!tie) continue;
    const key = `${Math.min(tie.a, tie.b)} ${Math.max(tie.a, tie.b)}`;
    const bond = bonds.get(key) ?? { a: tie.a, b: tie.b, shifts: new Set<number>() };
    bonds.set(key, bond);
    bond.shifts.add(tie.shift);
  }
  return bonds;
}

function tieOf({ blocks, offset, price }: CounterTerm): { a: number; b: number; shift: number } | undefined {
  const [one, other, ...more] = blocks;
  if (!one || !other || more.length > 0 || offset !== 0) return undefined;
  if (price.kind !== 'range' || price.below !== 0 || price.above !== 0) return undefined;
  if ([one, other].some(({ people, shifts }) => people.length !== 1 || shifts.length !== 1)) return undefined;
  const [a, b] = [intAt(one.people, 0), intAt(other.people, 0)];
  const [shift, same] = [intAt(one.shifts, 0), intAt(other.shifts, 0)];
  const isDifference = intAt(one.coefficients, 0) === -intAt(other.coefficients, 0);
  return a !== b && shift === same && isDifference ? { a, b, shift } : undefined;
}

/** Everyone tied to each other, however indirectly; ascending. */
function componentsOf(bonds: readonly Bond[]): number[][] {
  const teams: Set<number>[] = [];
  for (const { a, b } of bonds) {
    const touched = teams.filter((team) => team.has(a) || team.has(b));
    const joined = new Set([a, b, ...touched.flatMap((team) => [...team])]);
    for (const team of touched) teams.splice(teams.indexOf(team), 1);
    teams.push(joined);
  }
  return teams.map((team) => [...team].sort((x, y) => x - y));
}

/** Person × shifts + shift: 1 where a hard mask forbids it. */
function hardMasks({ people, shifts, masks, rules }: Problem): Uint8Array {
  const masked = new Uint8Array(people * shifts);
  for (const { rule, blocks } of masks) {
    if (rules[rule]?.level !== 'hard') continue;
    for (const block of blocks) {
      for (const p of block.people) for (const s of block.shifts) masked[p * shifts + s] = 1;
    }
  }
  return masked;
}
