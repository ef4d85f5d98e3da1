/** The incremental score equals the plain one after any run of toggles, and toggling back restores it. */

import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/constraints/score.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { buildModel } from '../../src/solver/model/model.ts';
import { State } from '../../src/solver/state.ts';
import { randomProblem } from './random-problem.ts';

describe('state', () => {
  it('agrees with the plain score on 1,000 random sequences', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const random = createRandom(seed);
      const size = {
        people: 1 + random.below(6),
        days: 1 + random.below(7),
        shiftsPerDay: 1 + random.below(3),
      };
      const problem = randomProblem(seed, size);
      const model = buildModel(problem);
      const state = new State(model);
      expect(state.score(), `seed ${seed}, empty`).toEqual(scoreOf(problem, state.roster()).score);
      const free = Array.from(model.cells.pinned.keys()).filter((c) => model.cells.pinned[c] === 0);
      for (let i = 0; i < 30 && free.length > 0; i++) state.toggle(free[random.below(free.length)] ?? 0);
      expect(state.score(), `seed ${seed}`).toEqual(scoreOf(problem, state.roster()).score);
    }
  });

  it('restores every figure when the same cells are toggled back', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const problem = randomProblem(seed, { people: 4, days: 5, shiftsPerDay: 2 });
      const model = buildModel(problem);
      const state = new State(model);
      const before = { totals: state.totals.slice(), value: state.value.slice(), short: shorts(state) };
      const trail = Array.from({ length: 20 }, () => random.below(model.cells.count));
      for (const cell of trail) state.toggle(cell);
      for (const cell of trail) state.toggle(cell);
      expect({ totals: state.totals, value: state.value, short: shorts(state) }).toEqual(before);
    }
  });

  it('lists exactly the counters below their bound', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const model = buildModel(randomProblem(seed, { people: 4, days: 5, shiftsPerDay: 2 }));
      const state = new State(model);
      for (let i = 0; i < 20; i++) state.toggle(random.below(model.cells.count));
      const below = Array.from(state.value.keys()).filter(
        (k) => (state.value[k] ?? 0) < (model.counters.below[k] ?? 0),
      );
      expect(shorts(state)).toEqual(below);
    }
  });
});

function shorts(state: State): number[] {
  return [...state.shortList.subarray(0, state.shortCount)].sort((a, b) => a - b);
}
