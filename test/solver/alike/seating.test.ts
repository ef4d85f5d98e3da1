/** Who sits where among alike shifts: as many as can, then cheapest; and the cuts of those who cannot. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import type { Cells, CounterTerm, Problem } from '../../../src/constraints/shapes.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { Seating } from '../../../src/solver/alike/seating.ts';

const HARD = 1;

/** One day of shifts that exclude each other, each wanting one person and allowing `most`. */
function oneDay(seed: number): Problem {
  const random = createRandom(seed);
  const [people, shifts] = [2 + random.below(5), 2 + random.below(3)];
  const everyone = Int32Array.from(Array(people).keys());
  const pairs = Array.from({ length: shifts }, (_, a) =>
    Array.from({ length: shifts - a - 1 }, (__, i) => [a, a + i + 1] as const),
  ).flat();
  const most = Array.from({ length: shifts }, () => 1 + random.below(2));
  const mask = (rule: number, chance: number) =>
    Array.from({ length: people * shifts }, (_, cell) => cell)
      .filter(() => random.next() < chance)
      .map((cell) => ({
        rule,
        amount: 1 + random.below(9),
        blocks: [
          {
            people: Int32Array.of(Math.floor(cell / shifts)),
            shifts: Int32Array.of(cell % shifts),
          },
        ],
      }));
  const counter = (rule: number, shift: number, price: CounterTerm['price']): CounterTerm => ({
    rule,
    blocks: [{ people: everyone, shifts: Int32Array.of(shift), coefficients: Int32Array.of(1) }],
    offset: 0,
    price,
  });
  return {
    people,
    shifts,
    days: 1,
    shiftDay: new Int32Array(shifts),
    shiftStart: new Int32Array(shifts),
    shiftEnd: new Int32Array(shifts).fill(720),
    rules: [
      { id: 'cover', constraint: 'cover', level: 'cover', weight: 1 },
      { id: 'hard', constraint: 'hard', level: 'hard', weight: 1 },
      { id: 'soft', constraint: 'soft', level: 'soft', weight: 1 },
    ],
    masks: [...mask(HARD, 0.4), ...mask(2, 0.5)],
    conflicts: [
      {
        rule: HARD,
        first: Int32Array.from(pairs, ([a]) => a),
        second: Int32Array.from(pairs, ([, b]) => b),
        amount: new Int32Array(pairs.length).fill(1),
      },
    ],
    counters: most.flatMap((above, shift) => [
      counter(0, shift, { kind: 'range', below: 1 }),
      counter(HARD, shift, { kind: 'range', above }),
    ]),
    runs: [],
    pins: new Int32Array(0),
  };
}

/** Every way for the people to stand one of their shifts or none, none where a hard rule would be broken. */
function waysOf(problem: Problem, people: readonly number[]): Cells[] {
  let ways: number[][] = [[]];
  for (const person of people) {
    const own = Array.from({ length: problem.shifts }, (_, shift) => person * problem.shifts + shift);
    ways = ways.flatMap((way) => [way, ...own.map((cell) => [...way, cell])]);
  }
  return ways.map((way) => Int32Array.from(way)).filter((cells) => scoreOf(problem, cells).score.hard === 0);
}

const seatingOf = (problem: Problem): Seating => new Seating(problem, [[...Array(problem.shifts).keys()]]);

describe('seating', () => {
  it('seats as many as can be, and where everybody can, fills what wants somebody and costs least', () => {
    const seen = { whole: 0, lacking: 0 };
    for (let seed = 0; seed < 100; seed++) {
      const problem = oneDay(seed);
      const random = createRandom(seed + 1);
      const people = [...Array(problem.people).keys()].filter(() => random.next() < 0.7);
      const { cells, lacking } = seatingOf(problem).part(Int32Array.from(people));
      const ways = waysOf(problem, people);
      const most = Math.max(...ways.map(({ length }) => length));
      expect([cells.length, lacking.length], `seed ${seed}`).toEqual([most, people.length - most]);
      if (most < people.length) {
        seen.lacking++;
        continue;
      }
      const scores = ways.filter(({ length }) => length === most).map((way) => scoreOf(problem, way).score);
      const cover = Math.min(...scores.map((score) => score.cover));
      const soft = Math.min(...scores.filter((score) => score.cover === cover).map((score) => score.soft));
      expect(scoreOf(problem, cells).score, `seed ${seed}`).toEqual({ hard: 0, cover, soft });
      seen.whole++;
    }
    expect(Math.min(seen.whole, seen.lacking)).toBeGreaterThan(10);
  });

  it('tells cuts that what could not be seated breaks and every roster keeps that breaks no hard rule', () => {
    let told = 0;
    for (let seed = 0; seed < 100; seed++) {
      const problem = oneDay(seed);
      const everyone = [...Array(problem.people).keys()];
      const ofTheClass = (cells: Cells): number[] =>
        [...cells].map((cell) => Math.floor(cell / problem.shifts));
      const countOf = ({ blocks: [block] }: CounterTerm, people: readonly number[]): number =>
        people.filter((person) => block?.people.includes(person)).length;
      // Whoever can stand no shift at all is behind a wall in the smaller problem too.
      const open = everyone.filter((person) => waysOf(problem, [person]).length > 1);
      const seating = seatingOf(problem);
      const seated = seating.part(Int32Array.from(open));
      const cuts = seating.cutsOf(seated, HARD);
      expect(cuts.length > 0, `seed ${seed}`).toBe(seated.lacking.length > 0);
      for (const cut of cuts) {
        const { above = 0 } = cut.price.kind === 'range' ? cut.price : {};
        expect(countOf(cut, open), `seed ${seed}`).toBeGreaterThan(above);
        for (const way of waysOf(problem, everyone))
          expect(countOf(cut, ofTheClass(way)), `seed ${seed}`).toBeLessThanOrEqual(above);
        told++;
      }
      expect(seating.cutsOf(seated, HARD)).toEqual([]);
    }
    expect(told).toBeGreaterThan(15);
  });

  it('leaves a pinned shift to whom it is pinned', () => {
    for (let seed = 0; seed < 100; seed++) {
      const free = oneDay(seed);
      const way = waysOf(free, [0]).find(({ length }) => length === 1);
      if (!way) continue;
      const { cells } = seatingOf({ ...free, pins: way }).part(Int32Array.from(Array(free.people).keys()));
      expect([...cells], `seed ${seed}`).toContain(way[0]);
    }
  });
});
