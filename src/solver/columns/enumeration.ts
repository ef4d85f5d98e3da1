/**
 * The proof by a list (Baldacci, Christofides and Mingozzi 2008): a roster that costs less than bound + gap takes of
 * nobody a column priced more than the gap above the person's cheapest. Where all such columns can be listed, one program
 * over them finds that roster or shows that there is none, with less effort than branching.
 */

import { realAt } from '../../kernel/typed-at.ts';
import { solveMixed } from '../highs-mip.ts';
import type { Centre } from './generation.ts';
import { listProgram } from './list-program.ts';
import type { Column } from './pool.ts';
import { rosterCost } from './roster-cost.ts';
import { RosterState } from './roster-state.ts';
import { type Search, SLACK } from './search.ts';

/** Columns in the first list, a person; later lists are so many times as long, up to the most. */
const FIRST_COLUMNS_A_PERSON = 40;
const GROWTH = 3;
const MOST_COLUMNS = 40_000;
/** A list is tried again when the gap has shrunk to this part of what it was. */
const SHRUNK = 0.6;
/** Gaps below this, in whole costs, are not halved further. */
const LEAST_GAP = 1;
/** Of the seconds left, for one program; and what a program may take where steps are the budget. */
const SHARE = 0.3;
const MOST_NODES = 3000;
/** Costs are whole, so a gap under one is none; the rest is HiGHS's own tolerance. */
const WHOLE_GAP = 0.999;
const TOLERANCE = 1e-4;

export interface Root {
  /** Duals that give the bound, with everyone's share of it. */
  readonly centre: Centre & { readonly shares: Float64Array };
  readonly bound: number;
}

interface Listed {
  readonly columns: readonly Column[];
  readonly gap: number;
}

export class Enumeration {
  readonly #search: Search;
  readonly #root: Root;
  #triedAt = Number.POSITIVE_INFINITY;
  /** Below root + this there is no roster. */
  #closed = 0;

  constructor(search: Search, root: Root) {
    this.#search = search;
    this.#root = root;
  }

  /** Lists and settles as far as that goes; at once back where the gap is much what it was the last time. */
  run(): void {
    const search = this.#search;
    const gap = search.cost - this.#root.bound;
    if (!(gap < SHRUNK * this.#triedAt)) return;
    this.#triedAt = gap;
    let most = FIRST_COLUMNS_A_PERSON * search.split.people.length;
    for (; most <= MOST_COLUMNS && !search.met && !search.over(); most *= GROWTH) {
      const listed = this.#list(most);
      if (listed && !this.#settle(listed)) return;
    }
  }

  /** What lies within the gap to the best roster, or within half of it and so on; undefined when nothing new does. */
  #list(most: number): Listed | undefined {
    const search = this.#search;
    const widest = search.cost - this.#root.bound;
    for (let gap = widest; gap > this.#closed && !search.over(); gap /= 2) {
      const columns = this.#columnsWithin(gap, most);
      if (columns) return { columns, gap };
      if (gap < LEAST_GAP) return undefined;
    }
    return undefined;
  }

  #columnsWithin(gap: number, most: number): Column[] | undefined {
    const { split, pool } = this.#search;
    const { rowDuals, shares } = this.#root.centre;
    const shape = { clashes: split.clashes, shiftDay: split.problem.shiftDay, days: split.problem.days };
    const columns: Column[] = [];
    for (const [person, model] of split.people.entries()) {
      const below = realAt(shares, person) + gap + SLACK;
      const listed = this.#search.listWithin(person, rowDuals, below, most - columns.length);
      if (!listed) return undefined;
      for (const shifts of listed)
        columns.push(pool.add(person, shifts, rosterCost(model, shape, shifts)).column);
    }
    return columns;
  }

  /** False when the program came to no end. */
  #settle({ columns, gap }: Listed): boolean {
    const search = this.#search;
    const { rowDuals } = this.#root.centre;
    const { program, constant, firstListed } = listProgram(search.split, { columns, rowDuals, gap });
    const past = this.#root.bound + gap;
    const raise = (value: number): void => search.raiseBound(Math.min(value, past, search.cost));
    const until = search.secondsLeft() * (1 - SHARE);
    const { status } = solveMixed(search.highs, program, {
      seconds: Number.POSITIVE_INFINITY,
      nodes: MOST_NODES,
      below: Math.min(search.cost, Math.ceil(past)) - 0.5 - constant,
      plain: true,
      absoluteGap: WHOLE_GAP,
      seed: 1,
      shouldStop: () => search.over() || search.secondsLeft() < until,
      onSolution: (values) => {
        const taken = columns.filter((_, index) => realAt(values, firstListed + index) > 0.5);
        search.offer(RosterState.of(search.split, taken));
      },
      onBound: (value) => raise(value + constant - TOLERANCE),
    });
    search.steps += columns.length;
    if (status === 'limit') return false;
    this.#closed = gap;
    raise(past);
    return true;
  }
}
