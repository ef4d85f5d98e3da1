/**
 * The column-generation engine: root relaxation and its bound, dives, polish, neighbourhoods, until the bound is met or
 * the budget ends. It takes any problem of the shapes and says so when one is not for it.
 */

import type { Cells, Problem, Score } from '../../constraints/shapes.ts';
import { createRandom } from '../../kernel/random.ts';
import { openHighs } from '../highs-door.ts';
import { dive, wholeRosters } from './dive.ts';
import { generateColumns } from './generation.ts';
import { Master, type MasterPoint } from './master.ts';
import { createArms, resolve } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import type { Column } from './pool.ts';
import { RosterState } from './roster-state.ts';
import { Search, TooLarge } from './search.ts';
import { splitProblem } from './split.ts';
import { costScale } from './cost-scale.ts';

export interface ColumnsOptions {
  readonly seed: number;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** By `clock`; absent under a step budget. */
  readonly deadline?: number;
  /** Pricings; the same seed and steps give the same roster on every machine. */
  readonly steps?: number;
  readonly start?: Cells;
  readonly shouldStop?: () => boolean;
  readonly onIncumbent?: (cells: Cells, score: Score) => void;
  /** Valid lower bound, compared level by level. */
  readonly onBound?: (bound: Score) => void;
  /** Rosters found elsewhere, polled between neighbourhoods. */
  readonly takeIncumbent?: () => Cells | undefined;
}

export type ColumnsOutcome =
  | {
      readonly kind: 'solved';
      readonly cells: Cells | undefined;
      readonly bound: Score | undefined;
      readonly proven: boolean;
      readonly steps: number;
    }
  /** Outside what pricing carries exactly: `negative-coefficient`, `too-many-states` or `no-roster`. */
  | { readonly kind: 'declined'; readonly reason: string };

export async function solveByColumns(problem: Problem, options: ColumnsOptions): Promise<ColumnsOutcome> {
  const scale = costScale(problem);
  const result = splitProblem(problem, scale);
  if (!result.ok) return { kind: 'declined', reason: result.reason };
  const highs = await openHighs();
  const { deadline = Number.POSITIVE_INFINITY, steps = Number.POSITIVE_INFINITY, clock } = options;
  let bestCells: Cells | undefined;
  let bound: Score | undefined;
  const search: Search = new Search({
    highs,
    split: result.split,
    random: createRandom(options.seed),
    over: () => search.steps >= steps || clock() >= deadline || options.shouldStop?.() === true,
    secondsLeft: () => (deadline === Number.POSITIVE_INFINITY ? 600 : (deadline - clock()) / 1000),
    onIncumbent: (cells, score) => {
      bestCells = cells;
      options.onIncumbent?.(cells, score);
    },
    onBound: (value) => {
      bound = { hard: 0, cover: 0, soft: Math.max(0, Math.ceil(value - 1e-5)) };
      options.onBound?.(bound);
    },
  });
  try {
    new Run(search, scale.missing, options).run();
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'declined', reason: 'too-many-states' };
    throw error;
  }
  return { kind: 'solved', cells: bestCells, bound, proven: search.proven, steps: search.steps };
}

class Run {
  readonly #search: Search;
  readonly #missingCost: number;
  readonly #options: ColumnsOptions;
  readonly #everyone: readonly number[];

  constructor(search: Search, missingCost: number, options: ColumnsOptions) {
    this.#search = search;
    this.#missingCost = missingCost;
    this.#options = options;
    this.#everyone = [...search.split.people.keys()];
  }

  run(): void {
    const search = this.#search;
    this.#takeOutside(this.#options.start);
    const base = Float64Array.from(search.split.rows, (row) => row.offset);
    const master = new Master(search.highs, {
      split: search.split,
      free: this.#everyone,
      base,
      missingCost: this.#missingCost,
    });
    try {
      master.add(this.#startColumns());
      const root = generateColumns(search, master, {
        rounds: Number.POSITIVE_INFINITY,
        cutoff: Number.POSITIVE_INFINITY,
        onBound: (bound) => search.raiseBound(bound),
      });
      if (root.ended === 'infeasible') return;
      this.#round(master, root.point);
      if (!this.#done()) this.#diveFrom(master, root.point, 0);
      this.#improve(master, root.point);
    } finally {
      master.dispose();
    }
  }

  #done(): boolean {
    return this.#search.proven || this.#search.over();
  }

  #takeOutside(cells: Cells | undefined): void {
    const state = cells && this.#search.stateOf(cells);
    if (!state) return;
    this.#search.offer(state);
    polish(this.#search, state, this.#everyone);
    this.#search.offer(state);
  }

  #startColumns(): Column[] {
    const search = this.#search;
    const nothing = new Float64Array(search.split.rows.length);
    return this.#everyone.flatMap((person) => {
      const present = search.best?.columnOf(person);
      if (present) return [present];
      const { rosters } = search.price(person, nothing, undefined, 1);
      return rosters.map((roster) => search.columnOf(person, roster));
    });
  }

  /** The heaviest column of each person, polished. */
  #round(master: Master, point: MasterPoint): void {
    const heaviest = new Map<number, { column: Column; weight: number }>();
    point.weights.forEach((weight, index) => {
      const column = master.columns[index] as Column;
      if (weight > (heaviest.get(column.person)?.weight ?? -1)) heaviest.set(column.person, { column, weight });
    });
    const state = RosterState.of(
      this.#search.split,
      [...heaviest.values()].map(({ column }) => column),
    );
    if (!wholeRosters(master, point)) polish(this.#search, state, this.#everyone);
    this.#search.offer(state);
  }

  #diveFrom(master: Master, point: MasterPoint, noise: number): void {
    const search = this.#search;
    const columns = dive(search, master, point, { cutoff: search.cost, share: 0.06, noise, rounds: 6 });
    if (!columns) return;
    const state = RosterState.of(search.split, columns);
    polish(search, state, this.#everyone);
    search.offer(state);
  }

  #improve(master: Master, root: MasterPoint): void {
    const search = this.#search;
    const { clock } = this.#options;
    const arms = createArms(search);
    const wholeDive = { name: 'dive', rate: 1e9 };
    let current = search.best?.copy();
    let idle = 0;
    while (!this.#done()) {
      this.#takeOutside(this.#options.takeIncumbent?.());
      if (search.best && (!current || search.cost < current.cost() || idle > 40)) {
        current = search.best.copy();
        idle = 0;
      }
      const arm = this.#choose([...arms, wholeDive]);
      const began = this.#options.deadline === undefined ? search.steps : clock();
      const before = search.cost;
      if (arm.name === 'dive' || !current || !('pick' in arm)) {
        this.#diveFrom(master, root, 0.3);
      } else {
        const next = resolve(search, current, arm.pick(search, current), {
          rowDuals: root.rowDuals,
          missingCost: this.#missingCost,
        });
        if (next) current = next;
        if (next) search.offer(next);
      }
      const now = this.#options.deadline === undefined ? search.steps : clock();
      const gain = Number.isFinite(before) ? before - search.cost : 1;
      const rate = gain / Math.max(1, now - began);
      arm.rate = arm.rate > 1e8 ? rate : 0.7 * arm.rate + 0.3 * rate;
      idle = gain > 0 ? 0 : idle + 1;
      if (DEBUG) console.log(arm.name, search.cost, current?.cost(), (now - began).toFixed(0));
    }
  }

  /** Mostly the arm with the best rate, untried ones first; sometimes any. */
  #choose<A extends { rate: number }>(arms: readonly A[]): A {
    const { random } = this.#search;
    if (random.next() < 0.3) return arms[random.below(arms.length)] as A;
    const best = Math.max(...arms.map((arm) => arm.rate));
    const top = arms.filter((arm) => arm.rate === best);
    return top[random.below(top.length)] as A;
  }
}
const DEBUG = (globalThis as { DEBUG?: boolean }).DEBUG === true;
