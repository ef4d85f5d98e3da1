import { expect, it } from 'vitest';
import { compile } from '../../../src/constraints/compile.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { tetPlan } from '../../bench/tet-plan.ts';

it('prices people of sixty counts each over a month, whom neither way of pricing can tell the cheapest of', async () => {
  const month = { name: 'a month', staff: 20, days: 31, posts: 1, seed: 1, leave: 0.2 };
  const problem = compile(tetPlan(month));
  const budget = { ascentSteps: 3, steps: 80, tree: false };
  const result = await solveByColumns(problem, { seed: 1, clock: () => 0, start: problem.pins, ...budget });
  expect(result).toMatchObject({ kind: 'solved' });
});
