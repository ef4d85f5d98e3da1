/**
 * What follows the first rosters: neighbourhoods by what they gain, whole dives, fresh starts when a valley is dry, and
 * the tree in between, until the bound is met or the search is over.
 */

import type { ColumnsOptions } from './columns-options.ts';
import { dive } from './dive.ts';
import { Enumeration } from './enumeration.ts';
import type { Generated } from './generation.ts';
import type { Master, MasterPoint } from './master.ts';
import { createPicks, type Pick, resolve } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import { RosterState } from './roster-state.ts';
import type { Search } from './search.ts';
import { Tree } from './tree.ts';
import type { Effort } from './walk.ts';

/**
 * Share of the time that the tree may take, by how large the gap still is in proportion to the cost; and how many branches at
 * once. Where it is wide, a branch waits until the share has room for one more that takes as long as the last, or the root.
 */
const TREE_SHARES = [
  { gap: 0.01, share: 0.75, branches: 4, waits: false },
  { gap: 0.1, share: 0.2, branches: 4, waits: true },
];
/** Share of the time that annealing in between may take. */
const SETTLE_SHARE = 0.3;
/** With more left, far too many rosters could still be better. */
const WIDEST_GAP_TO_LIST = 0.1;
/** Neighbourhoods without gain before a fresh start, and how far above the best that may land, in gaps. */
const DRY_AFTER = 15;
const RESTART_GAPS = 3;
/** Chance of any way instead of the best one; how fast gains fade. */
const ANY_WAY = 0.3;
const FADING = 0.7;
/** The rate of a way not tried yet. */
const UNTRIED = 1e9;

/** One way from a roster to another, with what it has gained lately. */
interface Way {
  /** Undefined where it gave none. */
  from(current: RosterState): RosterState | undefined;
  /** Gain a second, fading; starts high so that every way is tried. */
  rate: number;
}

export interface ImprovementInput {
  readonly master: Master;
  /** Where dives and the tree start. */
  readonly root: Generated;
  readonly missingCost: number;
  /** What the root took, by the clock, or in steps where they are the budget. */
  readonly rootTime: number;
}

/** By the clock, or in steps where they are the budget. */
export function clockOf({ steps }: Search, { deadline, clock }: ColumnsOptions): number {
  return deadline === undefined ? steps : clock();
}

export class Improvement {
  readonly #search: Search;
  readonly #input: ImprovementInput;
  readonly #ways: readonly Way[];
  #tree: Tree | undefined;
  /** The roster that neighbourhoods are taken of; not always the best. */
  #current: RosterState | undefined;
  #idle = 0;
  /** What annealing gave or was given last. */
  #settled: RosterState | undefined;
  #settleTime = 0;
  #effort: Effort = 'low';
  /** By the clock, or in steps where they are the budget. */
  #began = 0;
  #treeTime = 0;
  /** Of the last walk. */
  #lastTime: number;

  constructor(search: Search, input: ImprovementInput) {
    this.#search = search;
    this.#input = input;
    this.#lastTime = input.rootTime;
    this.#ways = this.#createWays();
    this.#current = search.best?.copy();
  }

  run(options: ColumnsOptions): void {
    try {
      this.#improve(options);
    } finally {
      this.#tree?.dispose();
    }
  }

  #improve(options: ColumnsOptions): void {
    const now = (): number => clockOf(this.#search, options);
    this.#began = now();
    const list = this.#toList(options);
    while (!this.#done()) {
      this.#takeOutside(options);
      if (this.#gap() < WIDEST_GAP_TO_LIST) list?.run();
      if (options.tree !== false) this.#walkTree(now);
      if (this.#idle > 0 && this.#idle % DRY_AFTER === 0) this.#restart();
      this.#settle(now);
      if (!this.#done()) this.#tryWay(now);
    }
  }

  /** In proportion to the cost. */
  #gap(): number {
    const { cost, bound } = this.#search;
    return (cost - bound) / Math.abs(cost);
  }

  #toList({ tree }: ColumnsOptions): Enumeration | undefined {
    const { bound, centre } = this.#input.root;
    const shares = centre?.shares;
    if (tree === false || !shares) return undefined;
    return new Enumeration(this.#search, { bound, centre: { ...centre, shares } });
  }

  #done(): boolean {
    return this.#search.met || this.#search.over();
  }

  #takeOutside({ takeIncumbent }: ColumnsOptions): void {
    const cells = takeIncumbent?.();
    const state = cells && this.#search.stateOf(cells);
    if (state && this.#search.offer(state)) this.#current = state;
  }

  #walkTree(now: () => number): void {
    const gap = this.#gap();
    const may = TREE_SHARES.find((one) => gap < one.gap);
    const began = now();
    const next = may?.waits && this.#search.isRough ? this.#lastTime : 0;
    if (!may || this.#treeTime + next >= may.share * (began - this.#began)) return;
    this.#tree ??= this.#plant();
    this.#tree.walk(may.branches);
    this.#lastTime = now() - began;
    this.#treeTime += this.#lastTime;
  }

  #plant(): Tree {
    const { root, missingCost } = this.#input;
    return new Tree(this.#search, { centre: root.centre ?? root.point, missingCost });
  }

  /** By turns a fresh valley, from a dive that need not beat the best, and the best again. */
  #restart(): void {
    const search = this.#search;
    const cutoff = search.cost + Math.max(2, RESTART_GAPS * (search.cost - search.bound));
    const fresh = (this.#idle / DRY_AFTER) % 3 === 0 ? undefined : this.#dive({ noise: 0.5, cutoff });
    this.#current = fresh ?? search.best?.copy();
  }

  #dive({ noise, cutoff }: { noise: number; cutoff: number }): RosterState | undefined {
    const { master, root } = this.#input;
    // By turns soon, and at rosters that are often better.
    this.#effort = this.#effort === 'low' ? 'medium' : 'low';
    return diveFrom(this.#search, { master, point: root.point, effort: this.#effort, noise, cutoff });
  }

  /** What is new is annealed first: that is where most is gained soon. */
  #settle(now: () => number): void {
    const current = this.#current;
    if (!current || current === this.#settled || !this.#search.isRough || this.#done()) return;
    const began = now();
    if (this.#settleTime > SETTLE_SHARE * (began - this.#began)) return;
    const next = this.#search.settled(current);
    if (next && next.cost() < current.cost()) this.#current = next;
    this.#settled = this.#current;
    this.#settleTime += now() - began;
  }

  #createWays(): Way[] {
    const search = this.#search;
    const around = createPicks(search).map((pick) => (current: RosterState) => this.#resolve(current, pick));
    const whole = (current: RosterState): RosterState | undefined =>
      this.#dive({ noise: 0.3, cutoff: current.cost() });
    return [...around, whole].map((from) => ({ from, rate: UNTRIED }));
  }

  #tryWay(now: () => number): void {
    const search = this.#search;
    const current = this.#current;
    const began = now();
    const best = search.cost;
    if (!current) {
      this.#current = this.#dive({ noise: 0.3, cutoff: Number.POSITIVE_INFINITY });
    } else {
      const way = this.#choose();
      const next = way.from(current);
      const gain = next ? current.cost() - next.cost() : 0;
      const rate = Math.max(0, gain) / Math.max(1, now() - began);
      way.rate = way.rate === UNTRIED ? rate : FADING * way.rate + (1 - FADING) * rate;
      if (next && gain >= 0) this.#current = next;
    }
    this.#idle = search.cost < best ? 0 : this.#idle + 1;
  }

  #resolve(current: RosterState, pick: Pick): RosterState | undefined {
    const { root, missingCost } = this.#input;
    const next = resolve(this.#search, current, pick(current), {
      rowDuals: root.point.rowDuals,
      missingCost,
    });
    if (next) this.#search.offer(next);
    return next;
  }

  /** Mostly the way with the best rate, untried ones first; any when nothing has gained for long. */
  #choose(): Way {
    const { random } = this.#search;
    const any = this.#idle > this.#ways.length || random.next() < ANY_WAY;
    const best = Math.max(...this.#ways.map(({ rate }) => rate));
    const top = any ? this.#ways : this.#ways.filter(({ rate }) => rate === best);
    return top[random.below(top.length)] as Way;
  }
}

/** A dive from a point of the relaxation over everyone, polished, or settled where it was cut off, and offered; undefined when neither gave a roster. */
export function diveFrom(
  search: Search,
  {
    master,
    point,
    effort,
    noise,
    cutoff,
  }: { master: Master; point: MasterPoint; effort: Effort; noise: number; cutoff: number },
): RosterState | undefined {
  const { whole, columns } = dive(search, master, point, { cutoff, share: 0.06, effort, noise, rounds: 12 });
  if (!columns) return undefined;
  const state = RosterState.of(search.split, columns);
  if (!whole) return search.settled(state);
  polish(search, state, [...search.split.people.keys()]);
  search.offer(state);
  return state;
}
