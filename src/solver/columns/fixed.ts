/** Cells that are settled before the rest is solved, and the columns that agree with them. */

import type { Column } from './pool.ts';
import { BARRED, TAKEN } from './walk.ts';

/** By person and shift; undefined rows are free. */
export type Fixed = (Uint8Array | undefined)[];

/** Tells which columns agree with the fixed cells. */
export function agreesWith(fixed: Readonly<Fixed>): (column: Column) => boolean {
  const required = fixed.map(
    (cells) => cells?.reduce((sum, state) => sum + (state === TAKEN ? 1 : 0), 0) ?? 0,
  );
  return ({ person, shifts }) => {
    const cells = fixed[person];
    if (!cells) return true;
    let taken = 0;
    for (const shift of shifts) {
      const state = cells[shift];
      if (state === BARRED) return false;
      if (state === TAKEN) taken++;
    }
    return taken === required[person];
  };
}
