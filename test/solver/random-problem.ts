/** Small random problems of every shape, and random rosters for them. Same seed, same problem. */

import type { CounterPrice, Level, Problem, ProblemRule, RunTerm } from '../../src/constraints/shapes.ts';
import { createRandom, type Random } from '../../src/kernel/random.ts';

export interface Size {
  readonly people: number;
  readonly days: number;
  readonly shiftsPerDay: number;
}

export function randomProblem(seed: number, size: Size): Problem {
  const random = createRandom(seed);
  const shifts = size.days * size.shiftsPerDay;
  const rules: ProblemRule[] = [];
  const rule = (level: Level, weight = 1): number =>
    rules.push({ id: `r${rules.length}`, constraint: 'any', level, weight }) - 1;
  const shiftDay = Int32Array.from({ length: shifts }, (_, s) => Math.floor(s / size.shiftsPerDay));
  const shiftStart = Int32Array.from(
    { length: shifts },
    (_, s) => (shiftDay[s] ?? 0) * 1440 + (s % size.shiftsPerDay) * 480,
  );
  const base = { people: size.people, shifts, days: size.days, shiftDay, shiftStart };
  const anyLevel = (): Level => (['hard', 'cover', 'soft'] as const)[random.below(3)] ?? 'soft';
  const anyRule = (): number => {
    const level = anyLevel();
    return rule(level, level === 'hard' ? 1 : 1 + random.below(9));
  };
  const people = Int32Array.from({ length: size.people }, (_, p) => p);
  const some = (count: number, density: number): Int32Array =>
    Int32Array.from({ length: count }, (_, i) => i).filter(() => random.next() < density);
  const cover = rule('cover');
  const problem: Problem = {
    ...base,
    shiftEnd: shiftStart.map((start) => start + 480),
    rules,
    masks: [
      {
        rule: rule('hard'),
        amount: 1,
        blocks: [{ people: some(size.people, 0.4), shifts: some(shifts, 0.3) }],
      },
      { rule: anyRule(), amount: 2, blocks: [{ people: some(size.people, 0.5), shifts: some(shifts, 0.3) }] },
    ],
    conflicts: [
      {
        rule: rule('hard'),
        ...pairs(shifts, (a, b) => (shiftStart[b] ?? 0) - (shiftStart[a] ?? 0) < 960, random),
      },
      { rule: anyRule(), ...pairs(shifts, () => random.next() < 0.1, random) },
    ],
    counters: [
      ...Array.from({ length: shifts }, (_, s) => ({
        rule: cover,
        offset: 0,
        blocks: [{ people, shifts: Int32Array.of(s), coefficients: Int32Array.of(1) }],
        price: { kind: 'range', below: random.below(3) } as CounterPrice,
      })),
      ...loads(random, people, some(shifts, 0.8), rule('soft', 1 + random.below(5))),
      { rule: anyRule(), offset: random.below(4), ...anyBlocks(random, some, size.people, shifts) },
      { rule: anyRule(), offset: -2, ...anyBlocks(random, some, size.people, shifts) },
    ],
    runs: [
      ...(['on', 'off'] as const).map((state) =>
        anyRun(random, {
          rule: anyRule(),
          people: some(size.people, 0.7),
          shifts: some(shifts, 0.8),
          days: size.days,
          state,
        }),
      ),
    ],
    groups: [
      {
        rule: anyRule(),
        people,
        groups: [0, 1].map((g) => some(shifts, 0.5).filter((s) => s % 2 === g)),
        price: { kind: 'range', below: random.below(2), above: 1 },
      },
    ],
    pins: new Int32Array(0),
  };
  return random.next() < 0.5 ? problem : { ...problem, pins: some(size.people * shifts, 0.08) };
}

function pairs(shifts: number, joined: (a: number, b: number) => boolean, random: Random) {
  const first: number[] = [];
  const second: number[] = [];
  for (let a = 0; a < shifts; a++) {
    for (let b = a + 1; b < shifts; b++) {
      if (!joined(a, b)) continue;
      first.push(a);
      second.push(b);
    }
  }
  return {
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    amount: Int32Array.from(first, () => 1 + random.below(3)),
  };
}

function loads(random: Random, people: Int32Array, shifts: Int32Array, rule: number) {
  const coefficients = shifts.map(() => 1 + random.below(4));
  return Array.from(people, (p) => ({
    rule,
    offset: random.below(5),
    blocks: [{ people: Int32Array.of(p), shifts, coefficients }],
    price: { kind: 'square', scale: 1 } as CounterPrice,
  }));
}

/** Coefficients of both signs, as in "no newcomer without someone experienced". */
function anyBlocks(
  random: Random,
  some: (count: number, density: number) => Int32Array,
  people: number,
  shifts: number,
) {
  const of = some(shifts, 0.6);
  const price: CounterPrice =
    random.next() < 0.5
      ? { kind: 'range', below: random.below(3), above: 3 + random.below(3) }
      : { kind: 'square', scale: 1 + random.below(2) };
  return {
    blocks: [{ people: some(people, 0.6), shifts: of, coefficients: of.map(() => random.below(6) - 2) }],
    price,
  };
}

/** Days beside the horizon and days always on, for each person: often nothing is known, as at the ends of the line. */
export function randomFixed(
  random: Random,
  people: Int32Array,
  days: number,
): Pick<RunTerm, 'before' | 'after' | 'fixedOn'> {
  const before = people.map(() => random.below(5) - 1);
  // Drawn apart, so that what is drawn besides does not hang on it.
  const apart = createRandom(random.below(1 << 20));
  return {
    before,
    after: people.map(() => apart.below(5) - 1),
    fixedOn: Array.from(people, () =>
      Int32Array.from(Array.from({ length: days }, (_, day) => day).filter(() => apart.next() < 0.15)),
    ),
  };
}

interface RunSketch {
  readonly rule: number;
  readonly people: Int32Array;
  readonly shifts: Int32Array;
  readonly days: number;
  readonly state: 'on' | 'off';
}

function anyRun(random: Random, { days, ...run }: RunSketch): RunTerm {
  const least = 1 + random.below(3);
  return {
    ...run,
    ...(random.next() < 0.7 ? { least } : {}),
    ...(random.next() < 0.7 ? { most: least + random.below(3) } : {}),
    ...randomFixed(random, run.people, days),
  };
}
