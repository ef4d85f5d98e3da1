/**
 * Every counter as four numbers, and for each cell the counters it moves. A group term adds one counter a person,
 * moved not by cells but by slots (see `slot-table.ts`).
 */

import type { CounterPrice, Problem } from '../../constraints/shapes.ts';
import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { CellTable } from './cells.ts';
import { COVER, levelIndex } from './levels.ts';

/** cost of value v = slope × (max(0, below − v) + max(0, v − above)) + curve × max(0, |v| − slack)², at the counter's level. */
export interface CounterTable {
  readonly count: number;
  /** Value when nothing is taken. */
  readonly offset: Float64Array;
  /** −∞ and ∞ where a bound is absent. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly slope: Float64Array;
  readonly curve: Float64Array;
  readonly slack: Float64Array;
  readonly level: Uint8Array;
  readonly rule: Int32Array;
  /** Counters of cell c are entries `start[c]` up to `start[c + 1]`. */
  readonly start: Int32Array;
  readonly counter: Int32Array;
  readonly coefficient: Int32Array;
  /** Cells of counter k are entries `cellStart[k]` up to `cellStart[k + 1]`. */
  readonly cellStart: Int32Array;
  readonly cells: Int32Array;
  readonly cellCoefficients: Int32Array;
}

/** Collects counters and their entries before they are laid out flat. */
class CounterDraft {
  readonly offset: number[] = [];
  readonly below: number[] = [];
  readonly above: number[] = [];
  readonly slope: number[] = [];
  readonly curve: number[] = [];
  readonly slack: number[] = [];
  readonly level: number[] = [];
  readonly rule: number[] = [];
  readonly entryCell: number[] = [];
  readonly entryCoefficient: number[] = [];
  readonly entryEnd: number[] = [];

  add(rule: { index: number; weight: number; level: number }, offset: number, price: CounterPrice): void {
    this.rule.push(rule.index);
    this.level.push(rule.level);
    this.offset.push(offset);
    this.below.push(price.kind === 'range' ? (price.below ?? -Infinity) : -Infinity);
    this.above.push(price.kind === 'range' ? (price.above ?? Infinity) : Infinity);
    this.slope.push(price.kind === 'range' ? rule.weight : 0);
    this.curve.push(price.kind === 'square' ? rule.weight * price.scale : 0);
    this.slack.push(price.kind === 'square' ? (price.slack ?? 0) : 0);
    this.entryEnd.push(this.entryCell.length);
  }

  enter(cell: number, coefficient: number): void {
    if (cell < 0 || coefficient === 0) return;
    this.entryCell.push(cell);
    this.entryCoefficient.push(coefficient);
    this.entryEnd[this.entryEnd.length - 1] = this.entryCell.length;
  }
}

/** Group counters come last, in the order of terms and then of each term's people. */
export function buildCounters(problem: Problem, cells: CellTable): CounterTable {
  const draft = new CounterDraft();
  const ruleOf = (index: number) => {
    const rule = problem.rules[index];
    return { index, weight: rule?.weight ?? 1, level: levelIndex(rule?.level ?? 'hard') };
  };
  for (const term of problem.counters) {
    draft.add(ruleOf(term.rule), term.offset, term.price);
    for (const block of term.blocks) {
      for (const p of block.people) {
        block.shifts.forEach((s, j) => {
          draft.enter(intAt(cells.at, p * cells.shifts + s), intAt(block.coefficients, j));
        });
      }
    }
  }
  addCoverMasks(problem, cells, draft);
  for (const term of problem.groups ?? []) {
    term.people.forEach(() => {
      draft.add(ruleOf(term.rule), 0, term.price);
    });
  }
  return layOut(draft, cells.count);
}

/** A mask at the cover level is rare enough to be a counter that should stay at nought. */
function addCoverMasks(problem: Problem, cells: CellTable, draft: CounterDraft): void {
  for (const mask of problem.masks) {
    const rule = problem.rules[mask.rule];
    if (rule?.level !== 'cover') continue;
    draft.add({ index: mask.rule, weight: rule.weight, level: COVER }, 0, { kind: 'range', above: 0 });
    for (const block of mask.blocks) {
      for (const p of block.people) {
        for (const s of block.shifts) draft.enter(intAt(cells.at, p * cells.shifts + s), mask.amount);
      }
    }
  }
}

function layOut(draft: CounterDraft, cellCount: number): CounterTable {
  const count = draft.rule.length;
  const entries = draft.entryCell.length;
  const cellStart = new Int32Array(count + 1);
  draft.entryEnd.forEach((end, k) => {
    cellStart[k + 1] = end;
  });
  const start = new Int32Array(cellCount + 1);
  for (const cell of draft.entryCell) start[cell + 1] = intAt(start, cell + 1) + 1;
  for (let c = 0; c < cellCount; c++) start[c + 1] = intAt(start, c + 1) + intAt(start, c);
  const fill = start.slice();
  const counter = new Int32Array(entries);
  const coefficient = new Int32Array(entries);
  for (let k = 0; k < count; k++) {
    for (let e = intAt(cellStart, k); e < intAt(cellStart, k + 1); e++) {
      const cell = numberAt(draft.entryCell, e);
      const place = intAt(fill, cell);
      fill[cell] = place + 1;
      counter[place] = k;
      coefficient[place] = numberAt(draft.entryCoefficient, e);
    }
  }
  return {
    count,
    offset: Float64Array.from(draft.offset),
    below: Float64Array.from(draft.below),
    above: Float64Array.from(draft.above),
    slope: Float64Array.from(draft.slope),
    curve: Float64Array.from(draft.curve),
    slack: Float64Array.from(draft.slack),
    level: Uint8Array.from(draft.level),
    rule: Int32Array.from(draft.rule),
    start,
    counter,
    coefficient,
    cellStart,
    cells: Int32Array.from(draft.entryCell),
    cellCoefficients: Int32Array.from(draft.entryCoefficient),
  };
}

/** What counter k costs at value v, at its level. */
export function counterCost(table: CounterTable, k: number, v: number): number {
  const under = Math.max(0, realAt(table.below, k) - v);
  const over = Math.max(0, v - realAt(table.above, k));
  const off = Math.max(0, Math.abs(v) - realAt(table.slack, k));
  return realAt(table.slope, k) * (under + over) + realAt(table.curve, k) * off * off;
}

/** Soft price of each cell taken, and what pins behind a hard mask cost in all. */
export function buildUnary(problem: Problem, cells: CellTable): { soft: Int32Array; wall: number } {
  const soft = new Int32Array(cells.count);
  let wall = 0;
  for (const mask of problem.masks) {
    const rule = problem.rules[mask.rule];
    if (!rule || rule.level === 'cover') continue;
    for (const block of mask.blocks) {
      for (const p of block.people) {
        for (const s of block.shifts) {
          const cell = intAt(cells.at, p * cells.shifts + s);
          if (cell < 0) continue;
          if (rule.level === 'soft') soft[cell] = intAt(soft, cell) + mask.amount * rule.weight;
          else wall += mask.amount * rule.weight;
        }
      }
    }
  }
  return { soft, wall };
}
