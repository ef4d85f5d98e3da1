/** The compact model while it is being written: what its parts share. */

import { COVER, SOFT } from '../model/levels.ts';
import type { Model } from '../model/model.ts';
import type { ProgramBuilder } from './program-builder.ts';

/** What all parts of the model share while it is being written. */
export interface Draft {
  readonly model: Model;
  readonly builder: ProgramBuilder;
  /** Only terms down to this level are written: 0 hard, 1 cover, 2 soft. */
  readonly level: number;
  /** Cell → its column, or −1 for a pin. */
  readonly columnOf: Int32Array;
  /** By counter: its value in a roster near which alone squares are exact. Absent: they are exact everywhere. */
  readonly near: Float64Array | undefined;
  /** By person: cliques of free cells of which at most one is taken. */
  readonly cliques: readonly (readonly Int32Array[])[];
}

/** Level index of the model → level of the program; walls are never priced. */
export const programLevel = (level: number): number => (level === SOFT ? 2 : level === COVER ? 1 : 0);
