/**
 * Counters as rows. A range has slack below and above; a square has one column a unit of load, in [0, 1], whose slopes
 * rise: convex, so the units fill in order without a single whole-number column.
 */

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
    const level = programLevel(counters.level[k] as number);
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
    else if ((counters.curve[k] as number) > 0) addSquare(draft, k, sum);
    else addRange(draft, k, sum);
  }
}

function addRange({ model, builder }: Draft, k: number, sum: Sum): void {
  const { counters } = model;
  const below = counters.below[k] as number;
  const above = counters.above[k] as number;
  const cost = costAt(programLevel(counters.level[k] as number), counters.slope[k] as number);
  if (sum.least < below) {
    const under = builder.column(cost, Infinity);
    writeSum(builder, sum);
    builder.entry(under, 1);
    builder.row(below - sum.base, Infinity);
  }
  if (sum.most > above) {
    const over = builder.column(cost, Infinity);
    writeSum(builder, sum);
    builder.entry(over, -1);
    builder.row(-Infinity, above - sum.base);
  }
}

/** Values a counter can have are `least` plus multiples of the step its coefficients share. */
function addSquare({ model, builder }: Draft, k: number, sum: Sum): void {
  const { counters } = model;
  const level = programLevel(counters.level[k] as number);
  const step = sum.coefficients.reduce(greatestCommonDivisor, 0);
  builder.addConstant(level, counterCost(counters, k, sum.least));
  writeSum(builder, sum);
  for (let v = sum.least; v < sum.most; v += step) {
    const slope = counterCost(counters, k, v + step) - counterCost(counters, k, v);
    builder.entry(builder.column(costAt(level, slope), 1), -step);
  }
  builder.row(sum.least - sum.base, sum.least - sum.base);
}

function writeSum(builder: Draft['builder'], sum: Sum): void {
  sum.columns.forEach((column, i) => {
    builder.entry(column, sum.coefficients[i] as number);
  });
}

function cellSum({ model, columnOf, cliques }: Draft, k: number): Sum {
  const { counters, cells } = model;
  let base = counters.offset[k] as number;
  const columns: number[] = [];
  const coefficients: number[] = [];
  const own = new Map<number, number>();
  const people = new Set<number>();
  for (let e = counters.cellStart[k] as number; e < (counters.cellStart[k + 1] as number); e++) {
    const cell = counters.cells[e] as number;
    const coefficient = counters.cellCoefficients[e] as number;
    const column = columnOf[cell] as number;
    if (column < 0) base += coefficient;
    else {
      columns.push(column);
      coefficients.push(coefficient);
      own.set(cell, coefficient);
      people.add(cells.person[cell] as number);
    }
  }
  let least = base;
  let most = base;
  const reach = (low: number, high: number): void => {
    least += low;
    most += high;
  };
  // At most one cell of a clique is taken, so a clique reaches no further than its furthest cell.
  for (const person of people) {
    for (const clique of cliques[person] ?? []) {
      const inside = [...clique].flatMap((cell) => own.get(cell) ?? []);
      for (const cell of clique) own.delete(cell);
      reach(Math.min(0, ...inside), Math.max(0, ...inside));
    }
  }
  for (const coefficient of own.values()) reach(Math.min(0, coefficient), Math.max(0, coefficient));
  return { base, columns, coefficients, least, most };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
