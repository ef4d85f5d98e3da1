/**
 * Runs several searches of one problem side by side, each in a worker of its own, and tells of them as of one: the best
 * roster, the highest bound, the end at the first proof.
 */

import { type Cells, compareScores, type Problem, type Score } from '../constraints/shapes.ts';
import type { Outcome, Progress } from '../solver/outcome.ts';
import { teamFor } from '../solver/solve.ts';
import { createExchangeMemory } from './exchange.ts';
import { type SolveHandle, type SolveSettings, startSolve } from './start-solve.ts';

/** Of each further search; any number that keeps their streams of chance apart. */
const SEED_STEP = 1_000_003;

export interface PortfolioSettings extends Omit<SolveSettings, 'role' | 'exchangeMemory'> {
  /** Threads it may use, 1 or 2. A budget in steps takes one, since only that is the same on every machine. */
  readonly workers: number;
}

export interface PortfolioHandle extends SolveHandle {
  /** Gives up the threads beyond so many, for another run to have; the first goes on, with all that was found. */
  keepTo(threads: number): void;
}

export function startPortfolio(
  problem: Problem,
  { workers, ...settings }: PortfolioSettings,
): PortfolioHandle {
  const roles = teamFor(problem);
  if (workers < roles.length || roles.length === 1 || settings.budget.kind === 'steps') {
    return { ...startSolve(problem, settings), keepTo: () => {} };
  }
  const exchangeMemory = createExchangeMemory(problem);
  const team = new Team(settings.onProgress);
  for (const [i, role] of roles.entries()) {
    const seed = settings.seed + i * SEED_STEP;
    const onProgress = (progress: Progress): void => team.take(progress);
    team.add(startSolve(problem, { ...settings, seed, role, exchangeMemory, onProgress }));
  }
  return { outcome: team.outcome(), stop: () => team.stop(), keepTo: (threads) => team.keepTo(threads) };
}

class Team {
  readonly #tell: ((progress: Progress) => void) | undefined;
  readonly #handles: SolveHandle[] = [];
  /** Ended for their threads' sake, which does not end the run. */
  readonly #givenUp = new Set<SolveHandle>();
  #best: { readonly cells: Cells; readonly score: Score } | undefined;
  #bound: Score | undefined;
  #last: Progress | undefined;

  constructor(tell: ((progress: Progress) => void) | undefined) {
    this.#tell = tell;
  }

  add(handle: SolveHandle): void {
    this.#handles.push(handle);
  }

  stop(): void {
    for (const handle of this.#handles) handle.stop();
  }

  keepTo(threads: number): void {
    for (const handle of this.#handles.slice(Math.max(1, threads))) {
      this.#givenUp.add(handle);
      handle.stop();
    }
  }

  /** Passes on what is news to the whole team; a member's own end is not yet the team's. */
  take(progress: Progress): void {
    const { score, cells, bound } = progress;
    const better = cells !== undefined && (!this.#best || compareScores(score, this.#best.score) < 0);
    if (better) this.#best = { cells, score };
    if (bound && (!this.#bound || compareScores(bound, this.#bound) > 0)) this.#bound = bound;
    if (progress.phase !== 'done') this.#say(progress, better);
  }

  /** A member that crashes is done without, unless all do. */
  async outcome(): Promise<Outcome> {
    for (const handle of this.#handles) {
      handle.outcome.then(
        ({ proven }) => proven && this.stop(),
        () => {},
      );
    }
    const settled = await Promise.allSettled(this.#handles.map((handle) => handle.outcome));
    const outcomes = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const [best] = outcomes.toSorted(
      (a, b) => compareScores(a.score, b.score) || Number(b.proven) - Number(a.proven),
    );
    if (!best) throw settled.find((each) => each.status === 'rejected')?.reason;
    const bound = outcomes.reduce<Score | undefined>((high, each) => higher(high, each.bound), this.#bound);
    const proven = bound !== undefined && compareScores(best.score, bound) <= 0;
    const stopped = settled.some(
      (each, i) =>
        each.status === 'fulfilled' &&
        each.value.ended === 'stopped' &&
        !this.#givenUp.has(this.#handles[i] as SolveHandle),
    );
    const merged: Outcome = {
      ...best,
      ...(bound ? { bound: proven ? best.score : bound } : {}),
      proven,
      ended: proven ? 'proven' : stopped ? 'stopped' : 'limit',
      moves: outcomes.reduce((sum, { moves }) => sum + moves, 0),
      elapsedMs: Math.max(...outcomes.map(({ elapsedMs }) => elapsedMs)),
    };
    this.#tell?.({
      phase: 'done',
      elapsedMs: merged.elapsedMs,
      score: merged.score,
      ...(bound ? { bound } : {}),
    });
    return merged;
  }

  #say({ phase, elapsedMs }: Progress, better: boolean): void {
    if (!this.#best) return;
    const { cells, score } = this.#best;
    const bound = this.#bound;
    this.#last = {
      phase,
      elapsedMs: Math.max(elapsedMs, this.#last?.elapsedMs ?? 0),
      score,
      ...(bound ? { bound: compareScores(bound, score) > 0 ? score : bound } : {}),
      ...(better ? { cells } : {}),
    };
    this.#tell?.(this.#last);
  }
}

function higher(a: Score | undefined, b: Score | undefined): Score | undefined {
  if (!a || !b) return a ?? b;
  return compareScores(a, b) >= 0 ? a : b;
}
