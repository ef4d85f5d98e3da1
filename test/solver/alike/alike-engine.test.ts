/** By classes of alike shifts a search comes to the same best roster as over all shifts, and proves it. */

import { describe, expect, it } from 'vitest';
import { compareScores, type Problem } from '../../../src/constraints/shapes.ts';
import { alikeEngine } from '../../../src/solver/alike/alike-engine.ts';
import { mergeAlikeShifts } from '../../../src/solver/alike/alike-shifts.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { Search } from '../../../src/solver/search.ts';
import { tetProblem } from '../../bench/tet-problem.ts';

const NOUGHT = { hard: 0, cover: 0, soft: 0 };
const unit = (seed: number): Problem =>
  tetProblem({ name: 'unit', staff: 20, days: 3, posts: 6, seed, leave: 0.1 });

describe('the engine of alike shifts', () => {
  it('finds and proves what columns over all shifts prove', async () => {
    let proven = 0;
    for (let seed = 1; seed <= 3; seed++) {
      const problem = unit(seed);
      const alike = mergeAlikeShifts(problem);
      if (!alike) throw new Error('no pins, and yet not merged');
      const clock = (): number => 0;
      const search = new Search(problem, { seed, clock, budget: { kind: 'steps', moves: 0, nodes: 4000 } });
      await alikeEngine(alike, 4000, 1).run(search);
      const whole = await solveByColumns(problem, { seed, clock, steps: 20_000 });
      if (whole.kind === 'declined' || !whole.proven) throw new Error(`seed ${seed}: not proven`);
      const { bound = NOUGHT } = search;
      expect(compareScores(bound, whole.bound ?? NOUGHT), `seed ${seed}`).toBeLessThanOrEqual(0);
      if (!search.isProven) continue;
      expect(search.best.score, `seed ${seed}`).toEqual(whole.bound);
      proven++;
    }
    expect(proven).toBeGreaterThanOrEqual(2);
  });
});
