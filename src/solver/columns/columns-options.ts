/** What a run of the column engine is told and whom it tells. */

import type { Cells, Score } from '../../constraints/shapes.ts';

export interface ColumnsOptions {
  readonly seed: number;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** By `clock`; absent under a step budget. */
  readonly deadline?: number;
  /** Pricings; the same seed and steps give the same roster on every machine. */
  readonly steps?: number;
  readonly start?: Cells;
  /** False leaves the proof to a search beside this one; absent means true. */
  readonly tree?: boolean;
  readonly shouldStop?: () => boolean;
  readonly onIncumbent?: (cells: Cells, score: Score) => void;
  /** Valid lower bound, compared level by level. */
  readonly onBound?: (bound: Score) => void;
  /** Rosters found elsewhere, polled between neighbourhoods. */
  readonly takeIncumbent?: () => Cells | undefined;
}
