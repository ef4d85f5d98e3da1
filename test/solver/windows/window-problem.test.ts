/** A window's problem against the whole one: whatever changes within, both change by the same. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import type { Cells, Problem, Score } from '../../../src/constraints/shapes.ts';
import { createRandom, type Random } from '../../../src/kernel/random.ts';
import { windowProblem } from '../../../src/solver/windows/window-problem.ts';
import { randomProblem } from '../columns/random-problem.ts';

const SIZE = { people: 4, days: 14, shiftsADay: 2 };

describe('a window', () => {
  it('costs the same as the whole but for a constant, whatever is changed within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = createRandom(seed);
        const problem = randomProblem(seed, SIZE);
        const roster = withPins(problem, someCells(problem.people * problem.shifts, random));
        const firstDay = random.below(problem.days);
        const endDay = firstDay + 1 + random.below(problem.days - firstDay);
        const people = Int32Array.from([...Array(problem.people).keys()].filter(() => random.next() < 0.6));
        if (people.length === 0) return;
        const part = windowProblem(problem, roster, { people, firstDay, endDay });
        if (!part) return;
        expect(part.merge(part.start, roster)).toEqual(roster);
        for (let change = 0; change < 5; change++) {
          const cells = part.start.filter((cell) => part.problem.pins.includes(cell));
          const changed = withPins(part.problem, [
            ...cells,
            ...freeCells(part.problem).filter(() => random.next() < 0.4),
          ]);
          const whole = difference(
            scoreOf(problem, part.merge(changed, roster)).score,
            scoreOf(problem, roster).score,
          );
          const within = difference(
            scoreOf(part.problem, changed).score,
            scoreOf(part.problem, part.start).score,
          );
          expect(within).toEqual(whole);
        }
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});

/** Cells that no rule of the margin shuts. */
function freeCells(problem: Problem): number[] {
  const shut = new Set<number>();
  for (const { rule, blocks } of problem.masks) {
    if (problem.rules[rule]?.id !== 'window-margin') continue;
    for (const { people, shifts } of blocks)
      for (const person of people) for (const shift of shifts) shut.add(person * problem.shifts + shift);
  }
  return [...Array(problem.people * problem.shifts).keys()].filter((cell) => !shut.has(cell));
}

function someCells(count: number, random: Random): number[] {
  return [...Array(count).keys()].filter(() => random.next() < 0.4);
}

function withPins(problem: Problem, cells: readonly number[]): Cells {
  return Int32Array.from(new Set([...cells, ...problem.pins])).sort();
}

function difference(a: Score, b: Score): Score {
  return { hard: a.hard - b.hard, cover: a.cover - b.cover, soft: a.soft - b.soft };
}
