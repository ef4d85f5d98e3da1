/** What every part of the search shares: the split problem, the pricers, the pool, the clock and the best roster. */

import type { Highs } from 'highs';
import { scoreOf } from '../../constraints/score.ts';
import { type Cells, type CounterTerm, compareScores, type Score } from '../../constraints/shapes.ts';
import type { Random } from '../../kernel/random.ts';
import { LayersRoom } from './count-layers.ts';
import { cellPrice } from './link-rows.ts';
import { type Column, ColumnPool } from './pool.ts';
import type { PricedRoster, PricerShape, PricingResult } from './priced-roster.ts';
import { Pricer } from './pricer.ts';
import { rosterCost } from './roster-cost.ts';
import { columnsOfCells, RosterState } from './roster-state.ts';
import type { SplitProblem } from './split-problem.ts';
import { type PricingInput, TAKEN } from './walk.ts';

/** Rounding of a bound: costs are whole, so a bound of 606.0000001 proves 607 unless this close to 606. */
export const SLACK = 1e-5;

export interface SearchInput {
  readonly highs: Highs;
  readonly split: SplitProblem;
  readonly random: Random;
  /** True when time or steps are used up, or the caller asks to stop. */
  readonly over: () => boolean;
  /** Seconds a single linear program may take. */
  readonly secondsLeft: () => number;
  /** Units of hard rules that no roster can do without. */
  readonly leastHard: number;
  /** See `ColumnsOptions`. */
  readonly settle?: (cells: Cells) => Cells;
  readonly onIncumbent: (cells: Cells, score: Score) => void;
  readonly onBound: (value: number) => void;
}

export class Search {
  readonly highs: Highs;
  readonly split: SplitProblem;
  readonly random: Random;
  readonly pool: ColumnPool;
  readonly pricers: readonly Pricer[];
  /** By person, by shift: the pinned cells; undefined for people without pins. */
  readonly pinned: readonly (Uint8Array | undefined)[];
  readonly over: () => boolean;
  readonly secondsLeft: () => number;
  readonly input: SearchInput;
  #best: { state: RosterState; score: Score; cost: number } | undefined;
  #bound = Number.NEGATIVE_INFINITY;
  /** Pricings and linear programs done, for step budgets. */
  steps: number;

  /** @param before a search over the same people without the last rows, of which what it found is taken over. */
  constructor(input: SearchInput, before?: Search) {
    this.input = input;
    this.highs = input.highs;
    this.split = input.split;
    this.random = input.random;
    this.over = input.over;
    this.secondsLeft = input.secondsLeft;
    this.leastCover = before?.leastCover ?? 0;
    this.steps = before?.steps ?? 0;
    this.firstDuals = before?.rootDuals;
    this.#bound = before?.bound ?? this.#bound;
    this.pool = new ColumnPool(input.split);
    this.pinned = pinnedCells(input.split);
    const shape = this.#shape();
    const room = new LayersRoom();
    this.pricers = before?.pricers ?? input.split.people.map((model) => new Pricer(model, shape, room));
    for (const person of before ? input.split.people.keys() : []) {
      for (const { shifts, cost } of before?.pool.of(person) ?? []) this.pool.add(person, shifts, cost);
    }
  }

  get best(): RosterState | undefined {
    return this.#best?.state;
  }

  /** Cost of the best roster in the split's scale, `Infinity` before there is one. */
  get cost(): number {
    return this.#best?.cost ?? Number.POSITIVE_INFINITY;
  }

  get score(): Score | undefined {
    return this.#best?.score;
  }

  get bound(): number {
    return this.#bound;
  }

  /** Duals of the relaxation without the last rows, where that was solved. */
  readonly firstDuals: Float64Array | undefined;
  /** Duals of the solved relaxation; absent before. */
  rootDuals: Float64Array | undefined;
  /** Units of cover that no roster can do without. */
  leastCover: number;

  /** In the one scale nothing is cheaper, and no roster leaves less uncovered: then none is better level by level. */
  get proven(): boolean {
    const { hard = Number.POSITIVE_INFINITY, cover = 0 } = this.#best?.score ?? {};
    return this.met && hard <= this.input.leastHard && cover <= this.leastCover;
  }

  /**
   * Whether the cheapest rosters of many people could not be told at some prices: then dives end early, branches take long,
   * and what is soon found is worth more than what is best.
   */
  get isRough(): boolean {
    return 2 * this.pricers.filter(({ gaveUp }) => gaveUp).length > this.pricers.length;
  }

  get met(): boolean {
    return this.cost <= Math.ceil(this.#bound - SLACK);
  }

  raiseBound(value: number): void {
    if (value <= this.#bound) return;
    this.#bound = value;
    this.input.onBound(value);
  }

  /** Tells the bound again after the least cover has become known. */
  repeatBound(): void {
    if (this.#bound > Number.NEGATIVE_INFINITY) this.input.onBound(this.#bound);
  }

  /** Takes the roster when the plain score says it is better; the engine's own sums are not trusted for that. */
  offer(state: RosterState): boolean {
    if (!state.complete || state.cost() >= this.cost) return false;
    const cells = state.cells();
    const { score } = scoreOf(this.split.problem, cells);
    if (this.#best && compareScores(score, this.#best.score) >= 0) return false;
    this.#best = { state: state.copy(), score, cost: state.cost() };
    this.input.onIncumbent(cells, score);
    return true;
  }

  /** Undefined when someone's part breaks that person's hard rules. */
  stateOf(cells: Cells): RosterState | undefined {
    const state = RosterState.of(this.split, this.columnsOf(cells));
    return state.complete && this.#keepsPins(cells) ? state : undefined;
  }

  /**
   * The roster annealed, offered; undefined where nobody anneals, dives and neighbourhoods do better alone, or someone's part
   * then breaks that person's hard rules.
   */
  settled(state: RosterState): RosterState | undefined {
    const cells = this.isRough ? this.input.settle?.(state.cells()) : undefined;
    const settled = cells && this.stateOf(cells);
    if (settled) this.offer(settled);
    return settled;
  }

  /** Without the people whose part breaks their hard rules. */
  columnsOf(cells: Cells): Column[] {
    const shape = this.#shape();
    const price = (person: number, shifts: Int32Array): number => {
      const { model } = this.pricers[person] as Pricer;
      return rosterCost(model, shape, shifts);
    };
    return columnsOfCells(this.split, cells, price, this.pool);
  }

  #keepsPins(cells: Cells): boolean {
    const taken = new Set(cells);
    return this.split.problem.pins.every((cell) => taken.has(cell));
  }

  /** Prices a person at row duals, reduced by what the rows pay. */
  price(person: number, rowDuals: Float64Array, asked: Omit<PricingInput, 'prices'>): PricingResult {
    return this.priceAt(person, { ...asked, prices: this.dualPrices(person, rowDuals) });
  }

  /** `fixed` must hold the pins too. */
  priceAt(person: number, asked: PricingInput): PricingResult {
    this.steps++;
    const pinned = this.pinned[person];
    const pricer = this.pricers[person] as Pricer;
    const result = pricer.price(pinned && !asked.fixed ? { ...asked, fixed: pinned } : asked);
    if (!result) throw new TooLarge(pricer.model.counters[pricer.heaviest]?.term);
    return result;
  }

  /** A bound only, from the counts carried already: see `PricingInput.relaxed`. */
  priceRoughly(person: number, rowDuals: Float64Array): PricingResult {
    return this.price(person, rowDuals, { count: 1, relaxed: true });
  }

  /** All rosters priced below `below`; undefined when there are more than `most` or more than can be looked through. */
  listWithin(person: number, rowDuals: Float64Array, below: number, most: number): Int32Array[] | undefined {
    this.steps++;
    const fixed = this.pinned[person];
    const prices = this.dualPrices(person, rowDuals);
    return (this.pricers[person] as Pricer).within(fixed ? { prices, fixed } : { prices }, below, most);
  }

  columnOf(person: number, roster: PricedRoster): Column {
    return this.pool.add(person, roster.shifts, roster.own).column;
  }

  dualPrices(person: number, rowDuals: Float64Array): Float64Array {
    const prices = new Float64Array(this.split.problem.shifts);
    for (const shift of (this.pricers[person] as Pricer).model.shifts)
      prices[shift] = cellPrice(this.split.cellRows, person * prices.length + shift, rowDuals);
    return prices;
  }

  #shape(): PricerShape {
    const { problem, clashes } = this.split;
    return { clashes, shiftDay: problem.shiftDay, days: problem.days };
  }
}

function pinnedCells({ problem, people }: SplitProblem): (Uint8Array | undefined)[] {
  const pinned: (Uint8Array | undefined)[] = people.map(() => undefined);
  for (const cell of problem.pins) {
    const person = Math.floor(cell / problem.shifts);
    const cells = pinned[person] ?? new Uint8Array(problem.shifts);
    cells[cell % problem.shifts] = TAKEN;
    pinned[person] = cells;
  }
  return pinned;
}

/** People who have no roster within their own hard rules. */
export class NoRoster extends Error {
  readonly people: readonly number[];

  constructor(people: readonly number[]) {
    super('no roster');
    this.name = 'NoRoster';
    this.people = people;
  }
}

/** A person's rules take more states than pricing can walk, unless `counter` becomes a shared row. */
export class TooLarge extends Error {
  readonly counter: CounterTerm | undefined;

  constructor(counter: CounterTerm | undefined) {
    super('too many states');
    this.name = 'TooLarge';
    this.counter = counter;
  }
}
