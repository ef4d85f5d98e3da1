/**
 * What follows the first rosters: neighbourhoods by what they gain, whole dives, fresh starts when a valley is dry, and
 * the tree in between, until the bound is met or the search is over.
 */

import type { ColumnsOptions } from './columns-options.ts';
import { dive } from './dive.ts';
import type { Master, MasterPoint } from './master.ts';
import { type Arm, createArms, resolve, UNTRIED } from './neighbourhoods.ts';
import { polish } from './polish.ts';
import { RosterState } from './roster-state.ts';
import type { Search } from './search.ts';
import { Tree } from './tree.ts';

/** Neighbourhoods without gain before the tree is walked too, and the share of pricings it may take. */
const IDLE_BEFORE_TREE = 8;
const TREE_SHARE = 0.25;
const TREE_STEPS = 12;
/** Only where the gap is small in proportion can the tree close it. */
const TREE_GAP = 0.1;
/** Neighbourhoods without gain before a fresh start, and how far above the best that may land, in gaps. */
const DRY_AFTER = 15;
const RESTART_GAPS = 3;
/** Chance of any arm instead of the best one; how fast gains fade. */
const ANY_ARM = 0.3;
const FADING = 0.7;

export interface ImprovementInput {
  readonly master: Master;
  /** Where dives start. */
  readonly root: MasterPoint;
  readonly missingCost: number;
}

export class Improvement {
  readonly #search: Search;
  readonly #input: ImprovementInput;
  readonly #arms: readonly Arm[];
  readonly #wholeDive = { rate: UNTRIED };
  readonly #tree: Tree;
  /** The roster that neighbourhoods are taken of; not always the best. */
  #current: RosterState | undefined;
  #idle = 0;
  #treeSteps = 0;

  constructor(search: Search, input: ImprovementInput) {
    this.#search = search;
    this.#input = input;
    this.#arms = createArms(search);
    this.#current = search.best?.copy();
    this.#tree = new Tree(search, input.master, search.bound);
  }

  run(options: ColumnsOptions): void {
    const now = (): number => (options.deadline === undefined ? this.#search.steps : options.clock());
    while (!this.#done()) {
      this.#takeOutside(options);
      this.#walkTree();
      if (this.#idle > 0 && this.#idle % DRY_AFTER === 0) this.#restart();
      if (!this.#done()) this.#tryArm(now);
    }
  }

  #done(): boolean {
    return this.#search.met || this.#search.over();
  }

  #takeOutside({ takeIncumbent }: ColumnsOptions): void {
    const cells = takeIncumbent?.();
    const state = cells && this.#search.stateOf(cells);
    if (state && this.#search.offer(state)) this.#current = state;
  }

  #walkTree(): void {
    const search = this.#search;
    const gap = search.cost - search.bound;
    if (this.#idle < IDLE_BEFORE_TREE || this.#treeSteps > TREE_SHARE * search.steps) return;
    if (!(gap < TREE_GAP * Math.abs(search.cost))) return;
    const before = search.steps;
    this.#tree.walk(TREE_STEPS);
    this.#treeSteps += search.steps - before;
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
    return diveFrom(this.#search, { master, point: root, noise, cutoff });
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
    const next = resolve(this.#search, current, part, { rowDuals: root.rowDuals, missingCost });
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
  { master, point, noise, cutoff }: { master: Master; point: MasterPoint; noise: number; cutoff: number },
): RosterState | undefined {
  const columns = dive(search, master, point, { cutoff, share: 0.06, noise, rounds: 12 });
  if (!columns) return undefined;
  const state = RosterState.of(search.split, columns);
  polish(search, state, [...search.split.people.keys()]);
  search.offer(state);
  return state;
}
