/**
 * A certified bound for problems too large to branch on: the linear relaxation of the compact model, level by level,
 * rounded up since all costs are whole. Where even that is too large, alike shifts are drawn together first.
 */

import type { Highs } from 'highs';
import { type Cells, LEVELS, type Score } from '../constraints/shapes.ts';
import { mergeAlikeShifts } from './alike/alike-shifts.ts';
import { buildCompact, type CompactModel } from './exact/compact.ts';
import { boundAt } from './exact/exact-engine.ts';
import { openHighs } from './highs-adapter.ts';
import { boundByRelaxation } from './highs-mip.ts';
import { buildModel, type Model } from './model/model.ts';
import type { Engine, Search } from './search.ts';
import { State } from './state.ts';

/** Beyond so many entries the program would take more memory and time than the bound is worth. */
const MOST_ENTRIES = 8_000_000;
/** Up to so many cells the whole model is bounded too, when the merged one left a gap. */
const MOST_CELLS = 150_000;

export const boundEngine: Engine = {
  phase: 'bound',
  async run(search) {
    const highs = await openHighs();
    const { model, problem, best } = search;
    const merged = mergeAlikeShifts(problem);
    if (merged && merged.problem.shifts < problem.shifts) {
      const smaller = buildModel(merged.problem);
      boundBy(search, highs, { model: smaller, near: valuesIn(smaller, merged.merge(best.cells)) });
    }
    if (search.isOver() || model.cells.count > MOST_CELLS) return;
    boundBy(search, highs, { model, near: valuesIn(model, search.best.cells) });
  },
};

interface Relaxed {
  readonly model: Model;
  /** What its counters are at in a good roster. */
  readonly near: Float64Array;
}

/**
 * Each level is bounded under the bound of the levels above: with H no roster below it, and C the least cover of any
 * roster at H, (H, C, S) is below every roster, whichever level it first exceeds.
 */
function boundBy(search: Search, highs: Highs, { model, near }: Relaxed): void {
  let proven: Score = { hard: 0, cover: 0, soft: 0 };
  for (let level = 0; level < LEVELS.length && !search.isOver(); level++) {
    const compact = buildCompact(model, { level, ceiling: proven, near });
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
}

function valuesIn(model: Model, cells: Cells): Float64Array {
  const state = new State(model);
  state.reset(cells);
  return state.value;
}
