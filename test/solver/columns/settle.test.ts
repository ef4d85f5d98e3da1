import { expect, it, vi } from 'vitest';
import { compile } from '../../../src/constraints/compile.ts';
import { scoreOf } from '../../../src/constraints/score.ts';
import type { Cells } from '../../../src/constraints/shapes.ts';
import { settle } from '../../../src/solver/annealing-engine.ts';
import { Search as ColumnSearch } from '../../../src/solver/columns/search.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { Search } from '../../../src/solver/search.ts';
import { tetPlan } from '../../bench/tet-plan.ts';

const problem = compile(tetPlan({ name: 'ten days', staff: 14, days: 10, posts: 1, seed: 2, leave: 0.2 }));
const annealed = (cells: Cells): Cells =>
  settle(
    new Search(problem, { seed: 1, clock: () => 0, budget: { kind: 'steps', moves: 0, nodes: 0 } }),
    cells,
  );

it('anneals what is left half done to a roster that keeps all and leaves nothing open, alike each time', () => {
  const once = annealed(problem.pins);
  expect(scoreOf(problem, once).score).toMatchObject({ hard: 0, cover: 0 });
  expect(annealed(problem.pins)).toEqual(once);
});

it('takes what annealing makes of dives left half done and of whole rosters, where that is best', async () => {
  const isWhole = (cells: Cells): boolean => {
    const { hard, cover } = scoreOf(problem, cells).score;
    return hard + cover === 0;
  };
  // As over a month, which would take long here.
  vi.spyOn(ColumnSearch.prototype, 'isRough', 'get').mockReturnValue(true);
  const given: boolean[] = [];
  const made: number[] = [];
  const result = await solveByColumns(problem, {
    ...{ seed: 2, clock: () => 0, ascentSteps: 1, steps: 2000, tree: false },
    settle: (cells) => {
      given.push(isWhole(cells));
      const better = annealed(cells);
      if (isWhole(better)) made.push(scoreOf(problem, better).score.soft);
      return better;
    },
  });
  if (result.kind !== 'solved' || !result.cells) throw new Error('no roster');
  expect(new Set(given)).toEqual(new Set([true, false]));
  expect(scoreOf(problem, result.cells).score.soft).toBeLessThanOrEqual(Math.min(...made));
});
