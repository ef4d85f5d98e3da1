/** What one person's own rules charge a roster, by plain counting: the check on all that pricing builds. */

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
    const shift = shifts[index] as number;
    cost += model.cellCost[shift] as number;
    for (let other = 0; other < index; other++)
      cost += clashCost(shape.clashes, shift, shifts[other] as number);
  }
  for (let id = 0; id < measureCount(model); id++) cost += measureCost(model, id, shifts);
  for (const run of model.runs) cost += runCost(run, shape, shifts);
  return cost;
}

function runCost(
  run: OwnRun,
  { shiftDay, days }: { shiftDay: Int32Array; days: number },
  shifts: Int32Array,
): number {
  const wanted = new Uint8Array(days).fill(run.state === 'on' ? 0 : 1);
  for (const shift of shifts) {
    if (run.turnsOn[shift] === 1) wanted[shiftDay[shift] as number] = run.state === 'on' ? 1 : 0;
  }
  let amount = 0;
  for (let day = 0; day < days; day++) {
    if (wanted[day] === 0) continue;
    const first = day;
    while (wanted[day + 1] === 1) day++;
    const length = day - first + 1 + (first === 0 && run.state === 'on' ? run.carriedOn : 0);
    const open = (first === 0 && run.carriedOn === 0) || day + 1 === days;
    amount += Math.max(0, length - run.most) + (open ? 0 : Math.max(0, run.least - length));
  }
  return amount > 0 ? amount * run.weight : 0;
}
