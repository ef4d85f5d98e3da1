/**
 * What one change by hand would cost: every person on a seat, every pair of seats swapped. It judges any roster, broken
 * ones too, since people may seat whom the engines never would. Sentences are made elsewhere, from the referee.
 */

import type { Cells, Problem, ProblemRule, Score } from '../constraints/shapes.ts';
import { compareScores } from '../constraints/shapes.ts';
import { openCells } from './model/cells.ts';
import { COVER, SOFT } from './model/levels.ts';
import { buildModel } from './model/model.ts';
import { State } from './state.ts';

/** How the score would change; less is better. Hard, cover and soft as the referee counts them. */
export interface Candidate {
  readonly person: number;
  readonly change: Score;
}

/** The person on the seat takes `shift`, and `person`, who stands it now, takes the seat. */
export interface SwapOffer {
  readonly person: number;
  readonly shift: number;
  readonly change: Score;
}

/**
 * The engines' model leaves out cells behind hard masks. Here every cell must count, so hard amounts are kept where the
 * model keeps cover, and uncovered seats above soft costs by a factor that soft costs never reach: exact in a double.
 */
const SEAT = 2 ** 34;

/** Holds one problem, and one roster of it at a time. Building it is the slow part: keep it while the problem lasts. */
export class ChangePricer {
  readonly #state: State;
  readonly #people: number;
  readonly #shifts: number;
  /** person × shifts + shift: 0 where a hard mask forbids it. */
  readonly #open: Uint8Array;

  /** Pins do not matter here: who may touch a pinned seat is not the pricer's question. */
  constructor(problem: Problem) {
    this.#people = problem.people;
    this.#shifts = problem.shifts;
    this.#open = openCells({ ...problem, pins: new Int32Array() });
    this.#state = new State(
      buildModel({ ...problem, rules: problem.rules.map(judged), pins: new Int32Array() }),
    );
  }

  /** The roster that the questions are about. */
  seat(cells: Cells): void {
    this.#state.reset(cells);
  }

  score(): Score {
    return scoreOf(this.#state.totals);
  }

  /**
   * Everyone who does not stand the shift yet, in the place of `leaving` or beside those who do; the best first, then by
   * index.
   */
  candidates(shift: number, leaving?: number): Candidate[] {
    const before = this.score();
    if (leaving !== undefined) this.#toggle(leaving, shift);
    const found: Candidate[] = [];
    for (let person = 0; person < this.#people; person++) {
      if (person === leaving || this.#stands(person, shift)) continue;
      this.#toggle(person, shift);
      found.push({ person, change: difference(before, this.score()) });
      this.#toggle(person, shift);
    }
    if (leaving !== undefined) this.#toggle(leaving, shift);
    return found.sort((a, b) => compareScores(a.change, b.change) || a.person - b.person);
  }

  /** The best `most` swaps of the person on `shift` with anyone on any other; none that breaks more hard rules. */
  swaps(shift: number, person: number, most: number): SwapOffer[] {
    const before = this.score();
    const taken = [...this.#state.takenList.subarray(0, this.#state.takenCount)];
    const { cells } = this.#state.model;
    const offers: SwapOffer[] = [];
    for (const cell of taken) {
      const other = cells.person[cell] as number;
      const theirs = cells.shift[cell] as number;
      if (other === person || theirs === shift || !this.#maySwap([person, shift], [other, theirs])) continue;
      const exchange = (): void => {
        for (const who of [person, other]) for (const what of [shift, theirs]) this.#toggle(who, what);
      };
      exchange();
      const change = difference(before, this.score());
      exchange();
      if (change.hard <= 0 && change.cover <= 0) offers.push({ person: other, shift: theirs, change });
    }
    const better = (a: SwapOffer, b: SwapOffer): number =>
      compareScores(a.change, b.change) || a.person - b.person || a.shift - b.shift;
    return offers.sort(better).slice(0, most);
  }

  #maySwap([a, mine]: readonly [number, number], [b, theirs]: readonly [number, number]): boolean {
    return (
      !this.#stands(a, theirs) &&
      !this.#stands(b, mine) &&
      this.#open[a * this.#shifts + theirs] === 1 &&
      this.#open[b * this.#shifts + mine] === 1
    );
  }

  #stands(person: number, shift: number): boolean {
    return this.#state.taken[this.#cell(person, shift)] === 1;
  }

  #toggle(person: number, shift: number): void {
    this.#state.toggle(this.#cell(person, shift));
  }

  #cell(person: number, shift: number): number {
    return this.#state.model.cells.at[person * this.#shifts + shift] as number;
  }
}

function judged(rule: ProblemRule): ProblemRule {
  if (rule.level === 'hard') return { ...rule, level: 'cover' };
  if (rule.level === 'cover') return { ...rule, level: 'soft', weight: rule.weight * SEAT };
  return rule;
}

function scoreOf(totals: Float64Array): Score {
  const soft = totals[SOFT] as number;
  const cover = Math.floor(soft / SEAT);
  return { hard: totals[COVER] as number, cover, soft: soft - cover * SEAT };
}

function difference(before: Score, after: Score): Score {
  return {
    hard: after.hard - before.hard,
    cover: after.cover - before.cover,
    soft: after.soft - before.soft,
  };
}
