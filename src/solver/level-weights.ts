/**
 * One figure for local search out of four levels: soft counts as it is, and a unit of each higher level outweighs all
 * that one cell can do to the levels below it. Searching by it keeps the order of levels move by move; rosters are
 * still compared level by level, and the exact engine solves one level after another, so nothing rests on the figure.
 */

import { byteAt, intAt, realAt } from '../kernel/typed-at.ts';
import { COVER, HARD, LEVEL_COUNT, SOFT, WALL } from './model/levels.ts';
import type { Model } from './model/model.ts';

/** Weights by level index, whole numbers. */
export function levelWeights(model: Model): Float64Array {
  const swing = largestSwing(model);
  const weights = new Float64Array(LEVEL_COUNT);
  weights[SOFT] = 1;
  weights[COVER] = 1 + realAt(swing, SOFT);
  weights[HARD] = 1 + realAt(swing, SOFT) + realAt(weights, COVER) * realAt(swing, COVER);
  weights[WALL] =
    1 +
    realAt(swing, SOFT) +
    realAt(weights, COVER) * realAt(swing, COVER) +
    realAt(weights, HARD) * realAt(swing, HARD);
  return weights;
}

/** By level index: the most one cell can move the level, with counters no higher than a person can make them. */
function largestSwing(model: Model): Float64Array {
  const { cells, counters, slots, unary, conflicts } = model;
  const swing = new Float64Array(LEVEL_COUNT);
  const highest = highestValues(model);
  const own = new Float64Array(LEVEL_COUNT);
  const add = (level: number, amount: number): void => {
    own[level] = realAt(own, level) + amount;
  };
  const stepOf = (k: number, step: number): number =>
    realAt(counters.slope, k) * step + realAt(counters.curve, k) * step * (2 * realAt(highest, k) + step);
  for (let c = 0; c < cells.count; c++) {
    own.fill(0);
    own[SOFT] = intAt(unary, c);
    for (let e = intAt(counters.start, c); e < intAt(counters.start, c + 1); e++) {
      const k = intAt(counters.counter, e);
      add(byteAt(counters.level, k), stepOf(k, Math.abs(intAt(counters.coefficient, e))));
    }
    for (let e = intAt(slots.start, c); e < intAt(slots.start, c + 1); e++) {
      const slot = intAt(slots.slot, e);
      if (slot < slots.groupSlots) {
        const k = intAt(slots.counter, slot);
        add(byteAt(counters.level, k), stepOf(k, 1));
      } else {
        const line = Math.floor((slot - slots.groupSlots) / slots.lines.days);
        // Two runs that become one may be too long by one day more than the most.
        const most = Math.min(slots.lines.days, intAt(slots.lines.most, line));
        const reach = Math.max(1, intAt(slots.lines.least, line), most + 1);
        add(byteAt(slots.lines.level, line), reach * intAt(slots.lines.weight, line));
      }
    }
    own.forEach((amount, level) => {
      if (amount > realAt(swing, level)) swing[level] = amount;
    });
  }
  const dearest = new Float64Array(LEVEL_COUNT);
  conflicts.cost.forEach((cost, e) => {
    const level = byteAt(conflicts.level, e);
    dearest[level] = Math.max(realAt(dearest, level), cost);
  });
  return swing.map((amount, level) => amount + realAt(dearest, level));
}

/** Highest |value| of each curved counter, when everyone takes at most one of its cells a day. */
function highestValues({ cells, counters, problem, slots }: Model): Float64Array {
  const highest = new Float64Array(counters.count);
  const dearest = new Map<number, number>();
  for (let k = 0; k < counters.count; k++) {
    if (counters.curve[k] === 0) continue;
    dearest.clear();
    for (let e = intAt(counters.cellStart, k); e < intAt(counters.cellStart, k + 1); e++) {
      const cell = intAt(counters.cells, e);
      const day = intAt(problem.shiftDay, intAt(cells.shift, cell));
      const key = intAt(cells.person, cell) * problem.days + day;
      const amount = Math.abs(intAt(counters.cellCoefficients, e));
      dearest.set(key, Math.max(dearest.get(key) ?? 0, amount));
    }
    let sum = Math.abs(realAt(counters.offset, k));
    for (const amount of dearest.values()) sum += amount;
    highest[k] = sum;
  }
  for (const k of slots.counter) highest[k] = realAt(highest, k) + 1;
  return highest;
}
