/** The smaller problem never costs more, whatever the roster; and it is smaller where only cover tells shifts apart. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import { type Cells, compareScores, type Problem } from '../../../src/constraints/shapes.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { mergeAlikeShifts } from '../../../src/solver/alike/alike-shifts.ts';
import { isWallBetween } from '../../../src/solver/model/conflict-graph.ts';
import { buildModel } from '../../../src/solver/model/model.ts';
import { solve } from '../../../src/solver/solve.ts';
import { tetProblem } from '../../bench/tet-problem.ts';
import { randomProblem } from '../random-problem.ts';

const unit = (seed: number): Problem =>
  tetProblem({ name: 'unit', staff: 14, days: 3, posts: 10, seed, leave: 0.3 });

/** A constructed roster, a settled one, and one with whoever stands a shift on any other of its day, walls be kept. */
async function rosters(problem: Problem, seed: number): Promise<Cells[]> {
  const settled = [];
  for (const moves of [1, 3000]) {
    const budget = { kind: 'steps', moves, nodes: 0 } as const;
    settled.push((await solve(problem, { seed, budget, clock: () => 0 })).cells);
  }
  return [...settled, displaced(problem, settled[0] ?? new Int32Array(0), seed)];
}

function displaced(problem: Problem, cells: Cells, seed: number): Cells {
  const random = createRandom(seed);
  const { cells: open, conflicts } = buildModel(problem);
  const taken: number[] = [];
  for (const cell of cells) {
    const first = Math.floor(cell / problem.shifts) * problem.shifts;
    const to = first + Math.min(problem.shifts - 1, (cell % problem.shifts) + random.below(4));
    const own = taken.filter((other) => other >= first && other < first + problem.shifts);
    const isWalled = own.some((other) => isWallBetween(conflicts, other - first, to - first));
    if ((open.at[to] ?? -1) >= 0 && !isWalled && !own.includes(to)) taken.push(to);
  }
  return Int32Array.from(taken).sort();
}

describe('alike shifts', () => {
  it('merges posts with the same hours and burden', () => {
    // Ten posts of four kinds with eight patterns between them, one of which (06–18) is of two kinds.
    const merged = mergeAlikeShifts(unit(1));
    expect(unit(1).shifts).toBe(3 * (3 * 3 + 3 * 2 + 2 * 1 + 2 * 2));
    expect(merged?.problem.shifts).toBe(3 * 8);
  });

  it('never costs more than the whole, on duty rotas and on problems of every shape', async () => {
    let lower = 0;
    for (let seed = 0; seed < 40; seed++) {
      const size = { people: 4, days: 3, shiftsPerDay: 4 };
      const problem = seed % 2 === 0 ? unit(seed) : { ...randomProblem(seed, size), pins: new Int32Array(0) };
      const merged = mergeAlikeShifts(problem);
      if (!merged) throw new Error('no pins, and yet not merged');
      for (const cells of await rosters(problem, seed)) {
        const whole = scoreOf(problem, cells).score;
        const smaller = scoreOf(merged.problem, merged.merge(cells)).score;
        expect(compareScores(smaller, whole), `seed ${seed}`).toBeLessThanOrEqual(0);
        for (const level of ['hard', 'cover', 'soft'] as const) {
          expect(smaller[level], `seed ${seed}`).toBeLessThanOrEqual(whole[level]);
        }
        if (compareScores(smaller, whole) < 0) lower++;
      }
    }
    expect(lower).toBeGreaterThan(0);
  });

  it('is not tried where pins make one person stand two alike shifts', () => {
    const problem = unit(1);
    const merged = mergeAlikeShifts(problem);
    const classes = new Map<number, number>();
    for (let shift = 0; shift < problem.shifts; shift++) {
      const [of = 0] = merged?.merge(Int32Array.of(shift)) ?? [];
      const other = classes.get(of);
      if (other !== undefined) {
        expect(mergeAlikeShifts({ ...problem, pins: Int32Array.of(other, shift) })).toBeUndefined();
        return;
      }
      classes.set(of, shift);
    }
    throw new Error('no alike shifts');
  });
});
