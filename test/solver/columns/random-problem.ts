/** Tiny random problems with every shape, small enough to try every roster. */

import type {
  CounterPrice,
  CounterTerm,
  GroupTerm,
  Problem,
  ProblemRule,
  RunTerm,
} from '../../../src/constraints/shapes.ts';
import { createRandom, type Random } from '../../../src/kernel/random.ts';
import { randomFixed } from '../random-problem.ts';

const RULES: readonly ProblemRule[] = [
  { id: 'hard', constraint: 'hard', level: 'hard', weight: 1 },
  { id: 'cover', constraint: 'cover', level: 'cover', weight: 1 },
  { id: 'dear', constraint: 'dear', level: 'soft', weight: 7 },
  { id: 'cheap', constraint: 'cheap', level: 'soft', weight: 2 },
];

export interface Size {
  readonly people: number;
  readonly days: number;
  readonly shiftsADay: number;
}

export function randomProblem(seed: number, { people, days, shiftsADay }: Size): Problem {
  const random = createRandom(seed);
  const shifts = days * shiftsADay;
  const shiftDay = Int32Array.from({ length: shifts }, (_, shift) => Math.floor(shift / shiftsADay));
  const everyone = Int32Array.from({ length: people }, (_, person) => person);
  const soft = (): number => 2 + random.below(2);
  const some = (list: Int32Array): Int32Array => list.filter(() => random.next() < 0.6);
  const all = Int32Array.from({ length: shifts }, (_, shift) => shift);
  const pairs = random.below(shifts);
  return {
    people,
    shifts,
    days,
    shiftDay,
    shiftStart: all.map((shift) => shift * 60),
    shiftEnd: all.map((shift) => shift * 60 + 60),
    rules: RULES,
    masks: [
      {
        rule: 0,
        blocks: [
          { people: Int32Array.of(random.below(people)), shifts: Int32Array.of(random.below(shifts)) },
        ],
        amount: 1,
      },
      { rule: soft(), blocks: [{ people: some(everyone), shifts: some(all) }], amount: 1 + random.below(3) },
    ],
    conflicts: [randomConflicts(random, shifts, 0, pairs), randomConflicts(random, shifts, soft(), 2)],
    counters: [
      ...[...all].map((shift) => counterOver(everyone, Int32Array.of(shift), 1, { kind: 'range', below: 1 })),
      ...[...everyone].flatMap((person) => ownCounters(random, Int32Array.of(person), some(all), soft())),
      { ...counterOver(some(everyone), some(all), soft(), { kind: 'range', below: 2, above: 3 }), offset: 1 },
      togetherCounter(random.below(shifts), soft()),
    ],
    runs: [
      randomRun(random, { people: everyone, shifts: all, rule: soft(), days }),
      randomRun(random, { people: everyone, shifts: some(all), rule: random.below(2) * 3, days }),
    ],
    groups: [randomGroups(random, everyone, all, soft())],
    pins: new Int32Array(0),
  };
}

function counterOver(people: Int32Array, shifts: Int32Array, rule: number, price: CounterPrice): CounterTerm {
  const coefficients = new Int32Array(shifts.length).fill(1);
  return { rule, blocks: [{ people, shifts, coefficients }], offset: 0, price };
}

/** A square load with a ledger, a hard limit on hours of several sizes, a soft range. */
function ownCounters(random: Random, people: Int32Array, shifts: Int32Array, rule: number): CounterTerm[] {
  const hours = shifts.map(() => 4 * (1 + random.below(3)));
  const points = shifts.map(() => random.below(4));
  const block = { people, shifts };
  return [
    {
      rule,
      blocks: [{ ...block, coefficients: points }],
      offset: random.below(5),
      price: { kind: 'square', scale: 1 },
    },
    {
      rule: 0,
      blocks: [{ ...block, coefficients: hours }],
      offset: 0,
      price: { kind: 'range', above: 4 + random.below(20) },
    },
    {
      rule,
      blocks: [{ ...block, coefficients: hours }],
      offset: 0,
      price: { kind: 'range', below: random.below(10) },
    },
    { ...counterOver(people, shifts, rule, { kind: 'range', below: 1, above: 1 + random.below(2) }) },
  ];
}

/** Persons 0 and 1 either both or neither. */
function togetherCounter(shift: number, rule: number): CounterTerm {
  const shifts = Int32Array.of(shift);
  return {
    rule,
    blocks: [
      { people: Int32Array.of(0), shifts, coefficients: Int32Array.of(1) },
      { people: Int32Array.of(1), shifts, coefficients: Int32Array.of(-1) },
    ],
    offset: 0,
    price: { kind: 'range', below: 0, above: 0 },
  };
}

function randomConflicts(
  random: Random,
  shifts: number,
  rule: number,
  count: number,
): Problem['conflicts'][number] {
  const pairs = new Map<number, [number, number]>();
  for (let i = 0; i < count; i++) {
    const first = random.below(shifts - 1);
    const second = first + 1 + random.below(shifts - first - 1);
    pairs.set(first * shifts + second, [first, second]);
  }
  const list = [...pairs.values()];
  return {
    rule,
    first: Int32Array.from(list, (pair) => pair[0]),
    second: Int32Array.from(list, (pair) => pair[1]),
    amount: new Int32Array(list.length).fill(1 + random.below(2)),
  };
}

function randomRun(
  random: Random,
  { people, shifts, rule, days }: Pick<RunTerm, 'people' | 'shifts' | 'rule'> & { days: number },
): RunTerm {
  const least = random.below(3);
  return {
    rule,
    people,
    shifts,
    state: random.below(2) === 0 ? 'on' : 'off',
    ...(least > 0 ? { least } : {}),
    ...(random.below(2) === 0 ? { most: Math.max(1, least) + random.below(2) } : {}),
    ...randomFixed(random, people, days),
  };
}

function randomGroups(random: Random, people: Int32Array, shifts: Int32Array, rule: number): GroupTerm {
  const cut = 1 + random.below(shifts.length - 1);
  const groups = [shifts.slice(0, cut), shifts.slice(cut)];
  return { rule, people, groups, price: { kind: 'range', above: random.below(2) } };
}
