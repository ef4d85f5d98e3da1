/**
 * Branch and price: where the relaxation stays below the best roster, its likeliest values are tried both ways, the
 * branch with the lowest bound first, until every branch is at or above the best roster.
 */

import { agreesWith, type Fixed, wholeRosters } from './dive.ts';
import { type Generated, generateColumns } from './generation.ts';
import type { Master, MasterPoint } from './master.ts';
import type { Column } from './pool.ts';
import { RosterState } from './roster-state.ts';
import { type Search, SLACK } from './search.ts';
import { BARRED, TAKEN } from './walk.ts';

interface Branch {
  /** Decisions from the root, newest first. */
  readonly decision: Decision | undefined;
  readonly bound: number;
}

interface Decision {
  readonly person: number;
  readonly shift: number;
  readonly state: number;
  readonly before: Decision | undefined;
}

export class Tree {
  readonly #search: Search;
  readonly #master: Master;
  #open: Branch[];
  /** Lowest bound of a branch that could be neither closed nor parted. */
  #stuck = Number.POSITIVE_INFINITY;

  constructor(search: Search, master: Master, rootBound: number) {
    this.#search = search;
    this.#master = master;
    this.#open = [{ decision: undefined, bound: rootBound }];
  }

  /** Walks at most `branches`; leaves the master open to all columns. */
  walk(branches: number): void {
    for (let count = 0; count < branches && !this.#search.met && !this.#search.over(); count++)
      this.#expand();
    this.#master.restrict(() => true);
  }

  #expand(): void {
    const search = this.#search;
    const branch = this.#open.pop();
    if (!branch) {
      search.raiseBound(Math.min(search.cost, this.#stuck));
      return;
    }
    const fixed = this.#fixedBy(branch.decision);
    this.#master.restrict(agreesWith(fixed));
    const node = generateColumns(search, this.#master, {
      fixed,
      rounds: Number.POSITIVE_INFINITY,
      cutoff: search.cost,
      first: 'dual',
    });
    if (node.ended === 'over') {
      this.#insert(branch);
      return;
    }
    this.#settle(branch, node, fixed);
    // The last of the list is lowest only when rounded.
    const lowest = this.#open[this.#open.length - 1]?.bound ?? search.cost;
    search.raiseBound(Math.min(Math.ceil(lowest - SLACK), search.cost, this.#stuck));
  }

  /** Closes the branch, or parts it in two. */
  #settle(branch: Branch, node: Generated, fixed: Fixed): void {
    const search = this.#search;
    const bound = Math.max(branch.bound, node.bound);
    const whole = wholeRosters(this.#master, node.point);
    if (whole) search.offer(RosterState.of(search.split, whole));
    if (node.ended === 'infeasible' || Math.ceil(bound - SLACK) >= search.cost) return;
    const split = this.#undecided(node.point, fixed);
    if (!split) {
      // A whole point is a roster, offered above: nothing better is left here. Otherwise the branch stays unproven.
      if (!whole) this.#stuck = Math.min(this.#stuck, bound);
      return;
    }
    for (const state of [BARRED, TAKEN]) {
      this.#insert({ decision: { ...split, state, before: branch.decision }, bound });
    }
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

  #fixedBy(decision: Decision | undefined): Fixed {
    const { pinned, split } = this.#search;
    const fixed: Fixed = split.people.map((_, person) => pinned[person]?.slice());
    for (let one = decision; one; one = one.before) {
      const cells = fixed[one.person] ?? new Uint8Array(split.problem.shifts);
      cells[one.shift] = one.state;
      fixed[one.person] = cells;
    }
    return fixed;
  }

  /** The value nearest to one half. */
  #undecided(point: MasterPoint, fixed: Fixed): { person: number; shift: number } | undefined {
    const width = this.#search.split.problem.shifts;
    const values = new Map<number, number>();
    point.weights.forEach((weight, index) => {
      if (weight < SLACK) return;
      const { person, shifts } = this.#master.columns[index] as Column;
      for (const shift of shifts) {
        if (fixed[person]?.[shift] === TAKEN) continue;
        const cell = person * width + shift;
        values.set(cell, (values.get(cell) ?? 0) + weight);
      }
    });
    let best = -1;
    let distance = 0.5 - 10 * SLACK;
    for (const [cell, value] of values) {
      if (Math.abs(value - 0.5) >= distance) continue;
      distance = Math.abs(value - 0.5);
      best = cell;
    }
    return best < 0 ? undefined : { person: Math.floor(best / width), shift: best % width };
  }
}
