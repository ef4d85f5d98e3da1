/**
 * The compact model solved level by level: first as little hard as can be, then as little cover, then soft. Each level
 * is its own small program in whole figures, so no weight has to stand between them.
 */

import { LEVELS, type Score } from '../../constraints/shapes.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { openHighs } from '../highs-adapter.ts';
import { solveMixed } from '../highs-mip.ts';
import { problemCell } from '../model/model.ts';
import type { Engine, Search } from '../search.ts';
import { buildCompact, type CompactModel, startFrom } from './compact.ts';

/** Costs are whole, so a gap under one is none; the rest is HiGHS's own tolerance. */
const WHOLE_GAP = 0.999;
const TOLERANCE = 1e-4;

/**
 * @param nodes of branch and bound at each level; Infinity under a budget of seconds.
 * @param share of the seconds left that it may take.
 */
export function exactEngine(nodes: number, share: number): Engine {
  return {
    phase: 'exact',
    async run(search) {
      const highs = await openHighs();
      const reserve = search.secondsLeft === Infinity ? 0 : search.secondsLeft * (1 - share);
      for (let level = 0; level < LEVELS.length && !search.isOver(); level++) {
        const best = search.best.score;
        const compact = buildCompact(search.model, { level, ceiling: best });
        search.raiseBound(boundAt(level, best, compact.floor));
        if (compact.floor >= best[LEVELS[level] ?? 'soft']) continue;
        const start = startFrom(compact, takenIn(search));
        const result = solveMixed(highs, compact.program, {
          start,
          seconds: search.secondsLeft - reserve,
          nodes,
          seed: search.options.seed,
          absoluteGap: WHOLE_GAP,
          shouldStop: () => search.isOver(),
          onSolution: (columns) => search.offer(cellsFrom(search, compact, columns)),
          onBound: (bound) => search.raiseBound(boundAt(level, best, bound + compact.constant)),
        });
        if (result.status === 'infeasible') throw new Error(`compact model infeasible at level ${level}`);
        if (result.status === 'limit') return;
      }
    },
  };
}

/** Every roster scores at least this, when the levels above `level` cannot be better than `proven`. */
export function boundAt(level: number, proven: Score, value: number): Score {
  const whole = Math.max(0, Math.ceil(value - TOLERANCE));
  return {
    hard: level === 0 ? whole : proven.hard,
    cover: level === 1 ? whole : level === 0 ? 0 : proven.cover,
    soft: level === 2 ? whole : 0,
  };
}

function takenIn(search: Search): Uint8Array {
  const { cells } = search.model;
  const taken = new Uint8Array(cells.count);
  for (const cell of search.best.cells) taken[intAt(cells.at, cell)] = 1;
  return taken;
}

/** Cells of the problem that the columns take, pins included. */
function cellsFrom(search: Search, compact: CompactModel, columns: Float64Array): Int32Array {
  const taken: number[] = [];
  compact.columnOf.forEach((column, cell) => {
    if (column < 0 || realAt(columns, column) > 0.5) taken.push(problemCell(search.model, cell));
  });
  return Int32Array.from(taken);
}
