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

/** The gap is halved until the first list has at most so many columns a person, and then grows by this. */
const FIRST_COLUMNS_A_PERSON = 40;
const GROWTH = 1.5;
const MOST_COLUMNS = 20_000;
/** A program seeks rosters that cost so much of the gap more than it proves, too: the best is often just beyond. */
const BEYOND = 0.25;
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

export class Enumeration {
  readonly #search: Search;
  readonly #root: Root;
  #triedAt = Number.POSITIVE_INFINITY;
  /** Below root + this there is no roster. */
  #closed = 0;
  /** Of rosters that take none but these columns, none costs less than `below`. */
  #settled: { readonly columns: ReadonlySet<Column>; readonly below: number } | undefined;

  constructor(search: Search, root: Root) {
    this.#search = search;
    this.#root = root;
  }

  /** Lists and settles as far as that goes; at once back where the gap is much what it was the last time. */
  run(): void {
    const search = this.#search;
    // Costs are whole, so a better roster costs at least one less.
    const widest = (): number => search.cost - 1 - this.#root.bound;
    if (!(widest() < SHRUNK * this.#triedAt)) return;
    this.#triedAt = widest();
    let gap = this.#closed > 0 ? GROWTH * this.#closed : widest();
    while (!search.met && !search.over()) {
      gap = Math.min(gap, widest());
      const columns = this.#columnsWithin(gap);
      if (columns) {
        if (!this.#settle(columns, gap)) return;
        gap *= GROWTH;
      } else {
        if (this.#closed > 0 || gap < LEAST_GAP) return;
        gap /= 2;
      }
    }
  }

  /** All that anybody may take; undefined when they are too many. */
  #columnsWithin(gap: number): Column[] | undefined {
    const { split, pool } = this.#search;
    const most = this.#closed > 0 ? MOST_COLUMNS : FIRST_COLUMNS_A_PERSON * split.people.length;
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
  #settle(columns: readonly Column[], gap: number): boolean {
    const search = this.#search;
    const { bound, centre } = this.#root;
    // The least cost that a roster with a column outside the list can have.
    const next = Math.floor(bound + gap + SLACK) + 1;
    const below = Math.min(search.cost, Math.ceil(next + BEYOND * gap));
    const fresh = this.#freshOf(columns, below);
    let found = search.cost;
    const raise = (value: number): void => search.raiseBound(Math.min(value, next, found));
    if (fresh?.length !== 0) {
      const rows = { rowDuals: centre.rowDuals, gap: below - 1 - bound + SLACK };
      const { program, constant, firstListed } = listProgram(search.split, { columns, fresh, ...rows });
      const until = search.secondsLeft() * (1 - SHARE);
      const { status } = solveMixed(search.highs, program, {
        seconds: Number.POSITIVE_INFINITY,
        nodes: MOST_NODES,
        below: below - 0.5 - constant,
        plain: true,
        absoluteGap: WHOLE_GAP,
        seed: 1,
        shouldStop: () => search.over() || search.secondsLeft() < until,
        onSolution: (values) => {
          const taken = columns.filter((_, index) => realAt(values, firstListed + index) > 0.5);
          const state = RosterState.of(search.split, taken);
          found = Math.min(found, state.cost());
          search.offer(state);
        },
        onBound: (value) => raise(value + constant - TOLERANCE),
      });
      search.steps += columns.length;
      if (status === 'limit') return false;
    }
    this.#closed = gap;
    this.#settled = { columns: new Set(columns), below: Math.min(below, found) };
    raise(next);
    return true;
  }

  /** Places of the columns of which a roster takes some that costs less than `below`; undefined where it need not. */
  #freshOf(columns: readonly Column[], below: number): number[] | undefined {
    const settled = this.#settled;
    if (!settled || below > settled.below) return undefined;
    return columns.flatMap((column, place) => (settled.columns.has(column) ? [] : [place]));
  }
}
