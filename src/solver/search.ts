/**
 * One run of the solver as its engines share it: the best roster so far, the best bound, the clock and the stop. Every
 * roster offered is counted again by the plain score before it is reported. It knows no engine.
 */

import { scoreOf } from '../constraints/score.ts';
import { type Cells, compareScores, type Problem, type Score } from '../constraints/shapes.ts';
import { realAt } from '../kernel/typed-at.ts';
import { WALL } from './model/levels.ts';
import { buildModel, type Model } from './model/model.ts';
import type { Outcome, Phase, SolveOptions } from './outcome.ts';
import { State } from './state.ts';

/** A way of finding rosters or bounds. It returns when it has nothing more to give, or when `search.isOver()`. */
export interface Engine {
  readonly phase: Phase;
  run(search: Search): Promise<void>;
}

export interface Incumbent {
  readonly cells: Cells;
  readonly score: Score;
}

/** No term rewards, so nothing scores less. */
const NOUGHT: Score = { hard: 0, cover: 0, soft: 0 };

export class Search {
  readonly problem: Problem;
  readonly model: Model;
  readonly options: SolveOptions;
  phase: Phase = 'construct';
  /** Moves of annealing made so far. */
  moves = 0;
  #best: Incumbent;
  #bound: Score | undefined;
  #stopped = false;
  readonly #startedAt: number;
  readonly #deadline: number;
  /** Holds whatever was offered last, to see walls and to check the engines' arithmetic. */
  readonly #probe: State;
  readonly #wallOfPins: number;

  constructor(problem: Problem, options: SolveOptions) {
    this.problem = problem;
    this.options = options;
    this.#startedAt = options.clock();
    this.#deadline =
      options.budget.kind === 'seconds' ? this.#startedAt + options.budget.seconds * 1000 : Infinity;
    this.model = buildModel(problem);
    this.#probe = new State(this.model);
    this.#wallOfPins = realAt(this.#probe.totals, WALL);
    const cells = this.#probe.roster();
    this.#best = { cells, score: scoreOf(problem, cells).score };
  }

  get best(): Incumbent {
    return this.#best;
  }

  get bound(): Score | undefined {
    return this.#bound;
  }

  get elapsedMs(): number {
    return this.options.clock() - this.#startedAt;
  }

  /** Infinity under a step budget. */
  get secondsLeft(): number {
    return this.#deadline === Infinity
      ? Infinity
      : Math.max(0, (this.#deadline - this.options.clock()) / 1000);
  }

  get isStopped(): boolean {
    this.#stopped ||= this.options.shouldStop?.() ?? false;
    return this.#stopped;
  }

  get isProven(): boolean {
    return this.#bound !== undefined && compareScores(this.#best.score, this.#bound) <= 0;
  }

  isOver(): boolean {
    this.#listen();
    return this.isProven || this.isStopped || this.secondsLeft <= 0;
  }

  /**
   * Takes the roster when it is better than the best and crosses no wall that pins do not cross. Throws when the plain
   * score and the incremental one differ: that is a fault of ours, never of the data.
   */
  offer(cells: Cells): boolean {
    this.#probe.reset(cells);
    const score = this.#probe.score();
    if (realAt(this.#probe.totals, WALL) > this.#wallOfPins) return false;
    if (compareScores(score, this.#best.score) >= 0) return false;
    const roster = this.#probe.roster();
    const counted = scoreOf(this.problem, roster).score;
    if (compareScores(score, counted) !== 0) {
      throw new Error(`score ${JSON.stringify(score)} counted again is ${JSON.stringify(counted)}`);
    }
    this.#best = { cells: roster, score };
    if (compareScores(score, NOUGHT) === 0) this.#bound = NOUGHT;
    this.options.exchange?.publish(roster, score);
    this.report(true);
    return true;
  }

  /** Takes over what searches beside this one have found. */
  #listen(): void {
    const { exchange } = this.options;
    if (!exchange) return;
    const cells = exchange.take(this.#best.score);
    if (cells) this.offer(cells);
    const bound = exchange.bound();
    if (bound) this.raiseBound(bound);
  }

  /** Takes a valid lower bound on every roster that keeps the walls, when it is higher than the bound known. */
  raiseBound(bound: Score): void {
    const capped = compareScores(bound, this.#best.score) > 0 ? this.#best.score : bound;
    if (this.#bound && compareScores(capped, this.#bound) <= 0) return;
    this.#bound = capped;
    this.options.exchange?.raiseBound(capped);
    this.report(false);
  }

  report(withCells: boolean): void {
    this.options.onProgress?.({
      phase: this.phase,
      elapsedMs: this.elapsedMs,
      score: this.#best.score,
      ...(this.#bound ? { bound: this.#bound } : {}),
      ...(withCells ? { cells: this.#best.cells } : {}),
    });
  }

  outcome(): Outcome {
    const proven = this.isProven;
    return {
      cells: this.#best.cells,
      score: this.#best.score,
      ...(this.#bound ? { bound: this.#bound } : {}),
      proven,
      ended: proven ? 'proven' : this.#stopped ? 'stopped' : 'limit',
      moves: this.moves,
      elapsedMs: this.elapsedMs,
    };
  }
}
