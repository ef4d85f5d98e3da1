/**
 * Counters as rows. A range has slack below and above; a square has one column a unit of load, in [0, 1], whose slopes
 * rise: convex, so the units fill in order without a single whole-number column.
 */

import { byteAt, intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import { counterCost } from '../model/counter-table.ts';
import { type Draft, programLevel } from './draft.ts';
import { addGroups } from './group-rows.ts';
import { costAt } from './program-builder.ts';

/** A counter as a sum: base + Σ coefficients × columns, between least and most. */
interface Sum {
  readonly base: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly least: number;
  readonly most: number;
}

export function addCounters(draft: Draft): void {
  const { counters } = draft.model;
  const groups = addGroups(draft);
  for (let k = 0; k < counters.count; k++) {
    const level = programLevel(byteAt(counters.level, k));
    if (level > draft.level) continue;
    const own = groups.get(k);
    const sum: Sum = own
      ? {
          ...own,
          coefficients: own.columns.map(() => 1),
          least: own.base,
          most: own.base + own.columns.length,
        }
      : cellSum(draft, k);
    if (sum.columns.length === 0) draft.builder.addConstant(level, counterCost(counters, k, sum.base));
    else if (realAt(counters.curve, k) > 0) addSquare(draft, k, sum);
    else addRange(draft, k, sum);
  }
}

function addRange({ model, builder }: Draft, k: number, sum: Sum): void {
  const { counters } = model;
  const below = realAt(counters.below, k);
  const above = realAt(counters.above, k);
  const cost = costAt(programLevel(byteAt(counters.level, k)), realAt(counters.slope, k));
  if (sum.least < below) {
    const under = builder.column(cost, below - sum.least);
    writeSum(builder, sum);
    builder.entry(under, 1);
    builder.row(below - sum.base, Infinity);
  }
  if (sum.most > above) {
    const over = builder.column(cost, sum.most - above);
    writeSum(builder, sum);
    builder.entry(over, -1);
    builder.row(-Infinity, above - sum.base);
  }
}

/**
 * Values a counter can have are `least` plus multiples of the step its coefficients share. Where only a bound is asked
 * for, units far from the best roster's value are drawn together under the slope of the nearest one kept: that
 * understates the price there, so the bound holds, and the program is many times smaller.
 */
function addSquare({ model, builder, near }: Draft, k: number, sum: Sum): void {
  const { counters } = model;
  const level = programLevel(byteAt(counters.level, k));
  const step = sum.coefficients.reduce(greatestCommonDivisor, 0);
  const slopeAt = (v: number): number => counterCost(counters, k, v + step) - counterCost(counters, k, v);
  const [first, last] = near ? windowOf(sum, step, realAt(near, k)) : [sum.least, sum.most];
  const below = (first - sum.least) / step;
  builder.addConstant(level, counterCost(counters, k, first) - below * slopeAt(first));
  writeSum(builder, sum);
  if (below > 0) builder.entry(builder.column(costAt(level, slopeAt(first)), below), -step);
  for (let v = first; v < last; v += step) builder.entry(builder.column(costAt(level, slopeAt(v)), 1), -step);
  const above = (sum.most - last) / step;
  if (above > 0) builder.entry(builder.column(costAt(level, slopeAt(last - step)), above), -step);
  builder.row(sum.least - sum.base, sum.least - sum.base);
}

/** Values within three of the largest coefficients from `value`, at least one step apart. */
function windowOf(sum: Sum, step: number, value: number): readonly [number, number] {
  const largest = sum.coefficients.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), step);
  const whole = (distance: number): number => Math.floor(distance / step) * step;
  const first = Math.max(sum.least, sum.least + whole(value - 3 * largest - sum.least));
  const last = Math.min(sum.most, sum.least + whole(value + 3 * largest - sum.least));
  return first < last ? [first, last] : [sum.least, sum.most];
}

function writeSum(builder: Draft['builder'], sum: Sum): void {
  sum.columns.forEach((column, i) => {
    builder.entry(column, numberAt(sum.coefficients, i));
  });
}

function cellSum({ model, columnOf, cliques }: Draft, k: number): Sum {
  const { counters, cells } = model;
  let base = realAt(counters.offset, k);
  const columns: number[] = [];
  const coefficients: number[] = [];
  const own = new Map<number, number[]>();
  for (let e = intAt(counters.cellStart, k); e < intAt(counters.cellStart, k + 1); e++) {
    const cell = intAt(counters.cells, e);
    const coefficient = intAt(counters.cellCoefficients, e);
    const column = intAt(columnOf, cell);
    if (column < 0) {
      base += coefficient;
      continue;
    }
    columns.push(column);
    coefficients.push(coefficient);
    const person = intAt(cells.person, cell);
    const entries = own.get(person);
    if (entries) entries.push(cell, coefficient);
    else own.set(person, [cell, coefficient]);
  }
  let least = base;
  let most = base;
  for (const [person, entries] of own) {
    const [low, high] = reachOf(entries, cliques[person] ?? []);
    least += low;
    most += high;
  }
  return { base, columns, coefficients, least, most };
}

/**
 * The least and most that one person's cells, given as cell and coefficient in turn, can add. At most one cell of a
 * clique is taken, so a clique reaches no further than its furthest cell.
 */
function reachOf(entries: readonly number[], cliques: readonly Int32Array[]): readonly [number, number] {
  const left = new Map<number, number>();
  for (let i = 0; i < entries.length; i += 2) left.set(numberAt(entries, i), numberAt(entries, i + 1));
  let least = 0;
  let most = 0;
  for (const clique of left.size > 1 ? cliques : []) {
    let low = 0;
    let high = 0;
    for (const cell of clique) {
      const coefficient = left.get(cell) ?? 0;
      low = Math.min(low, coefficient);
      high = Math.max(high, coefficient);
      left.delete(cell);
    }
    least += low;
    most += high;
  }
  for (const coefficient of left.values()) {
    least += Math.min(0, coefficient);
    most += Math.max(0, coefficient);
  }
  return [least, most];
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
