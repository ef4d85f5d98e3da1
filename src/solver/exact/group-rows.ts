/** Groups as columns: one in [0, 1] that is 1 when any of the group's cells is taken, and 0 when none is. */

import { byteAt, intAt } from '../../kernel/typed-at.ts';
import { type Draft, programLevel } from './draft.ts';
import { FREE } from './program-builder.ts';

/** Group counter → groups touched whatever is chosen, and the columns that add to them. */
export type GroupSums = ReadonlyMap<number, { readonly base: number; readonly columns: readonly number[] }>;

export function addGroups({ model, builder, level, columnOf }: Draft): GroupSums {
  const { slots, counters, cells } = model;
  const cellsOfSlot = Array.from({ length: slots.groupSlots }, (): number[] => []);
  for (let c = 0; c < cells.count; c++) {
    for (let e = intAt(slots.start, c); e < intAt(slots.start, c + 1); e++) {
      cellsOfSlot[intAt(slots.slot, e)]?.push(c);
    }
  }
  const sums = new Map<number, { base: number; columns: number[] }>();
  cellsOfSlot.forEach((members, slot) => {
    const k = intAt(slots.counter, slot);
    if (programLevel(byteAt(counters.level, k)) > level) return;
    const sum = sums.get(k) ?? { base: 0, columns: [] };
    sums.set(k, sum);
    if (members.some((cell) => cells.pinned[cell] === 1)) sum.base++;
    else if (members.length > 0) {
      const touched = builder.column(FREE, 1);
      const columns = members.map((cell) => intAt(columnOf, cell));
      for (const column of columns) {
        builder.entry(touched, 1);
        builder.entry(column, -1);
        builder.row(0, Infinity);
      }
      builder.entry(touched, -1);
      for (const column of columns) builder.entry(column, 1);
      builder.row(0, Infinity);
      sum.columns.push(touched);
    }
  });
  return sums;
}
