/**
 * Gathers one rule's terms in the form the problem promises: no cell in two blocks, no pair twice, equal arrays shared.
 * It knows the plan's order of people and shifts, and nothing of what the rule means.
 */

import type { Plan } from '../domain/plan.ts';
import { priceOf } from './score.ts';
import type { Block, ConflictTerm, CounterTerm, GroupTerm, MaskTerm, RunTerm } from './shapes.ts';
import type { TermSink } from './term-sink.ts';

/** The plan's people and shifts as indices. */
export class PlanIndices {
  readonly everyone: Int32Array;
  readonly allShifts: Int32Array;
  readonly #person: ReadonlyMap<string, number>;
  readonly #shift: ReadonlyMap<string, number>;

  constructor(plan: Plan) {
    this.everyone = Int32Array.from(plan.staff.keys());
    this.allShifts = Int32Array.from(plan.shifts.keys());
    this.#person = new Map(plan.staff.map((member, i) => [member.id, i]));
    this.#shift = new Map(plan.shifts.map((shift, i) => [shift.id, i]));
  }

  /** Throws `RangeError` for an id outside the plan: every id in a plan resolves. */
  person(staffId: string): number {
    return known(this.#person.get(staffId), staffId);
  }

  /** Throws like `person`. */
  shift(shiftId: string): number {
    return known(this.#shift.get(shiftId), shiftId);
  }

  cell(staffId: string, shiftId: string): number {
    return this.person(staffId) * this.allShifts.length + this.shift(shiftId);
  }
}

function known(index: number | undefined, id: string): number {
  if (index === undefined) throw new RangeError(`"${id}" is not in the plan`);
  return index;
}

export class RuleTerms implements TermSink {
  readonly everyone: Int32Array;
  readonly allShifts: Int32Array;
  readonly #counters: CounterTerm[] = [];
  readonly runs: RunTerm[] = [];
  readonly groups: GroupTerm[] = [];
  readonly #rule: number;
  readonly #indices: PlanIndices;
  readonly #masked = new Map<number, number>();
  readonly #pairs = new Map<number, number>();

  /** `staffIds`: whom the rule holds for; absent: everyone. */
  constructor(rule: number, indices: PlanIndices, staffIds?: readonly string[]) {
    this.#rule = rule;
    this.#indices = indices;
    this.everyone = staffIds ? Int32Array.from(staffIds, (id) => indices.person(id)) : indices.everyone;
    this.allShifts = indices.allShifts;
  }

  person(staffId: string): number {
    return this.#indices.person(staffId);
  }

  shift(shiftId: string): number {
    return this.#indices.shift(shiftId);
  }

  mask(people: Iterable<number>, shifts: Iterable<number>, amount = 1): void {
    const columns = [...shifts];
    for (const person of people) {
      for (const shift of columns) addTo(this.#masked, person * this.allShifts.length + shift, amount);
    }
  }

  conflict(a: number, b: number, amount = 1): void {
    if (a === b) throw new RangeError(`shift ${a} cannot conflict with itself`);
    addTo(this.#pairs, Math.min(a, b) * this.allShifts.length + Math.max(a, b), amount);
  }

  /** A counter that no cell moves and that costs nothing is left out. */
  counter({ blocks, offset = 0, price }: Parameters<TermSink['counter']>[0]): void {
    const cells = blocks.filter((block) => block.people.length > 0 && block.shifts.length > 0);
    if (cells.length === 0 && priceOf(price, offset) === 0) return;
    this.#counters.push({ rule: this.#rule, blocks: cells, offset, price });
  }

  run({ people, shifts, state, least, most, amount, fixed }: Parameters<TermSink['run']>[0]): void {
    const who = Int32Array.from(people);
    this.runs.push({
      rule: this.#rule,
      people: who,
      shifts: Int32Array.from(shifts),
      state,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      ...(amount === undefined ? {} : { amount }),
      before: who.map((person) => fixed?.get(person)?.before ?? -1),
      after: who.map((person) => fixed?.get(person)?.after ?? -1),
      fixedOn: Array.from(who, (person) => Int32Array.from(fixed?.get(person)?.on ?? [])),
    });
  }

  /** What cannot cost anything, whatever is taken, is left out. */
  group({ people, groups, price }: Parameters<TermSink['group']>[0]): void {
    const values = Array.from({ length: groups.length + 1 }, (_, value) => priceOf(price, value));
    if (values.every((cost) => cost === 0)) return;
    this.groups.push({
      rule: this.#rule,
      people: Int32Array.from(people),
      groups: groups.map((shifts) => Int32Array.from(shifts)),
      price,
    });
  }

  /** One term an amount, smallest first; people masked from the same shifts share a block. */
  masks(): MaskTerm[] {
    const rows = new Map<number, Map<number, number[]>>();
    for (const [cell, amount] of [...this.#masked].sort(([a], [b]) => a - b)) {
      const row = rows.get(amount) ?? new Map<number, number[]>();
      rows.set(amount, row);
      const person = Math.floor(cell / this.allShifts.length);
      const shifts = row.get(person);
      if (shifts) shifts.push(cell % this.allShifts.length);
      else row.set(person, [cell % this.allShifts.length]);
    }
    return [...rows]
      .sort(([a], [b]) => a - b)
      .map(([amount, row]) => ({ rule: this.#rule, blocks: blocksOf(row), amount }));
  }

  /** One term, or none when there is no pair, or when the rule does not hold for everyone: see `counters`. */
  conflicts(): ConflictTerm[] {
    const pairs = this.#sortedPairs();
    if (pairs.length === 0 || !this.#isForAll()) return [];
    return [
      {
        rule: this.#rule,
        first: Int32Array.from(pairs, ([pair]) => Math.floor(pair / this.allShifts.length)),
        second: Int32Array.from(pairs, ([pair]) => pair % this.allShifts.length),
        amount: Int32Array.from(pairs, ([, amount]) => amount),
      },
    ];
  }

  /** A conflict term is everyone's, so the pairs of a rule for some people are counters, one for each of them. */
  counters(): CounterTerm[] {
    if (this.#isForAll()) return this.#counters;
    const apart = this.#sortedPairs().map(([pair, amount]) => {
      const shifts = Int32Array.of(Math.floor(pair / this.allShifts.length), pair % this.allShifts.length);
      return { shifts, coefficients: Int32Array.of(amount, amount), above: amount };
    });
    const own = Array.from(this.everyone, (person) => Int32Array.of(person));
    return [
      ...this.#counters,
      ...own.flatMap((people) =>
        apart.map(
          ({ above, ...columns }): CounterTerm => ({
            rule: this.#rule,
            blocks: [{ people, ...columns }],
            offset: 0,
            price: { kind: 'range', above },
          }),
        ),
      ),
    ];
  }

  #isForAll(): boolean {
    return this.everyone === this.#indices.everyone;
  }

  #sortedPairs(): [pair: number, amount: number][] {
    return [...this.#pairs].sort(([a], [b]) => a - b);
  }
}

function addTo(totals: Map<number, number>, key: number, amount: number): void {
  if (!Number.isInteger(amount) || amount < 1)
    throw new RangeError(`an amount is a whole number ≥ 1, not ${amount}`);
  totals.set(key, (totals.get(key) ?? 0) + amount);
}

function blocksOf(shiftsByPerson: ReadonlyMap<number, readonly number[]>): Block[] {
  const people = new Map<string, { people: number[]; shifts: readonly number[] }>();
  for (const [person, shifts] of shiftsByPerson) {
    const alike = people.get(shifts.join());
    if (alike) alike.people.push(person);
    else people.set(shifts.join(), { people: [person], shifts });
  }
  return [...people.values()].map((block) => ({
    people: Int32Array.from(block.people),
    shifts: Int32Array.from(block.shifts),
  }));
}
