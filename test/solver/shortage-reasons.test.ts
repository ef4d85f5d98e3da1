/** What is said to keep people from empty seats, against the referee: it holds, and holds no more once it is removed. */

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import type { Cells, Problem } from '../../src/constraints/shapes.ts';
import { explainShortages, type Obstacle, type Reason } from '../../src/solver/explain.ts';
import { solve } from '../../src/solver/solve.ts';
import { depth } from '../depth.ts';
import { randomPlan } from '../random-plan.ts';

const CASES = depth({ short: 35, deep: 400 });
const SIZE = { staff: 5, days: 5, posts: 3 };
const STEPS = { kind: 'steps', moves: 3000, nodes: 0 } as const;

/** Hard faults that taking the cell adds to the roster. */
function addedBy(problem: Problem, cells: Cells, cell: number): number {
  const taken = Int32Array.from([...cells, cell]).sort();
  return scoreOf(problem, taken).score.hard - scoreOf(problem, cells).score.hard;
}

/**
 * The problem as if the rule had never been made. A mask or a conflict alone is a wall, whatever else its rule asks for,
 * so there only that wall is taken down.
 */
function without(problem: Problem, { obstacle, rule }: Reason): Problem {
  const others = <T extends { readonly rule: number }>(terms: readonly T[]): T[] =>
    terms.filter((term) => term.rule !== rule);
  if (obstacle === 'mask') return { ...problem, masks: others(problem.masks) };
  if (obstacle === 'conflict') return { ...problem, conflicts: others(problem.conflicts) };
  return {
    ...problem,
    counters: others(problem.counters),
    runs: others(problem.runs),
    groups: others(problem.groups ?? []),
  };
}

function judge(problem: Problem, cells: Cells, shift: number, reason: Reason): void {
  reason.people.forEach((person, i) => {
    const cell = person * problem.shifts + shift;
    if (reason.obstacle === 'stands') {
      expect(cells).toContain(cell);
      return;
    }
    expect(cells).not.toContain(cell);
    const added = addedBy(problem, cells, cell);
    if (reason.rule === undefined) {
      expect(added).toBeLessThanOrEqual(0);
      return;
    }
    const removed = without(problem, reason);
    expect(added).toBeGreaterThan(addedBy(removed, cells, cell));
    const inTheWay = reason.shifts?.[i]?.map((other) => person * problem.shifts + other) ?? [];
    expect(inTheWay.every((other) => cells.includes(other))).toBe(true);
  });
}

describe('reasons for empty seats', () => {
  it(`are true in ${CASES} random shortages, each person told of once`, async () => {
    let tried = 0;
    const met = new Set<Obstacle>();
    for (let seed = 1; tried < CASES; seed++) {
      const problem = compile(randomPlan(seed, SIZE));
      const { cells, score } = await solve(problem, { seed, budget: STEPS, clock: () => 0 });
      if (score.cover === 0) continue;
      tried++;
      const shortages = explainShortages(problem, cells);
      expect(shortages.length, `seed ${seed}`).toBeGreaterThan(0);
      for (const { shifts, missing, reasons } of shortages) {
        expect(missing).toBeGreaterThan(0);
        const people = reasons.flatMap((reason) => reason.people).sort((a, b) => a - b);
        expect(people, `seed ${seed}`).toEqual(Array.from({ length: problem.people }, (_, p) => p));
        for (const reason of reasons) {
          met.add(reason.obstacle);
          judge(problem, cells, shifts[0] as number, reason);
        }
      }
    }
    // And nobody is free: the search has already seated whoever simply could be.
    expect([...met].sort()).toEqual(['conflict', 'limit', 'mask', 'run', 'stands']);
  });
});
