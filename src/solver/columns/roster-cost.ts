/** What one person's own rules charge a roster, by plain counting: the check on all that pricing builds. */

import { lineAmount } from '../../constraints/run-amount.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import { clashCost } from './day-patterns.ts';
import { measureCost, measureCount } from './measures.ts';
import type { Clashes, OwnRun, PersonModel } from './split-problem.ts';

/** `shifts` without repeats; `Infinity` when a hard rule is broken. */
export function rosterCost(
  model: PersonModel,
  shape: { clashes: Clashes; shiftDay: Int32Array; days: number },
  shifts: Int32Array,
): number {
  let cost = model.constant;
  for (let index = 0; index < shifts.length; index++) {
    const shift = intAt(shifts, index);
    cost += realAt(model.cellCost, shift);
    for (let other = 0; other < index; other++) cost += clashCost(shape.clashes, shift, intAt(shifts, other));
  }
  for (let id = 0; id < measureCount(model); id++) cost += measureCost(model, id, shifts);
  for (const run of model.runs) cost += runCost(run, shape.shiftDay, shifts);
  return cost;
}

function runCost({ line, turnsOn, weight }: OwnRun, shiftDay: Int32Array, shifts: Int32Array): number {
  const on = line.fixedOn.slice();
  for (const shift of shifts) if (turnsOn[shift] === 1) on[intAt(shiftDay, shift)] = 1;
  const amount = lineAmount(line, (day) => on[day] === 1);
  return amount > 0 ? amount * weight : 0;
}
