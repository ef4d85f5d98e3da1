/** What is told of a search, after each word from it. Of one that another process began, nothing told before is taken back. */

import { check } from '../../constraints/check.ts';
import { type Cells, compareScores, type Score } from '../../constraints/shapes.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Certificate } from '../../domain/version.ts';
import type { Outcome, Progress } from '../../solver/outcome.ts';
import type { RunPoint, SolveRun } from './solve-run.ts';

/** Chart points kept; beyond it every second of the older ones goes. */
const MOST_POINTS = 400;

/** What another process had told of the same problem before it was gone. */
export interface RunBefore {
  readonly elapsedMs: number;
  readonly points: SolveRun['points'];
  readonly phases: SolveRun['phases'];
  readonly best?: Cells;
}

export const NOTHING_BEFORE: RunBefore = { elapsedMs: 0, points: [], phases: [] };

type Told = Pick<SolveRun, 'elapsedMs' | 'points' | 'phases' | 'best'>;

/** A bound that was proven for a problem holds for it whoever solves it. */
export function withProgress(run: SolveRun, progress: Progress, before: RunBefore): Told {
  const { phase, cells } = progress;
  const elapsedMs = before.elapsedMs + progress.elapsedMs;
  const last = run.points.at(-1);
  const isWorse = last !== undefined && compareScores(progress.score, last.score) > 0;
  const score = isWorse ? last.score : progress.score;
  const bound = boundOf(score, progress.bound, before);
  const best = (isWorse ? undefined : cells) ?? run.best;
  const seatsChanged = best && run.best ? cellsChanged(run.best, best) : 0;
  const isNew = !last || !same(last.score, score) || !same(last.bound, bound);
  const point: RunPoint = { ms: elapsedMs, score, seatsChanged, ...(bound ? { bound } : {}) };
  return {
    ...(best ? { best } : {}),
    elapsedMs,
    points: isNew ? thinned([...run.points, point]) : run.points,
    phases: run.phases.at(-1)?.phase === phase ? run.phases : [...run.phases, { phase, ms: elapsedMs }],
  };
}

/** The outcome with the highest bound known. */
export function withBoundBefore(outcome: Outcome, before: RunBefore): Outcome {
  const bound = boundOf(outcome.score, outcome.bound, before);
  if (!bound) return outcome;
  return { ...outcome, bound, proven: outcome.proven || compareScores(outcome.score, bound) <= 0 };
}

/** Nothing is left to search for: the roster is as good as a bound says, that another process had proven. */
export function isMetBefore(score: Score, { points }: RunBefore): boolean {
  const bound = points.at(-1)?.bound;
  return bound !== undefined && compareScores(score, bound) <= 0;
}

/** The higher of the two, but no higher than what was found. */
function boundOf(score: Score, now: Score | undefined, { points }: RunBefore): Score | undefined {
  const then = points.at(-1)?.bound;
  const bound = !now || !then ? (now ?? then) : compareScores(now, then) >= 0 ? now : then;
  return bound && compareScores(bound, score) > 0 ? score : bound;
}

/** The referee has the last word: a certificate is only for the score that it counts too. */
export function certificateOf(
  { plan, purpose, seed }: Pick<SolveRun, 'plan' | 'purpose' | 'seed'>,
  roster: Roster,
  { score, bound, proven }: Outcome,
): Certificate | undefined {
  if (purpose === 'mend') return undefined;
  const counted = check(plan, roster).score;
  if (compareScores(counted, score) !== 0) {
    throw new Error(`the solver counts ${JSON.stringify(score)}, the referee ${JSON.stringify(counted)}`);
  }
  return { score, proven, seed, ...(bound ? { bound } : {}) };
}

function same(a: RunPoint['bound'], b: RunPoint['bound']): boolean {
  return a === b || (a !== undefined && b !== undefined && compareScores(a, b) === 0);
}

/** Seats filled in `after` that were not in `before`; both ascending. */
function cellsChanged(before: Cells, after: Cells): number {
  if (before === after) return 0;
  const known = new Set(before);
  return after.reduce((count, cell) => count + (known.has(cell) ? 0 : 1), 0);
}

function thinned(points: RunPoint[]): RunPoint[] {
  if (points.length <= MOST_POINTS) return points;
  const half = points.length / 2;
  return points.filter((_, i) => i > half || i % 2 === 0);
}
