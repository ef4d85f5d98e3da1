/**
 * The score of a problem for given cells, by plain loops over the shapes. It knows no rule and keeps no state: slow and
 * obvious on purpose, it is what every faster count is held against.
 */

import { lineAmount, runLine } from './run-amount.ts';
import type {
  Block,
  Cells,
  ConflictTerm,
  CounterPrice,
  CounterTerm,
  GroupTerm,
  Level,
  MaskTerm,
  Problem,
  RunTerm,
  Score,
} from './shapes.ts';

export interface ScoredCells {
  readonly score: Score;
  /** Cost by rule index: amount × the rule's weight. */
  readonly byRule: Float64Array;
}

/** Exact while every sum stays below 2^53. `cells` may come in any order; a cell given twice counts once. */
export function scoreOf(problem: Problem, cells: Cells): ScoredCells {
  const taken = new Uint8Array(problem.people * problem.shifts);
  for (const cell of cells) taken[cell] = 1;

  const amounts = new Float64Array(problem.rules.length);
  const add = (rule: number, amount: number): void => {
    amounts[rule] = (amounts[rule] ?? 0) + amount;
  };
  for (const term of problem.masks) add(term.rule, maskAmount(problem, term, taken));
  for (const term of problem.conflicts) add(term.rule, conflictAmount(problem, term, taken));
  for (const term of problem.counters)
    add(term.rule, priceOf(term.price, counterValue(problem, term, taken)));
  for (const term of problem.runs) add(term.rule, runAmount(problem, term, taken));
  for (const term of problem.groups ?? []) add(term.rule, groupAmount(problem, term, taken));

  const score: Record<Level, number> = { hard: 0, cover: 0, soft: 0 };
  const byRule = amounts.map((amount, i) => amount * (problem.rules[i]?.weight ?? 0));
  problem.rules.forEach((rule, i) => {
    score[rule.level] += byRule[i] ?? 0;
  });
  return { score, byRule };
}

export function priceOf(price: CounterPrice, value: number): number {
  if (price.kind === 'square') return price.scale * Math.max(0, Math.abs(value) - (price.slack ?? 0)) ** 2;
  return Math.max(0, (price.below ?? value) - value) + Math.max(0, value - (price.above ?? value));
}

function* takenCells(problem: Problem, block: Block, taken: Uint8Array): Generator<number> {
  for (const person of block.people) {
    for (let j = 0; j < block.shifts.length; j++) {
      if (taken[person * problem.shifts + (block.shifts[j] ?? 0)]) yield j;
    }
  }
}

function maskAmount(problem: Problem, term: MaskTerm, taken: Uint8Array): number {
  let count = 0;
  for (const block of term.blocks) for (const _ of takenCells(problem, block, taken)) count++;
  return count * term.amount;
}

function conflictAmount(problem: Problem, term: ConflictTerm, taken: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < term.first.length; i++) {
    for (let row = 0; row < taken.length; row += problem.shifts) {
      if (taken[row + (term.first[i] ?? 0)] && taken[row + (term.second[i] ?? 0)])
        total += term.amount[i] ?? 0;
    }
  }
  return total;
}

function counterValue(problem: Problem, term: CounterTerm, taken: Uint8Array): number {
  let value = term.offset;
  for (const block of term.blocks) {
    for (const j of takenCells(problem, block, taken)) value += block.coefficients[j] ?? 0;
  }
  return value;
}

function runAmount(problem: Problem, term: RunTerm, taken: Uint8Array): number {
  let total = 0;
  term.people.forEach((person, i) => {
    const line = runLine(term, i, problem.days);
    const on = line.fixedOn.slice();
    for (const shift of term.shifts) {
      if (taken[person * problem.shifts + shift]) on[problem.shiftDay[shift] ?? 0] = 1;
    }
    total += lineAmount(line, (day) => on[day] === 1);
  });
  return total * (term.amount ?? 1);
}

function groupAmount(problem: Problem, { people, groups, price }: GroupTerm, taken: Uint8Array): number {
  let total = 0;
  for (const person of people) {
    const row = person * problem.shifts;
    const touched = groups.filter((group) => group.some((shift) => taken[row + shift])).length;
    total += priceOf(price, touched);
  }
  return total;
}
