/**
 * What follows the first rosters: neighbourhoods by what they gain, whole dives, fresh starts when a valley is dry, and
 * the tree in between, until the bound is met or the search is over.
 */

import type { ColumnsOptions } from './columns-options.ts';
import { dive } from './dive.ts';
import { Enumeration } from './enumeration.ts';
import type { Generated } from './generation.ts';
import type { Master, MasterPoint } from './master.ts';
import { type Arm, createArms, resolve, UNTRIED } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import { RosterState } from './roster-state.ts';
import type { Search } from './search.ts';
import { Tree } from './tree.ts';
import type { Effort } from './walk.ts';

/** Share of the time that the tree may take, by how large the gap still is in proportion to the cost. */
const TREE_SHARES = [
  { gap: 0.01, share: 0.75 },
  { gap: 0.1, share: 0.2 },
];
const TREE_BRANCHES = 4;
/** With more left, far too many rosters could still be better. */
const WIDEST_GAP_TO_LIST = 0.1;
/** Neighbourhoods without gain before a fresh start, and how far above the best that may land, in gaps. */
const DRY_AFTER = 15;
const RESTART_GAPS = 3;
/** Chance of any arm instead of the best one; how fast gains fade. */
const ANY_ARM = 0.3;
const FADING = 0.7;

export interface ImprovementInput {
  readonly master: Master;
  /** Where dives and the tree start. */
  readonly root: Generated;
  readonly missingCost: number;
}

export class Improvement {
  readonly #search: Search;
  readonly #input: ImprovementInput;
  readonly #arms: readonly Arm[];
  readonly #wholeDive = { rate: UNTRIED };
  #tree: Tree | undefined;
  /** The roster that neighbourhoods are taken of; not always the best. */
  #current: RosterState | undefined;
  #idle = 0;
  #effort: Effort = 'low';
  /** By the clock, or in steps where they are the budget. */
  #began = 0;
  #treeTime = 0;

  constructor(search: Search, input: ImprovementInput) {
    this.#search = search;
    this.#input = input;
    this.#arms = createArms(search);
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
    const now = (): number => (options.deadline === undefined ? this.#search.steps : options.clock());
    this.#began = now();
    const list = this.#toList(options);
    while (!this.#done()) {
      this.#takeOutside(options);
      if (this.#gap() < WIDEST_GAP_TO_LIST) list?.run();
      if (options.tree !== false) this.#walkTree(now);
      if (this.#idle > 0 && this.#idle % DRY_AFTER === 0) this.#restart();
      if (!this.#done()) this.#tryArm(now);
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
    const share = TREE_SHARES.find((one) => gap < one.gap)?.share ?? 0;
    const began = now();
    if (this.#treeTime >= share * (began - this.#began)) return;
    this.#tree ??= this.#plant();
    this.#tree.walk(TREE_BRANCHES);
    this.#treeTime += now() - began;
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

  #tryArm(now: () => number): void {
    const search = this.#search;
    const arm = this.#choose();
    const began = now();
    const best = search.cost;
    const before = this.#current?.cost() ?? Number.POSITIVE_INFINITY;
    if (this.#current && 'pick' in arm) this.#resolve(this.#current, arm);
    else this.#current = this.#dive({ noise: 0.3, cutoff: before }) ?? this.#current;
    const gain = before < Number.POSITIVE_INFINITY ? before - (this.#current?.cost() ?? before) : 1;
    const rate = Math.max(0, gain) / Math.max(1, now() - began);
    arm.rate = arm.rate === UNTRIED ? rate : FADING * arm.rate + (1 - FADING) * rate;
    this.#idle = search.cost < best ? 0 : this.#idle + 1;
  }

  #resolve(current: RosterState, arm: Arm): void {
    const { root, missingCost } = this.#input;
    const part = arm.pick(this.#search, current);
    const next = resolve(this.#search, current, part, { rowDuals: root.point.rowDuals, missingCost });
    if (!next) return;
    this.#current = next;
    this.#search.offer(next);
  }

  /** Mostly the arm with the best rate, untried ones first; any when nothing has gained for long. */
  #choose(): Arm | { rate: number } {
    const { random } = this.#search;
    const arms = [...this.#arms, this.#wholeDive];
    const any = this.#idle > arms.length || random.next() < ANY_ARM;
    const best = Math.max(...arms.map((arm) => arm.rate));
    const top = any ? arms : arms.filter((arm) => arm.rate === best);
    return top[random.below(top.length)] ?? this.#wholeDive;
  }
}

/** A dive from a point of the relaxation over everyone, polished and offered; undefined when it was cut off. */
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
  const columns = dive(search, master, point, { cutoff, share: 0.06, effort, noise, rounds: 12 });
  if (!columns) return undefined;
  const state = RosterState.of(search.split, columns);
  polish(search, state, [...search.split.people.keys()]);
  search.offer(state);
  return state;
}
