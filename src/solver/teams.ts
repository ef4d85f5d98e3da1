/**
 * Who is bound to whom at which shifts, read from the hard counters of a problem. It changes nothing. An occasion is what two are
 * bound at: one shift, or several of which each of them takes as many, as where each of a team has a post of their own.
 */

import type { CounterTerm, Problem } from '../constraints/shapes.ts';
import { intAt } from '../kernel/typed-at.ts';

export interface Team {
  /** Ascending, two or more. */
  readonly members: readonly number[];
  /** Those who stand the shift when the team does; nobody where the team stays off. */
  standing(shift: number): readonly number[];
  /** The shift that stands for all the team's shifts of that occasion: one and the same member's each time. */
  under(shift: number): number;
}

/** One shift or several, ascending. */
type Occasion = readonly number[];

/** Teams that are bound at every shift they can stand; people bound only here and there are left as they are. */
export function teamsOf(problem: Problem): Team[] {
  const bonds = bondsOf(problem);
  if (bonds.size === 0) return [];
  const masked = hardMasks(problem);
  const pinned = new Set(problem.pins);
  return componentsOf([...bonds.values()]).flatMap((members) => {
    const occasions = occasionsOf(
      [...bonds.values()].filter(({ a }) => members.includes(a)),
      problem.shifts,
    );
    const seats = occasions?.map((occasion) => seatsAt(occasion));
    return seats?.every((each) => each !== undefined) ? (teamOf(members, seats) ?? []) : [];

    /** By shift, who stands it; undefined where some could stand without each other, a pin would part them, or one has a choice. */
    function seatsAt(occasion: Occasion): Seats | undefined {
      const openTo = (p: number): number[] => occasion.filter((s) => masked[p * problem.shifts + s] !== 1);
      const here = [...bonds.values()].filter(
        (bond) => members.includes(bond.a) && bond.occasions.has(occasion.join(' ')),
      );
      const able = members.filter((p) => openTo(p).length > 0);
      const tied = componentsOf(here).filter((each) => able.some((p) => each.includes(p)));
      const isWhole = able.length < 2 || tied.some((each) => able.every((p) => each.includes(p)));
      const isHeld = tied.some((each) => each.some((p) => openTo(p).length === 0));
      const stand = isHeld ? [] : able;
      const seats = new Map(occasion.map((s) => [s, stand.filter((p) => openTo(p).includes(s))] as const));
      const isSettled = stand.every((p) => openTo(p).length === 1);
      const cells = [...seats].flatMap(([s, people]) => people.map((p) => p * problem.shifts + s));
      const pins = occasion.flatMap((s) =>
        members.map((p) => p * problem.shifts + s).filter((cell) => pinned.has(cell)),
      );
      const isPinnedWhole =
        pins.length === 0 || (pins.length === cells.length && cells.every((cell) => pins.includes(cell)));
      return isWhole && isSettled && isPinnedWhole ? seats : undefined;
    }
  });
}

/** Who stands each shift of one occasion. */
type Seats = ReadonlyMap<number, readonly number[]>;

/** Undefined where no member is there whenever the team stands: the shifts of each occasion need one to stand under. */
function teamOf(members: readonly number[], occasions: readonly Seats[]): Team | undefined {
  const shiftOf = (seats: Seats, p: number): number | undefined =>
    [...seats].find(([, people]) => people.includes(p))?.[0];
  const manned = occasions.filter((seats) => [...seats.values()].some((people) => people.length > 0));
  const first = members.find((p) =>
    manned.every((seats) => seats.size === 1 || shiftOf(seats, p) !== undefined),
  );
  if (first === undefined) return undefined;
  const standing = new Map(occasions.flatMap((seats) => [...seats]));
  const under = new Map(
    occasions.flatMap((seats) =>
      [...seats.keys()].map((s) => [s, seats.size === 1 ? s : (shiftOf(seats, first) ?? s)] as const),
    ),
  );
  return {
    members,
    standing: (shift) => standing.get(shift) ?? [],
    under: (shift) => under.get(shift) ?? shift,
  };
}

/** What the team is bound at, and every other shift by itself; undefined where two occasions share a shift without being one. */
function occasionsOf(bonds: readonly Bond[], shifts: number): Occasion[] | undefined {
  const found = new Map(bonds.flatMap(({ occasions }) => [...occasions]));
  const taken = new Set([...found.values()].flat());
  const count = [...found.values()].reduce((sum, occasion) => sum + occasion.length, 0);
  if (count > taken.size) return undefined;
  const alone = Array.from({ length: shifts }, (_, s) => s).filter((s) => !taken.has(s));
  return [...found.values(), ...alone.map((s) => [s])];
}

interface Bond {
  readonly a: number;
  readonly b: number;
  readonly occasions: Map<string, Occasion>;
}

/** By pair, where a hard rule holds the two equal. */
function bondsOf({ counters, rules }: Problem): Map<string, Bond> {
  const bonds = new Map<string, Bond>();
  for (const counter of counters) {
    if (rules[counter.rule]?.level !== 'hard') continue;
    const tie = tieOf(counter);
    if (!tie) continue;
    const key = `${Math.min(tie.a, tie.b)} ${Math.max(tie.a, tie.b)}`;
    const bond = bonds.get(key) ?? { a: tie.a, b: tie.b, occasions: new Map<string, Occasion>() };
    bonds.set(key, bond);
    bond.occasions.set(tie.occasion.join(' '), tie.occasion);
  }
  return bonds;
}

interface Tie {
  readonly a: number;
  readonly b: number;
  readonly occasion: Occasion;
}

function tieOf({ blocks, offset, price }: CounterTerm): Tie | undefined {
  const [one, other, ...more] = blocks;
  if (!one || !other || more.length > 0 || offset !== 0) return undefined;
  if (price.kind !== 'range' || price.below !== 0 || price.above !== 0) return undefined;
  if ([one, other].some(({ people, shifts }) => people.length !== 1 || shifts.length === 0)) return undefined;
  const [a, b] = [intAt(one.people, 0), intAt(other.people, 0)];
  const isSame =
    one.shifts.length === other.shifts.length && one.shifts.every((s, i) => s === other.shifts[i]);
  const each = intAt(one.coefficients, 0);
  const isDifference =
    each !== 0 && one.coefficients.every((c) => c === each) && other.coefficients.every((c) => c === -each);
  return a !== b && isSame && isDifference
    ? { a, b, occasion: [...one.shifts].sort((x, y) => x - y) }
    : undefined;
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
