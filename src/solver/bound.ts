/**
 * A certified bound for problems too large to branch on: the linear relaxation of the compact model, level by level,
 * rounded up since all costs are whole.
 */

import { LEVELS, type Score } from '../constraints/shapes.ts';
import { buildCompact, type CompactModel } from './exact/compact.ts';
import { boundAt } from './exact/exact-engine.ts';
import { openHighs } from './highs-door.ts';
import { boundByRelaxation } from './highs-mip.ts';
import type { Engine, Search } from './search.ts';
import { State } from './state.ts';

/** Beyond so many entries the program would take more memory and time than the bound is worth. */
const MOST_ENTRIES = 8_000_000;

/**
 * Each level is bounded under the bound of the levels above: with H no roster below it, and C the least cover of any
 * roster at H, (H, C, S) is below every roster, whichever level it first exceeds.
 */
export const boundEngine: Engine = {
  phase: 'bound',
  async run(search) {
    const highs = await openHighs();
    const near = valuesIn(search);
    let proven: Score = { hard: 0, cover: 0, soft: 0 };
    for (let level = 0; level < LEVELS.length && !search.isOver(); level++) {
      const compact = buildCompact(search.model, { level, ceiling: proven, near });
      const settled = compact.floor >= search.best.score[LEVELS[level] ?? 'soft'];
      const value = settled ? compact.floor : relaxation(compact);
      if (value === -Infinity) return;
      proven = boundAt(level, proven, value);
      search.raiseBound(proven);
    }

    function relaxation({ program, constant }: CompactModel): number {
      if (program.columns.length > MOST_ENTRIES) return -Infinity;
      const run = { seconds: search.secondsLeft, shouldStop: () => search.isOver() };
      return boundByRelaxation(highs, program, run) + constant;
    }
  },
};

function valuesIn(search: Search): Float64Array {
  const state = new State(search.model);
  state.reset(search.best.cells);
  return state.value;
}
