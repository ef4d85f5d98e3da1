/** Which hard rules make a long horizon one to be priced by multipliers, and which search it is begun with. */

import { describe, expect, it } from 'vitest';
import type { CounterTerm, Level, Problem, RunTerm } from '../../src/constraints/shapes.ts';
import { asksForMuch, horizonOf, weighsMuch } from '../../src/solver/asks-for-much.ts';
import { solve } from '../../src/solver/solve.ts';

const DAYS = 60;
const PEOPLE = [0, 1, 2, 3];

interface Asked {
  readonly level: Level;
  readonly runs?: readonly Partial<RunTerm>[];
  readonly counters?: readonly Partial<CounterTerm>[];
  /** Amounts of each person that are weighed softly. */
  readonly weighed?: number;
}

/** A shift a day that wants somebody, four people, and the rule. */
function problemOf({ level, runs = [], counters = [], weighed = 0 }: Asked): Problem {
  const shifts = Int32Array.from({ length: DAYS }, (_, day) => day);
  const of = (...people: number[]): Int32Array => Int32Array.from(people);
  const open = { before: of(-1), after: of(-1), fixedOn: [of()] };
  return {
    people: PEOPLE.length,
    shifts: DAYS,
    days: DAYS,
    shiftDay: shifts,
    shiftStart: shifts.map((day) => day * 1440),
    shiftEnd: shifts.map((day) => day * 1440 + 480),
    rules: [
      { id: 'asked', constraint: 'asked', level, weight: 1 },
      { id: 'cover', constraint: 'cover', level: 'cover', weight: 1 },
      { id: 'weighed', constraint: 'weighed', level: 'soft', weight: 1 },
    ],
    masks: [],
    conflicts: [],
    counters: [
      ...[...shifts].map((shift) => ({
        rule: 1,
        blocks: [{ people: of(...PEOPLE), shifts: of(shift), coefficients: of(1) }],
        offset: 0,
        price: { kind: 'range', below: 1, above: 1 } as const,
      })),
      ...counters.map((each) => ({
        rule: 0,
        blocks: [],
        offset: 0,
        price: { kind: 'range' } as const,
        ...each,
      })),
      ...PEOPLE.flatMap((person) =>
        Array.from({ length: weighed }, () => ({
          rule: 2,
          blocks: [{ people: of(person), shifts: of(0, 1), coefficients: of(1, 1) }],
          offset: 0,
          price: { kind: 'square', scale: 1 } as const,
        })),
      ),
    ],
    runs: runs.map((each) => ({ rule: 0, people: of(0), shifts, state: 'on' as const, ...open, ...each })),
    pins: of(),
  };
}

const runs = (people: readonly number[], least: number): Partial<RunTerm>[] =>
  people.map((person) => ({ people: Int32Array.of(person), least }));

const counted = (people: readonly number[], price: CounterTerm['price']): Partial<CounterTerm> => ({
  blocks: [
    {
      people: Int32Array.from(people),
      shifts: Int32Array.from({ length: DAYS }, (_, day) => day),
      coefficients: new Int32Array(DAYS).fill(1),
    },
  ],
  price,
});

const wished = (person: number, shift: number): Partial<CounterTerm> => ({
  blocks: [{ people: Int32Array.of(person), shifts: Int32Array.of(shift), coefficients: Int32Array.of(1) }],
  price: { kind: 'range', below: 1 },
});

const cases: [string, Asked, boolean][] = [
  ['two days in a row of three in four', { level: 'hard', runs: runs([0, 1, 2], 2) }, true],
  ['two days in a row of half', { level: 'hard', runs: runs([0, 1], 2) }, false],
  ['two days in a row where it can be', { level: 'soft', runs: runs(PEOPLE, 2) }, false],
  ['one day in a row, which every run has', { level: 'hard', runs: runs(PEOPLE, 1) }, false],
  [
    'ten duties of each',
    { level: 'hard', counters: PEOPLE.map((person) => counted([person], { kind: 'range', below: 10 })) },
    true,
  ],
  [
    'twenty duties of each at most',
    { level: 'hard', counters: PEOPLE.map((person) => counted([person], { kind: 'range', above: 20 })) },
    false,
  ],
  [
    'forty duties of all together',
    { level: 'hard', counters: [counted(PEOPLE, { kind: 'range', below: 40 })] },
    false,
  ],
];

describe('what hard rules ask for', () => {
  it.each(cases)('%s', (_, asked, isMuch) => {
    expect(asksForMuch(problemOf(asked))).toBe(isMuch);
  });

  it('is beside much that is weighed or not', () => {
    const level = 'hard';
    expect([0, 4, 5].map((weighed) => weighsMuch(problemOf({ level, weighed })))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('counts no wishes for single shifts among what is weighed', () => {
    const wishes = PEOPLE.flatMap((person) => Array.from({ length: 9 }, (_, shift) => wished(person, shift)));
    expect(weighsMuch(problemOf({ level: 'soft', counters: wishes }))).toBe(false);
  });

  it.each([
    ...cases,
    [
      'two days in a row of all, much weighed',
      { level: 'hard', runs: runs(PEOPLE, 2), weighed: 5 },
      false,
    ] as const,
  ])('begins the search by it: %s', async (_, asked, isMuch) => {
    const phases: string[] = [];
    await solve(problemOf(asked), {
      seed: 1,
      clock: () => 0,
      budget: { kind: 'steps', moves: 20_000, nodes: 1 },
      role: 'columns',
      onProgress: ({ phase }) => phases.push(phase),
    });
    const begun = phases.filter((phase) => phase === 'anneal' || phase === 'bound');
    expect(begun[0]).toBe(isMuch ? 'bound' : 'anneal');
  });

  const much = { level: 'soft', weighed: 5 } as const;
  const two = { level: 'hard', runs: runs(PEOPLE, 2) } as const;
  it.each<[string, Asked, { days: number; cells: number }, ReturnType<typeof horizonOf>]>([
    ['a month of many people, much weighed', much, { days: 28, cells: 10_000 }, 'weighed'],
    ['as much beside days in a row', { ...two, weighed: 5 }, { days: 28, cells: 10_000 }, 'weighed'],
    ['a month of few people, much weighed', much, { days: 28, cells: 9999 }, 'weighed'],
    ['a month of few people, little weighed', { level: 'soft' }, { days: 28, cells: 9999 }, 'short'],
    ['less than four weeks of many', much, { days: 27, cells: 10_000 }, 'short'],
    ['a month of many people, little weighed', { level: 'soft' }, { days: 28, cells: 10_000 }, 'asked'],
    ['a quarter, little weighed', { level: 'soft' }, { days: 57, cells: 0 }, 'weighed'],
    ['a quarter with days in a row', two, { days: 57, cells: 0 }, 'asked'],
  ])('begins %s', (_, asked, { days, cells }, horizon) => {
    expect(horizonOf({ ...problemOf(asked), days }, cells)).toBe(horizon);
  });
});
