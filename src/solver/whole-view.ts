/**
 * A search of the smaller problem in which teams are one, as those outside see it: rosters, scores and bounds of the whole.
 */

import { scoreOf } from '../constraints/score.ts';
import { type Cells, compareScores, type Problem, type Score } from '../constraints/shapes.ts';
import type { Bound } from './bound-together.ts';
import type { Exchange, Outcome, SolveOptions } from './outcome.ts';

export interface WholeView {
  readonly options: SolveOptions;
  outcome(inner: Outcome): Outcome;
}

export function wholeView(problem: Problem, bound: Bound, options: SolveOptions): WholeView {
  const { exchange, start, onProgress } = options;
  let best: { readonly cells: Cells; readonly score: Score } | undefined;
  let told: typeof best;
  const seen = (cells: Cells): Score => {
    const whole = bound.expand(cells);
    const { score } = scoreOf(problem, whole);
    if (!best || compareScores(score, best.score) < 0) best = { cells: whole, score };
    return score;
  };
  return {
    options: {
      ...options,
      ...(start ? { start: bound.contract(start) } : {}),
      ...(exchange ? { exchange: exchangeOf(exchange) } : {}),
      ...(onProgress ? { onProgress: tell } : {}),
    },
    outcome(inner) {
      seen(inner.cells);
      const { cells, score } = best ?? { cells: bound.expand(inner.cells), score: inner.score };
      const known = inner.bound && boundOfWhole(inner.bound);
      const proven = known !== undefined && compareScores(score, known) <= 0;
      const ended = inner.ended === 'proven' && !proven ? 'limit' : inner.ended;
      const { bound: _, ...rest } = inner;
      return { ...rest, cells, score, ...(known ? { bound: known } : {}), proven, ended };
    },
  };

  function tell(progress: Parameters<NonNullable<typeof onProgress>>[0]): void {
    const { cells, bound: inner, ...rest } = progress;
    if (cells) seen(cells);
    if (!best) return;
    const known = inner && boundOfWhole(inner);
    onProgress?.({
      ...rest,
      score: best.score,
      ...(known ? { bound: known } : {}),
      ...(best === told ? {} : { cells: best.cells }),
    });
    told = best;
  }

  function exchangeOf(outer: Exchange): Exchange {
    return {
      publish: (cells) => outer.publish(bound.expand(cells), seen(cells)),
      raiseBound: (inner) => {
        const known = boundOfWhole(inner);
        if (known) outer.raiseBound(known);
      },
      take: (score) => {
        const cells = outer.take(best?.score ?? score);
        return cells && bound.contract(cells);
      },
      bound: () => outer.bound(),
    };
  }
}

/** Where no roster keeps every hard rule, parting a team might break fewer: nothing is said then. */
function boundOfWhole(bound: Score): Score | undefined {
  return bound.hard === 0 ? bound : undefined;
}
