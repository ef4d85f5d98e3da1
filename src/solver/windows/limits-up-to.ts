/**
 * A problem's limits as they fall to its first days: of every limit that reaches beyond them only the share of its open
 * cells up to there. A roster can then be made from the first day on without using up early what later days need.
 */

import type {
  CounterPrice,
  CounterTerm,
  GroupTerm,
  Problem,
  WeightedBlock,
} from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';

/** So much more than its share may be used up early of a limit that has no floor. */
const EARLY = 1.5;

/**
 * The same problem with its counters and groups cut to the days before `day`; those stay in it all the same.
 * @param leeway what they may be off their share by, in cells.
 */
export function limitsUpTo(problem: Problem, day: number, leeway: number): Problem {
  const cutter = new LimitCutter(problem, day, leeway);
  return {
    ...problem,
    counters: problem.counters.map((term) => cutter.counter(term)),
    groups: (problem.groups ?? []).flatMap((term) => cutter.groups(term)),
  };
}

class LimitCutter {
  readonly #problem: Problem;
  readonly #day: number;
  readonly #leeway: number;
  /** By cell: a hard rule shuts it. */
  readonly #shut: Uint8Array;

  constructor(problem: Problem, day: number, leeway: number) {
    this.#problem = problem;
    this.#day = day;
    this.#leeway = leeway;
    this.#shut = shutCells(problem);
  }

  counter(term: CounterTerm): CounterTerm {
    if (term.price.kind === 'square') return term;
    const { before, all, most } = this.#weights(term.blocks);
    if (before === all) return term;
    return { ...term, price: cutTo(term.price, { share: before / all, slack: this.#leeway * most }) };
  }

  /** Each person's by itself, since leave shuts different groups to each. */
  groups(term: GroupTerm): GroupTerm[] {
    const { price } = term;
    if (price.kind === 'square') return [term];
    return [...term.people].map((person) => {
      const open = term.groups.filter((group) => group.some((shift) => !this.#isShut(person, shift)));
      const before = open.filter((group) => group.some((shift) => this.#isBefore(shift)));
      if (before.length === open.length) return { ...term, people: Int32Array.of(person) };
      const cut = cutTo(price, { share: before.length / open.length, slack: this.#leeway, early: 1 });
      return { ...term, people: Int32Array.of(person), price: cut };
    });
  }

  /** What the open cells can add up to, those before the day alone and all. */
  #weights(blocks: readonly WeightedBlock[]): { before: number; all: number; most: number } {
    let before = 0;
    let all = 0;
    let most = 0;
    for (const { people, shifts, coefficients } of blocks) {
      for (const person of people) {
        for (let at = 0; at < shifts.length; at++) {
          const shift = intAt(shifts, at);
          if (this.#isShut(person, shift)) continue;
          const amount = Math.abs(intAt(coefficients, at));
          all += amount;
          if (this.#isBefore(shift)) before += amount;
          if (amount > most) most = amount;
        }
      }
    }
    return { before, all, most };
  }

  #isBefore(shift: number): boolean {
    return intAt(this.#problem.shiftDay, shift) < this.#day;
  }

  #isShut(person: number, shift: number): boolean {
    return this.#shut[person * this.#problem.shifts + shift] === 1;
  }
}

function shutCells({ people, shifts, masks, rules }: Problem): Uint8Array {
  const shut = new Uint8Array(people * shifts);
  for (const { rule, blocks } of masks) {
    if (rules[rule]?.level !== 'hard') continue;
    for (const block of blocks) {
      for (const person of block.people) {
        for (const shift of block.shifts) shut[person * shifts + shift] = 1;
      }
    }
  }
  return shut;
}

/** Never above the whole limit: what the first days may use too much of, the last ones would lack. */
function cutTo(
  { below, above }: CounterPrice & { kind: 'range' },
  { share, slack, early = EARLY }: { share: number; slack: number; early?: number },
): CounterPrice {
  const most = below === undefined ? share * early : share;
  return {
    kind: 'range',
    ...(below === undefined ? {} : { below: Math.floor(below * share - slack) }),
    ...(above === undefined ? {} : { above: Math.min(above, Math.ceil(above * most + slack)) }),
  };
}
