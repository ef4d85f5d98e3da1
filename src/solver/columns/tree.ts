/**
 * Branch and price: where the relaxation stays below the best roster, a value that is not whole is parted in two, the
 * branch with the lowest bound first, until every branch is at or above the best roster. Strong branching (Applegate,
 * Bixby, Chvátal and Cook 1995) chooses what to part: a few ways are tried on the columns at hand, and the one that
 * lifts both halves most is taken.
 */

import { type Decided, decide, type Part, type Parting, partings } from './branching.ts';
import { wholeRosters } from './dive.ts';
import { agreesWith } from './fixed.ts';
import { boundAt, type Centre, type Generated, generateColumns } from './generation.ts';
import { Master, type MasterPoint } from './master.ts';
import { RosterState } from './roster-state.ts';
import { type Search, SLACK } from './search.ts';

interface Branch {
  /** Decisions from the root, newest first. */
  readonly decision: Decision | undefined;
  readonly bound: number;
  /** Row duals that gave the bound, with each person's share of it before the newest decision. */
  readonly centre: Centre;
}

interface Decision {
  readonly part: Part;
  readonly before: Decision | undefined;
}

/** Columns a person that the tree begins with. */
const FIRST_COLUMNS_A_PERSON = 20;
/** Ways to part that are tried, at most and for so many rows of the master: larger programs take longer to try. */
const MOST_TRIALS = 10;
const ROWS_OF_TRIALS = 1000;

export class Tree {
  readonly #search: Search;
  readonly #master: Master;
  readonly #trials: number;
  #open: Branch[];
  /** Lowest bound of a branch that could be neither closed nor parted. */
  #stuck = Number.POSITIVE_INFINITY;

  /** @param centre row duals that give the root's bound. */
  constructor(search: Search, { centre, missingCost }: { centre: Centre; missingCost: number }) {
    this.#search = search;
    const free = [...search.split.people.keys()];
    const base = Float64Array.from(search.split.rows, (row) => row.offset);
    this.#master = new Master(search.highs, { split: search.split, free, base, missingCost, limited: true });
    for (const person of free)
      this.#master.add(search.pool.cheapest(person, centre.rowDuals, FIRST_COLUMNS_A_PERSON));
    this.#trials = Math.max(1, Math.min(MOST_TRIALS, Math.round(ROWS_OF_TRIALS / this.#master.rowCount)));
    this.#open = [{ decision: undefined, bound: search.bound, centre }];
  }

  dispose(): void {
    this.#master.dispose();
  }

  /** Walks at most `branches`. */
  walk(branches: number): void {
    for (let count = 0; count < branches && !this.#search.met && !this.#search.over(); count++)
      this.#expand();
  }

  #expand(): void {
    const search = this.#search;
    const branch = this.#open.pop();
    if (!branch) {
      search.raiseBound(Math.min(search.cost, this.#stuck));
      return;
    }
    const decided = this.#decided(branch.decision);
    this.#set(decided);
    const { fixed } = decided;
    const part = branch.decision?.part;
    const centre = boundAt(search, this.#master, branch.centre, {
      fixed,
      changed: (person) => part?.kind === 'cell' && part.person === person,
    });
    if (Math.ceil(centre.bound - SLACK) < search.cost) {
      const node = generateColumns(search, this.#master, {
        fixed,
        rounds: Number.POSITIVE_INFINITY,
        cutoff: search.cost,
        first: 'dual',
        centre,
      });
      if (node.ended === 'over') {
        this.#insert(branch);
        return;
      }
      this.#settle(branch, node, decided);
    }
    // The last of the list is lowest only when rounded.
    const lowest = this.#open[this.#open.length - 1]?.bound ?? search.cost;
    search.raiseBound(Math.min(Math.ceil(lowest - SLACK), search.cost, this.#stuck));
  }

  /** Closes the branch, or parts it in two. */
  #settle(branch: Branch, node: Generated, decided: Decided): void {
    const search = this.#search;
    const bound = Math.max(branch.bound, node.bound);
    const whole = wholeRosters(this.#master, node.point);
    if (whole) {
      const state = RosterState.of(search.split, whole);
      // Cheaper in the one scale and yet no better level by level: others of this branch may be, so it stays unproven.
      if (!search.offer(state)) this.#stuck = Math.min(this.#stuck, state.cost());
    }
    if (node.ended === 'infeasible' || Math.ceil(bound - SLACK) >= search.cost) return;
    const parting = this.#choose(node.point, decided);
    if (!parting) {
      // A whole point is a roster, offered above: nothing better is left here. Otherwise the branch stays unproven.
      if (!whole) this.#stuck = Math.min(this.#stuck, bound);
      return;
    }
    const centre = node.centre ?? branch.centre;
    for (const part of parting) this.#insert({ decision: { part, before: branch.decision }, bound, centre });
  }

  /** The parting whose halves both rise most, by the product of what they rise by; undefined at a whole point. */
  #choose(point: MasterPoint, decided: Decided): Parting | undefined {
    const { split } = this.#search;
    const ways = partings(split, point, decided, this.#trials);
    if (ways.length < 2) return ways[0];
    // What rises beyond the best roster is closed: more than that is worth no more.
    const gap = Math.max(1, this.#search.cost - point.value);
    const riseBy = (part: Part): number => {
      this.#set(decide(decided, part, split.problem.shifts));
      this.#search.steps++;
      const rise = this.#master.estimate(this.#search.secondsLeft()) - point.value;
      return Math.max(gap / 1000, Math.min(gap, rise));
    };
    let best: Parting | undefined;
    let most = 0;
    for (const way of ways) {
      if (this.#search.over()) break;
      const worth = riseBy(way[0]) * riseBy(way[1]);
      if (worth <= most) continue;
      most = worth;
      best = way;
    }
    return best ?? ways[0];
  }

  #set({ fixed, limits }: Decided): void {
    this.#master.restrict(agreesWith(fixed));
    this.#master.limit(limits);
  }

  /**
   * Keeps the branches by falling bound, so that the lowest is taken from the end. Costs are whole, so bounds that round
   * up to the same are equal; of equals the newest is taken, which goes down to whole rosters.
   */
  #insert(branch: Branch): void {
    let place = this.#open.length;
    const rounded = Math.ceil(branch.bound - SLACK);
    while (place > 0 && Math.ceil((this.#open[place - 1] as Branch).bound - SLACK) < rounded) place--;
    this.#open.splice(place, 0, branch);
  }

  #decided(last: Decision | undefined): Decided {
    const { pinned, split } = this.#search;
    let decided: Decided = { fixed: [...pinned], limits: new Map() };
    for (let one = last; one; one = one.before) decided = decide(decided, one.part, split.problem.shifts);
    return decided;
  }
}
