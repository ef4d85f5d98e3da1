/**
 * The column-generation engine: root relaxation and its bound, dives, polish, neighbourhoods, until the bound is met or
 * the budget ends. It takes any problem of the shapes and says so when one is not for it.
 */

import type { Highs } from 'highs';
import type { Cells, CounterTerm, Problem, Score } from '../../constraints/shapes.ts';
import { createRandom } from '../../kernel/random.ts';
import { openHighs } from '../highs-door.ts';
import { ascend } from './ascent.ts';
import { costScale } from './cost-scale.ts';
import { dive, wholeRosters } from './dive.ts';
import { type Generated, generateColumns } from './generation.ts';
import { Master, type MasterPoint } from './master.ts';
import { createArms, resolve } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import type { Column } from './pool.ts';
import { RosterState } from './roster-state.ts';
import { Search, SLACK, TooLarge } from './search.ts';
import { type SplitProblem, splitProblem } from './split.ts';
import { Tree } from './tree.ts';

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
  const highs = await openHighs();
  const asRows = new Set<CounterTerm>();
  const kept: { cells?: Cells; bound?: Score } = {};
  for (;;) {
    const result = splitProblem(problem, scale, asRows);
    if (!result.ok) return { kind: 'declined', reason: result.reason };
    if (problem.pins.some((cell) => isForbidden(result.split, cell)))
      return { kind: 'declined', reason: 'pin' };
    const search = createSearch({ highs, split: result.split, options, kept, coverWeight: scale.cover });
    try {
      const from = kept.cells ? { ...options, start: kept.cells } : options;
      new Run(search, { missingCost: scale.missing, options: from, asRows }).run();
      return {
        kind: 'solved',
        cells: kept.cells,
        bound: kept.bound,
        proven: search.proven,
        steps: search.steps,
      };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      if (!error.counter) return { kind: 'declined', reason: 'too-many-states' };
      for (const counter of likeCounters(problem, error.counter)) asRows.add(counter);
    }
  }
}

function createSearch({
  highs,
  split,
  options,
  kept,
  coverWeight,
}: {
  highs: Highs;
  split: SplitProblem;
  options: ColumnsOptions;
  kept: { cells?: Cells; bound?: Score };
  coverWeight: number;
}): Search {
  const { deadline = Number.POSITIVE_INFINITY, steps = Number.POSITIVE_INFINITY, clock } = options;
  const search: Search = new Search({
    highs,
    split,
    random: createRandom(options.seed),
    over: () => search.steps >= steps || clock() >= deadline || options.shouldStop?.() === true,
    secondsLeft: () => (deadline === Number.POSITIVE_INFINITY ? 600 : (deadline - clock()) / 1000),
    onIncumbent: (cells, score) => {
      kept.cells = cells;
      options.onIncumbent?.(cells, score);
    },
    onBound: (value) => {
      // Every roster costs at least `value` in the one scale; those with the least cover so much less in soft.
      const soft = Math.ceil(value - SLACK) - coverWeight * search.leastCover;
      kept.bound = { hard: 0, cover: search.leastCover, soft: Math.max(0, soft) };
      options.onBound?.(kept.bound);
    },
  });
  return search;
}

function isForbidden({ people, problem }: SplitProblem, cell: number): boolean {
  const person = people[Math.floor(cell / problem.shifts)];
  return person?.cellCost[cell % problem.shifts] === Number.POSITIVE_INFINITY;
}

/** Counters of the same rule with at least as high a limit: what is too much to carry for one person is for all. */
function likeCounters(problem: Problem, like: CounterTerm): CounterTerm[] {
  const limit = ({ price }: CounterTerm): number => (price.kind === 'range' ? (price.above ?? -1) : -1);
  return problem.counters.filter((counter) => counter.rule === like.rule && limit(counter) >= limit(like));
}

const STARTS = 3;
const TREE_STEPS = 30;
const ASCENT_STEPS = 80;
const FIRST_COLUMNS_A_PERSON = 20;

class Run {
  readonly #search: Search;
  readonly #missingCost: number;
  readonly #options: ColumnsOptions;
  readonly #everyone: readonly number[];
  readonly #asRows: ReadonlySet<CounterTerm>;

  constructor(
    search: Search,
    {
      missingCost,
      options,
      asRows,
    }: { missingCost: number; options: ColumnsOptions; asRows: ReadonlySet<CounterTerm> },
  ) {
    this.#asRows = asRows;
    this.#search = search;
    this.#missingCost = missingCost;
    this.#options = options;
    this.#everyone = [...search.split.people.keys()];
  }

  run(): void {
    const search = this.#search;
    this.#takeOutside(this.#options.start);
    for (let round = 0; round < STARTS && !this.#done(); round++) this.#startByPolish();
    for (const pricer of this.#search.pricers) pricer.forget();
    const base = Float64Array.from(search.split.rows, (row) => row.offset);
    const master = new Master(search.highs, {
      split: search.split,
      free: this.#everyone,
      base,
      missingCost: this.#missingCost,
    });
    try {
      const root = this.#relax(master);
      if (!root) return;
      this.#round(master, root.point);
      if (!this.#done()) this.#diveFrom(master, root.point, 0);
      if ((search.score?.cover ?? 0) > 0) this.#boundCover();
      this.#improve(master, root.point);
    } finally {
      master.dispose();
    }
  }

  #done(): boolean {
    return this.#search.met || this.#search.over();
  }

  #takeOutside(cells: Cells | undefined): void {
    const state = cells && this.#search.stateOf(cells);
    if (!state) return;
    this.#search.offer(state);
    polish(this.#search, state, this.#everyone);
    this.#search.offer(state);
  }

  /** From nobody at all: each in turn takes what serves best, then all are polished. */
  #startByPolish(): void {
    const state = new RosterState(this.#search.split);
    polish(this.#search, state, this.#everyone);
    this.#search.offer(state);
  }

  /** The root relaxation; undefined when someone has no allowed roster at all. */
  #relax(master: Master): Generated | undefined {
    const search = this.#search;
    const onBound = (bound: number): void => search.raiseBound(bound);
    const centre = ascend(search, master, { iterations: ASCENT_STEPS, target: search.cost, onBound });
    if (!centre) return undefined;
    for (const pricer of search.pricers) pricer.forget();
    for (const person of this.#everyone) {
      const known = search.pool.cheapest(person, centre.rowDuals, FIRST_COLUMNS_A_PERSON);
      const present = search.best?.columnOf(person);
      master.add(present && !known.includes(present) ? [present, ...known] : known);
    }
    const root = generateColumns(search, master, {
      rounds: Number.POSITIVE_INFINITY,
      cutoff: Number.POSITIVE_INFINITY,
      centre,
      onBound,
    });
    return root.ended === 'infeasible' ? undefined : root;
  }

  /** What no roster can cover: the relaxation once more, with cover alone having a price. */
  #boundCover(): void {
    const search = this.#search;
    const result = splitProblem(search.split.problem, { hard: 1000, cover: 1, soft: 0 }, this.#asRows);
    if (!result.ok) return;
    const alone = new Search({
      ...search.input,
      split: result.split,
      onIncumbent: () => {},
      onBound: () => {},
    });
    const free = this.#everyone;
    const base = Float64Array.from(result.split.rows, (row) => row.offset);
    const master = new Master(search.highs, { split: result.split, free, base, missingCost: 10_000 });
    try {
      for (const person of free) {
        const shifts = search.best?.columnOf(person)?.shifts;
        if (shifts) master.add([alone.pool.add(person, shifts, 0).column]);
      }
      const cutoff = search.score?.cover ?? Number.POSITIVE_INFINITY;
      const { bound } = generateColumns(alone, master, { rounds: 300, cutoff });
      search.leastCover = Math.min(cutoff, Math.max(0, Math.ceil(bound - SLACK)));
    } finally {
      master.dispose();
    }
    search.steps += alone.steps;
    search.repeatBound();
  }

  /** The heaviest column of each person, polished. */
  #round(master: Master, point: MasterPoint): void {
    const heaviest = new Map<number, { column: Column; weight: number }>();
    point.weights.forEach((weight, index) => {
      const column = master.columns[index] as Column;
      if (weight > (heaviest.get(column.person)?.weight ?? -1))
        heaviest.set(column.person, { column, weight });
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
    let treeSteps = 0;
    const tree = new Tree(search, master, search.bound);
    while (!this.#done()) {
      if (
        idle > 8 &&
        treeSteps * 2 < search.steps &&
        search.cost - search.bound < 0.1 * Math.abs(search.cost)
      ) {
        const before = search.steps;
        tree.walk(TREE_STEPS);
        treeSteps += search.steps - before;
        if (DEBUG) console.log('tree', search.bound, search.cost);
      }
      if (this.#done()) break;
      this.#takeOutside(this.#options.takeIncumbent?.());
      if (search.best && (!current || search.cost < current.cost() || idle > 40)) {
        current = search.best.copy();
        idle = 0;
      }
      const arm = this.#choose([...arms, wholeDive], idle);
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
  #choose<A extends { rate: number }>(arms: readonly A[], idle: number): A {
    const { random } = this.#search;
    if (idle > arms.length || random.next() < 0.3) return arms[random.below(arms.length)] as A;
    const best = Math.max(...arms.map((arm) => arm.rate));
    const top = arms.filter((arm) => arm.rate === best);
    return top[random.below(top.length)] as A;
  }
}
const DEBUG = (globalThis as { DEBUG?: boolean }).DEBUG === true;
