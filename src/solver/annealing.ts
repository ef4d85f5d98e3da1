/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983) over the moves of `moves.ts`. It knows cost as one figure
 * and time as a fraction of its budget; with a budget of moves it is repeatable, with seconds it is prompt.
 */

import type { Cells } from '../constraints/shapes.ts';
import { createRandom } from '../kernel/random.ts';
import { weighted } from './construct.ts';
import { COVER } from './model/levels.ts';
import { problemCell } from './model/model.ts';
import type { MovePricer } from './move-pricer.ts';
import { Moves } from './moves.ts';
import type { State } from './state.ts';

/** First and last temperature of a run, as shares of one found by sampling; the first is below 1 where a roster is to be kept. */
export interface Heats {
  readonly first: number;
  readonly last: number;
}

export interface AnnealingOptions {
  readonly seed: number;
  /** By level index. */
  readonly weights: Float64Array;
  /** How much of the budget is gone, 0 to 1, after so many moves; polled every `POLL` moves. 1 ends the run. */
  readonly progress: (moves: number) => number;
  readonly heats: Heats;
  /** The best roster since the last call, now and then. */
  readonly onBest: (cells: Cells) => void;
}

/** Moves between two looks at progress and stop. */
const POLL = 2048;
/** Looks at the best roster, spread over the run; fewer where each takes long, so that most of the time goes into moves. */
const REPORTS = 20;
const LEAST_QUIET = 20;
const SAMPLES = 2000;

/** Returns the number of moves tried. The state is left where the search ended; the best went to `onBest`. */
export function anneal(pricer: MovePricer, options: AnnealingOptions): number {
  const { state } = pricer;
  const random = createRandom(options.seed);
  const moves = new Moves(state, random);
  const { weights, progress, heats } = options;
  const first = heats.first * firstTemperature(pricer, moves, weights);
  const falls = heats.last / heats.first;
  const best = new BestKept(state, weights);
  let temperature = first;
  let made = 0;
  let reportAt = 1 / REPORTS;
  for (;;) {
    if (made % POLL === 0) {
      const gone = progress(made);
      if (gone >= 1) break;
      temperature = first * falls ** gone;
      if (gone >= reportAt) {
        best.hand(options.onBest);
        reportAt = gone + Math.max(1 / REPORTS, LEAST_QUIET * (progress(made) - gone));
      }
    }
    made++;
    if (!moves.propose()) continue;
    // A rise up to a limit drawn beforehand is what is accepted with a chance of e^(−rise ÷ temperature).
    const limit = -temperature * Math.log(1 - random.next());
    const rise = pricer.rise(moves.cells, moves.count, limit);
    if (rise > limit) continue;
    if (rise > 0 && best.isHere) best.keep();
    pricer.make(moves.cells, moves.count);
    best.see(weighted(state.totals, weights));
  }
  if (best.isHere) best.keep();
  best.hand(options.onBest);
  return made;
}

/** The best roster, copied only when the search is about to leave it. */
class BestKept {
  /** True while the state is the best seen and no copy of it has been kept. */
  isHere = true;
  readonly #state: State;
  #cost: number;
  /** Cells of the model. */
  #cells: Int32Array | undefined;

  constructor(state: State, weights: Float64Array) {
    this.#state = state;
    this.#cost = weighted(state.totals, weights);
  }

  see(cost: number): void {
    if (cost >= this.#cost) return;
    this.#cost = cost;
    this.isHere = true;
  }

  keep(): void {
    this.#cells = this.#state.takenList.slice(0, this.#state.takenCount);
    this.isHere = false;
  }

  /** Gives the kept roster on, once. */
  hand(onBest: (cells: Cells) => void): void {
    if (!this.#cells) return;
    onBest(this.#cells.map((cell) => problemCell(this.#state.model, cell)));
    this.#cells = undefined;
  }
}

/**
 * A tenth of the mean rise of the soft cost over moves that touch nothing else: hot enough to leave the first roster,
 * cool enough not to melt it.
 */
function firstTemperature(pricer: MovePricer, moves: Moves, weights: Float64Array): number {
  let sum = 0;
  let rises = 0;
  for (let i = 0; i < SAMPLES; i++) {
    if (!moves.propose()) continue;
    const rise = pricer.rise(moves.cells, moves.count, Infinity);
    if (rise <= 0 || rise >= (weights[COVER] as number)) continue;
    sum += rise;
    rises++;
  }
  return rises === 0 ? 1 : (0.1 * sum) / rises;
}
