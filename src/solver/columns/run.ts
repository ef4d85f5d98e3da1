/**
 * The course of the column engine: starts by polish, root relaxation, a dive, then neighbourhoods, restarts and the tree
 * by turns, until the bound is met or the search is over.
 */

import type { Cells } from '../../constraints/shapes.ts';
import { type Ascent, ascend } from './ascent.ts';
import type { ColumnsOptions } from './columns-options.ts';
import { heaviestColumns, wholeRosters } from './dive.ts';
import { boundAt, type Generated, generateColumns } from './generation.ts';
import { clockOf, diveFrom, Improvement } from './improvement.ts';
import { Master, type MasterPoint } from './master.ts';
import { polish } from './polish.ts';
import { RosterState } from './roster-state.ts';
import { NoRoster, Search, SLACK } from './search.ts';
import { type SplitOptions, splitProblem } from './split.ts';

const ASCENT_STEPS = 80;
const FIRST_COLUMNS_A_PERSON = 20;

/** One run over one split of the problem. */
export class Run {
  readonly #search: Search;
  readonly #missingCost: number;
  readonly #options: ColumnsOptions;
  readonly #everyone: readonly number[];
  readonly #splitting: SplitOptions;

  constructor(
    search: Search,
    {
      missingCost,
      options,
      splitting,
    }: { missingCost: number; options: ColumnsOptions; splitting: SplitOptions },
  ) {
    this.#splitting = splitting;
    this.#search = search;
    this.#missingCost = missingCost;
    this.#options = options;
    this.#everyone = [...search.split.people.keys()];
  }

  run(): void {
    const search = this.#search;
    this.#takeOutside(this.#options.start);
    this.#takeHint(this.#options.hint);
    if (!search.best) this.#startByPolish();
    if (this.#options.polishOnly) return;
    if (!search.firstDuals) for (const pricer of search.pricers) pricer.forget();
    const base = Float64Array.from(search.split.rows, (row) => row.offset);
    const master = new Master(search.highs, {
      split: search.split,
      free: this.#everyone,
      base,
      missingCost: this.#missingCost,
    });
    try {
      const began = clockOf(search, this.#options);
      const root = this.#relax(master);
      const rootTime = clockOf(search, this.#options) - began;
      if (!root) return;
      search.rootDuals = (root.centre ?? root.point).rowDuals;
      this.#round(master, root.point);
      if (!this.#done())
        diveFrom(search, { master, point: root.point, effort: 'low', noise: 0, cutoff: search.cost });
      if ((search.score?.cover ?? 0) > 0) this.#boundCover();
      new Improvement(search, { master, root, missingCost: this.#missingCost, rootTime }).run(this.#options);
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

  /** Everyone who may takes their part of the hint, then all are polished. */
  #takeHint(cells: Cells | undefined): void {
    const state = cells && this.#search.best?.copy();
    if (!state) return;
    for (const column of this.#search.columnsOf(cells)) state.set(column.person, column);
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
    if (!search.firstDuals) this.#seeThatAllHaveRosters();
    const centre = this.#centre(master, onBound);
    if (!centre) return undefined;
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

  #seeThatAllHaveRosters(): void {
    const nought = new Float64Array(this.#search.split.rows.length);
    const search = this.#search;
    // Where all costs are alike the cheapest takes long to tell, and any will do.
    const without = this.#everyone.filter(
      (person) =>
        search.priceRoughly(person, nought).rosters.length === 0 &&
        search.price(person, nought, { count: 1 }).rosters.length === 0,
    );
    if (without.length > 0) throw new NoRoster(without);
  }

  /** Duals to start from: those of the relaxation before the last rows, else by ascent. */
  #centre(master: Master, onBound: (bound: number) => void): Ascent | undefined {
    const search = this.#search;
    const known = search.firstDuals;
    if (known) {
      const rowDuals = Float64Array.from(search.split.rows, (_, row) => known[row] ?? 0);
      return boundAt(search, master, { rowDuals }, { fixed: undefined, changed: () => true });
    }
    const iterations = this.#options.ascentSteps ?? ASCENT_STEPS;
    const centre = ascend(search, master, { iterations, target: search.cost, onBound });
    for (const pricer of search.pricers) pricer.forget();
    return centre;
  }

  /** What no roster can cover: the relaxation once more, with cover alone having a price. */
  #boundCover(): void {
    const search = this.#search;
    const weights = { hard: 1000, cover: 1, soft: 0 };
    const result = splitProblem(search.split.problem, weights, this.#splitting);
    if (!result.ok) return;
    const alone = new Search({
      ...search.input,
      split: result.split,
      onIncumbent: () => {},
      onBound: () => {},
    });
    const free = this.#everyone;
    const base = Float64Array.from(result.split.rows, (row) => row.offset);
    const hard = weights.hard * search.input.leastHard;
    const missingCost = 10_000 + 2 * hard;
    const master = new Master(search.highs, { split: result.split, free, base, missingCost });
    try {
      for (const person of free) {
        const shifts = search.best?.columnOf(person)?.shifts;
        if (shifts) master.add([alone.pool.add(person, shifts, 0).column]);
      }
      const most = search.score?.cover ?? Number.POSITIVE_INFINITY;
      const { bound } = generateColumns(alone, master, { rounds: 300, cutoff: most + hard });
      search.leastCover = Math.min(most, Math.max(0, Math.ceil(bound - SLACK) - hard));
    } finally {
      master.dispose();
    }
    search.steps += alone.steps;
    search.repeatBound();
  }

  /** The heaviest column of each person, polished. */
  #round(master: Master, point: MasterPoint): void {
    const state = RosterState.of(this.#search.split, heaviestColumns(point));
    if (!wholeRosters(master, point)) polish(this.#search, state, this.#everyone);
    this.#search.offer(state);
  }
}
