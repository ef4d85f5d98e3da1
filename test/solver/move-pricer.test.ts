/** Moves priced without being made cost what the roster then costs, remembered or not, and making them changes no answer. */

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/constraints/compile.ts';
import type { Problem } from '../../src/constraints/shapes.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { weighted } from '../../src/solver/construct.ts';
import { buildModel, type Model } from '../../src/solver/model/model.ts';
import { MovePricer } from '../../src/solver/move-pricer.ts';
import { Moves } from '../../src/solver/moves.ts';
import { State } from '../../src/solver/state.ts';
import { depth } from '../depth.ts';
import { randomPlan } from '../random-plan.ts';
import { randomProblem } from './random-problem.ts';

const SEEDS = depth({ short: 50, deep: 120 });
/** Small weights, so that no sum is rounded. */
const WEIGHTS = Float64Array.of(1_000_000, 10_000, 100, 1);

const problems: readonly (readonly [string, (seed: number) => Problem])[] = [
  [
    'every shape',
    (seed) =>
      randomProblem(seed, { people: 1 + (seed % 6), days: 1 + (seed % 7), shiftsPerDay: 1 + (seed % 3) }),
  ],
  ['every rule', (seed) => compile(randomPlan(seed))],
];

/** Turns any cells, not only those of moves. */
function anyCells(model: Model, random: ReturnType<typeof createRandom>): number[] {
  const free = Array.from(model.cells.pinned.keys()).filter((cell) => model.cells.pinned[cell] === 0);
  const count = Math.min(free.length, 1 + random.below(5));
  return [...new Set(Array.from({ length: count }, () => free[random.below(free.length)] ?? 0))];
}

describe.each(problems)('moves priced on problems of %s', (_name, problemOf) => {
  it('rise as the state does when they are made', () => {
    let priced = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = createRandom(seed);
      const model = buildModel(problemOf(seed));
      if (model.cells.count === 0) continue;
      const pricer = new MovePricer(new State(model), WEIGHTS);
      const moves = new Moves(pricer.state, random);
      for (let i = 0; i < 40; i++) {
        const isMove = random.below(2) === 0 && moves.propose();
        const cells = isMove ? moves.cells.slice(0, moves.count) : anyCells(model, random);
        const judge = new State(model);
        judge.reset(pricer.state.roster());
        const before = weighted(judge.totals, WEIGHTS);
        for (const cell of cells) judge.toggle(cell);
        const rise = weighted(judge.totals, WEIGHTS) - before;
        expect(pricer.rise(cells, cells.length, Number.POSITIVE_INFINITY), `seed ${seed}`).toBe(rise);
        expect(pricer.rise(cells, cells.length, rise), `seed ${seed}, again`).toBe(rise);
        if (rise > 0) expect(pricer.rise(cells, cells.length, rise - 1)).toBeGreaterThan(rise - 1);
        priced++;
        if (random.below(3) > 0) pricer.make(cells, cells.length);
      }
    }
    expect(priced).toBeGreaterThan(33 * SEEDS);
  });

  it('rise as ever when the state was set anew', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = createRandom(seed);
      const model = buildModel(problemOf(seed));
      if (model.cells.count === 0) continue;
      const pricer = new MovePricer(new State(model), WEIGHTS);
      const first = pricer.state.roster();
      const cells = anyCells(model, random);
      const rise = pricer.rise(cells, cells.length, Number.POSITIVE_INFINITY);
      const others = anyCells(model, random);
      pricer.make(others, others.length);
      pricer.reset(first);
      expect(pricer.state.roster()).toEqual(first);
      expect(pricer.rise(cells, cells.length, Number.POSITIVE_INFINITY)).toBe(rise);
    }
  });
});
