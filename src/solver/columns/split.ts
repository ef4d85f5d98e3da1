/**
 * Splits a problem into what lies within one person's roster and the counters that tie people together. Counters over
 * the same cells become one curve. Reads shapes only, and keeps their costs in one scale: soft at its weight, cover at
 * `coverWeight`, hard as forbidden within a person and at `hardWeight` between people.
 */

import { runLine } from '../../constraints/run-amount.ts';
import type { CounterTerm, Problem } from '../../constraints/shapes.ts';
import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { joinRows, linkRows, type MergedCounter } from './link-rows.ts';
import { curveAt, type PriceCurve, type PricePart } from './price-curve.ts';
import type {
  Clashes,
  LevelWeights,
  OwnCounter,
  OwnGroups,
  OwnRun,
  PersonModel,
  SplitProblem,
} from './split-problem.ts';

export type SplitResult =
  | { readonly ok: true; readonly split: SplitProblem }
  | { readonly ok: false; readonly reason: string };

export interface SplitOptions {
  /** Become rows of the master although they are one person's: their price is a multiplier, the relaxation a little weaker. */
  readonly asRows?: ReadonlySet<CounterTerm>;
  /** People who have no roster within their own hard rules: what they break is priced as it is between people. */
  readonly yielding?: ReadonlySet<number>;
}

/** Refuses (`negative-coefficient`) what the pricing cannot carry exactly. */
export function splitProblem(
  problem: Problem,
  weights: LevelWeights,
  { asRows = new Set(), yielding = new Set() }: SplitOptions = {},
): SplitResult {
  return new Splitter(problem, weights, yielding).run(asRows);
}

/** With further counters over several people, each a row of its own. People stay as they are. */
export function withCounters(
  split: SplitProblem,
  counters: readonly CounterTerm[],
  weights: LevelWeights,
): SplitProblem {
  const problem = { ...split.problem, counters: [...split.problem.counters, ...counters] };
  const merged = counters.map((term): MergedCounter => {
    const { level, weight } = problem.rules[term.rule] ?? { level: 'hard', weight: 1 };
    return { term, curve: [{ price: term.price, weight: weight * weights[level] }] };
  });
  return { ...split, problem, ...joinRows(split, linkRows(problem, merged, split.people, weights.hard)) };
}

interface Draft {
  readonly cellCost: Float64Array;
  constant: number;
  readonly counters: OwnCounter[];
  readonly groups: OwnGroups[];
  readonly runs: OwnRun[];
}

class Splitter {
  readonly #problem: Problem;
  readonly #weights: LevelWeights;
  readonly #yielding: ReadonlySet<number>;
  readonly #drafts: Draft[];
  readonly #arrayIds = new Map<string, number>();
  readonly #arrayIdOf = new Map<Int32Array, number>();

  constructor(problem: Problem, weights: LevelWeights, yielding: ReadonlySet<number>) {
    this.#problem = problem;
    this.#weights = weights;
    this.#yielding = yielding;
    this.#drafts = Array.from({ length: problem.people }, () => ({
      cellCost: new Float64Array(problem.shifts),
      constant: 0,
      counters: [],
      groups: [],
      runs: [],
    }));
  }

  run(asRows: ReadonlySet<CounterTerm>): SplitResult {
    this.#addMasks();
    const linking: MergedCounter[] = [];
    for (const counter of this.#mergedCounters()) {
      const owner = soleOwner(counter);
      if (owner === undefined || asRows.has(counter.term)) linking.push(counter);
      else if (!this.#addOwnCounter(owner, counter)) return { ok: false, reason: 'negative-coefficient' };
    }
    this.#addRuns();
    this.#addGroups();
    const people = this.#drafts.map(
      (draft, person): PersonModel => ({ ...draft, person, shifts: allowedShifts(draft.cellCost) }),
    );
    const { rows, cellRows } = linkRows(this.#problem, linking, people, this.#weights.hard);
    return { ok: true, split: { problem: this.#problem, people, clashes: this.#clashes(), rows, cellRows } };
  }

  #draft(person: number): Draft {
    return this.#drafts[person] as Draft;
  }

  #weightOf(rule: number): number {
    const found = this.#problem.rules[rule];
    if (!found || found.level === 'hard') return Number.POSITIVE_INFINITY;
    return found.weight * this.#weights[found.level];
  }

  /** Of what is the person's own. */
  #ownWeight(person: number, weight: number): number {
    return this.#yielding.has(person) ? Math.min(weight, this.#weights.hard) : weight;
  }

  #addMasks(): void {
    for (const { rule, blocks, amount } of this.#problem.masks) {
      const cost = this.#weightOf(rule) * amount;
      for (const { people, shifts } of blocks) {
        for (const person of people) {
          const costs = this.#draft(person).cellCost;
          for (const shift of shifts) costs[shift] = realAt(costs, shift) + cost;
        }
      }
    }
  }

  #mergedCounters(): Iterable<MergedCounter> {
    const merged = new Map<string, MergedCounter>();
    for (const counter of this.#problem.counters) {
      const part: PricePart = { price: counter.price, weight: this.#weightOf(counter.rule) };
      const key = this.#cellsKey(counter);
      const known = merged.get(key);
      if (known) known.curve.push(part);
      else merged.set(key, { term: counter, curve: [part] });
    }
    return merged.values();
  }

  #cellsKey({ blocks, offset }: CounterTerm): string {
    const keys = blocks.map(
      (block) =>
        `${this.#arrayId(block.people)}.${this.#arrayId(block.shifts)}.${this.#arrayId(block.coefficients)}`,
    );
    return `${keys.sort().join(' ')}+${offset}`;
  }

  /** Equal arrays get the same number. */
  #arrayId(array: Int32Array): number {
    const known = this.#arrayIdOf.get(array);
    if (known !== undefined) return known;
    const text = array.join();
    const id = this.#arrayIds.get(text) ?? this.#arrayIds.size;
    this.#arrayIds.set(text, id);
    this.#arrayIdOf.set(array, id);
    return id;
  }

  #addOwnCounter(person: number, { term, curve: plain }: MergedCounter): boolean {
    const draft = this.#draft(person);
    const curve = plain.map(({ price, weight }) => ({ price, weight: this.#ownWeight(person, weight) }));
    const shifts: number[] = [];
    const coefficients: number[] = [];
    for (const block of term.blocks) {
      if (block.people.length === 0) continue;
      block.shifts.forEach((shift, index) => {
        const coefficient = intAt(block.coefficients, index);
        if (coefficient === 0 || draft.cellCost[shift] === Number.POSITIVE_INFINITY) return;
        shifts.push(shift);
        coefficients.push(coefficient);
      });
    }
    const base = curveAt(curve, term.offset);
    if (shifts.length === 0) {
      draft.constant += base;
    } else if (shifts.length === 1 && base < Number.POSITIVE_INFINITY) {
      const shift = numberAt(shifts, 0);
      const taken = curveAt(curve, term.offset + numberAt(coefficients, 0));
      draft.constant += base;
      draft.cellCost[shift] = realAt(draft.cellCost, shift) + taken - base;
    } else if (coefficients.some((coefficient) => coefficient < 0)) {
      return false;
    } else {
      draft.counters.push({
        term,
        shifts: Int32Array.from(shifts),
        coefficients: Int32Array.from(coefficients),
        offset: term.offset,
        curve,
      });
    }
    return true;
  }

  #addRuns(): void {
    for (const run of this.#problem.runs) {
      const turnsOn = new Uint8Array(this.#problem.shifts);
      for (const shift of run.shifts) turnsOn[shift] = 1;
      run.people.forEach((person, index) => {
        this.#draft(person).runs.push({
          turnsOn,
          line: runLine(run, index, this.#problem.days),
          weight: this.#ownWeight(person, this.#weightOf(run.rule)) * (run.amount ?? 1),
        });
      });
    }
  }

  #addGroups(): void {
    for (const { rule, people, groups, price } of this.#problem.groups ?? []) {
      for (const person of people) {
        const curve: PriceCurve = [{ price, weight: this.#ownWeight(person, this.#weightOf(rule)) }];
        this.#draft(person).groups.push({ groups, curve });
      }
    }
  }

  #clashes(): Clashes {
    const byShift = Array.from({ length: this.#problem.shifts }, () => new Map<number, number>());
    const add = (shift: number, other: number, cost: number): void => {
      const costs = byShift[shift] as Map<number, number>;
      costs.set(other, (costs.get(other) ?? 0) + cost);
    };
    for (const { rule, first, second, amount } of this.#problem.conflicts) {
      const weight = this.#weightOf(rule);
      first.forEach((one, index) => {
        const other = intAt(second, index);
        const cost = weight * intAt(amount, index);
        add(one, other, cost);
        add(other, one, cost);
      });
    }
    const starts = new Int32Array(byShift.length + 1);
    byShift.forEach((costs, shift) => {
      starts[shift + 1] = intAt(starts, shift) + costs.size;
    });
    const sorted = byShift.flatMap((costs) => [...costs].sort((a, b) => a[0] - b[0]));
    return {
      starts,
      others: Int32Array.from(sorted, (entry) => entry[0]),
      costs: Float64Array.from(sorted, (entry) => entry[1]),
    };
  }
}

/** The one person a counter is about; undefined when there are several. Without people at all, person 0. */
function soleOwner({ term }: MergedCounter): number | undefined {
  let owner: number | undefined;
  for (const { people } of term.blocks) {
    for (const person of people) {
      if (owner !== undefined && owner !== person) return undefined;
      owner = person;
    }
  }
  return owner ?? 0;
}

function allowedShifts(cellCost: Float64Array): Int32Array {
  const shifts: number[] = [];
  cellCost.forEach((cost, shift) => {
    if (cost < Number.POSITIVE_INFINITY) shifts.push(shift);
  });
  return Int32Array.from(shifts);
}
