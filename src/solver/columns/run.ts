/**
 * The course of the column engine: starts by polish, root relaxation, a dive, then neighbourhoods, restarts and the tree
 * by turns, until the bound is met or the search is over.
 */

import type { Cells, CounterTerm } from '../../constraints/shapes.ts';
import { ascend } from './ascent.ts';
import type { ColumnsOptions } from './columns-options.ts';
import { dive, wholeRosters } from './dive.ts';
import { type Generated, generateColumns } from './generation.ts';
import { Master, type MasterPoint } from './master.ts';
import { createArms, resolve } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import type { Column } from './pool.ts';
import { RosterState } from './roster-state.ts';
import { Search, SLACK } from './search.ts';
import { splitProblem } from './split.ts';
import { Tree } from './tree.ts';

const STARTS = 3;
/** The tree may take one pricing in this many. */
const TREE_SHARE = 4;
const TREE_STEPS = 12;
const RESTART_AFTER = 12;
const RESTART_SLACK = 3;
const ASCENT_STEPS = 80;
const FIRST_COLUMNS_A_PERSON = 20;

/** One run over one split of the problem. */
export class Run {
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
      if (!this.#done()) this.#diveFrom(master, root.point, { noise: 0, cutoff: search.cost });
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

  /** A dive, polished; undefined when it was cut off. */
  #diveFrom(
    master: Master,
    point: MasterPoint,
    { noise, cutoff }: { noise: number; cutoff: number },
  ): RosterState | undefined {
    const search = this.#search;
    const columns = dive(search, master, point, { cutoff, share: 0.06, noise, rounds: 6 });
    if (!columns) return undefined;
    const state = RosterState.of(search.split, columns);
    polish(search, state, this.#everyone);
    search.offer(state);
    return state;
  }

  #improve(master: Master, root: MasterPoint): void {
    const search = this.#search;
    const { clock } = this.#options;
    const arms = createArms(search);
    const wholeDive = { name: 'dive', rate: 1e9 };
    let current = search.best?.copy();
    let idle = 0;
    let treeSteps = 0;
    let stale = 0;
    const tree = new Tree(search, master, search.bound);
    while (!this.#done()) {
      if (
        idle > 8 &&
        treeSteps * TREE_SHARE < search.steps &&
        search.cost - search.bound < 0.1 * Math.abs(search.cost)
      ) {
        const before = search.steps;
        tree.walk(TREE_STEPS);
        treeSteps += search.steps - before;
      }
      if (this.#done()) break;
      this.#takeOutside(this.#options.takeIncumbent?.());
      if (search.best && (!current || search.cost < current.cost())) current = search.best.copy();
      stale++;
      if (current && stale > RESTART_AFTER) {
        // A fresh valley: a dive that need not beat the best, or the best again when there is none.
        const cutoff = search.cost + Math.max(2, RESTART_SLACK * (search.cost - search.bound));
        current = this.#diveFrom(master, root, { noise: 0.5, cutoff }) ?? search.best?.copy();
        stale = 0;
      }
      const arm = this.#choose([...arms, wholeDive], idle);
      const began = this.#options.deadline === undefined ? search.steps : clock();
      const before = search.cost;
      if (arm.name === 'dive' || !current || !('pick' in arm)) {
        this.#diveFrom(master, root, { noise: 0.3, cutoff: search.cost });
      } else {
        const next = resolve(search, current, arm.pick(search, current), {
          rowDuals: root.rowDuals,
          missingCost: this.#missingCost,
        });
        if (next && next.cost() < current.cost()) stale = 0;
        if (next) current = next;
        if (next) search.offer(next);
      }
      const now = this.#options.deadline === undefined ? search.steps : clock();
      const gain = Number.isFinite(before) ? before - search.cost : 1;
      const rate = gain / Math.max(1, now - began);
      arm.rate = arm.rate > 1e8 ? rate : 0.7 * arm.rate + 0.3 * rate;
      idle = gain > 0 ? 0 : idle + 1;
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
