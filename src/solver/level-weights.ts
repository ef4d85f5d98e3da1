/**
 * One figure for local search out of four levels: soft counts as it is, and a unit of each higher level outweighs all
 * that one cell can do to the levels below it. Searching by it keeps the order of levels move by move; rosters are
 * still compared level by level, and the exact engine solves one level after another, so nothing rests on the figure.
 */

import { COVER, HARD, LEVEL_COUNT, SOFT, WALL } from './model/levels.ts';
import type { Model } from './model/model.ts';

/** Weights by level index, whole numbers. */
export function levelWeights(model: Model): Float64Array {
  const swing = largestSwing(model);
  const weights = new Float64Array(LEVEL_COUNT);
  weights[SOFT] = 1;
  weights[COVER] = 1 + (swing[SOFT] as number);
  weights[HARD] = 1 + (swing[SOFT] as number) + (weights[COVER] as number) * (swing[COVER] as number);
  weights[WALL] =
    1 +
    (swing[SOFT] as number) +
    (weights[COVER] as number) * (swing[COVER] as number) +
    (weights[HARD] as number) * (swing[HARD] as number);
  return weights;
}

/** By level index: the most one cell can move the level, with counters no higher than a person can make them. */
function largestSwing(model: Model): Float64Array {
  const { cells, counters, slots, unary, conflicts } = model;
  const swing = new Float64Array(LEVEL_COUNT);
  const highest = highestValues(model);
  const own = new Float64Array(LEVEL_COUNT);
  const add = (level: number, amount: number): void => {
    own[level] = (own[level] as number) + amount;
  };
  const stepOf = (k: number, step: number): number =>
    (counters.slope[k] as number) * step +
    (counters.curve[k] as number) * step * (2 * (highest[k] as number) + step);
  for (let c = 0; c < cells.count; c++) {
    own.fill(0);
    own[SOFT] = unary[c] as number;
    for (let e = counters.start[c] as number; e < (counters.start[c + 1] as number); e++) {
      const k = counters.counter[e] as number;
      add(counters.level[k] as number, stepOf(k, Math.abs(counters.coefficient[e] as number)));
    }
    for (let e = slots.start[c] as number; e < (slots.start[c + 1] as number); e++) {
      const slot = slots.slot[e] as number;
      if (slot < slots.groupSlots) {
        const k = slots.counter[slot] as number;
        add(counters.level[k] as number, stepOf(k, 1));
      } else {
        const line = Math.floor((slot - slots.groupSlots) / slots.lines.days);
        // Two runs that become one may be too long by one day more than the most.
        const most = Math.min(slots.lines.days, slots.lines.most[line] as number);
        const reach = Math.max(1, slots.lines.least[line] as number, most + 1);
        add(slots.lines.level[line] as number, reach * (slots.lines.weight[line] as number));
      }
    }
    own.forEach((amount, level) => {
      if (amount > (swing[level] as number)) swing[level] = amount;
    });
  }
  const dearest = new Float64Array(LEVEL_COUNT);
  conflicts.cost.forEach((cost, e) => {
    const level = conflicts.level[e] as number;
    dearest[level] = Math.max(dearest[level] as number, cost);
  });
  return swing.map((amount, level) => amount + (dearest[level] as number));
}

/** Highest |value| of each curved counter, when everyone takes at most one of its cells a day. */
function highestValues({ cells, counters, problem, slots }: Model): Float64Array {
  const highest = new Float64Array(counters.count);
  const dearest = new Map<number, number>();
  for (let k = 0; k < counters.count; k++) {
    if (counters.curve[k] === 0) continue;
    dearest.clear();
    for (let e = counters.cellStart[k] as number; e < (counters.cellStart[k + 1] as number); e++) {
      const cell = counters.cells[e] as number;
      const day = problem.shiftDay[cells.shift[cell] as number] as number;
      const key = (cells.person[cell] as number) * problem.days + day;
      const amount = Math.abs(counters.cellCoefficients[e] as number);
      dearest.set(key, Math.max(dearest.get(key) ?? 0, amount));
    }
    let sum = Math.abs(counters.offset[k] as number);
    for (const amount of dearest.values()) sum += amount;
    highest[k] = sum;
  }
  for (const k of slots.counter) highest[k] = (highest[k] as number) + 1;
  return highest;
}
