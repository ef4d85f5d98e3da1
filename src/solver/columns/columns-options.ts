/** What a run of the column engine is told and whom it tells. */

import type { Cells, CounterTerm, Score } from '../../constraints/shapes.ts';

export interface ColumnsOptions {
  readonly seed: number;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** By `clock`; absent under a step budget. */
  readonly deadline?: number;
  /** Pricings; the same seed and steps give the same roster on every machine. */
  readonly steps?: number;
  readonly start?: Cells;
  /** A roster near which a good one is thought to be, though not all may keep to their part of it. */
  readonly hint?: Cells;
  /** False leaves the proof to a search beside this one; absent means true. */
  readonly tree?: boolean;
  /** True ends it after the first roster by polish, without a bound. */
  readonly polishOnly?: boolean;
  /** Steps of ascent before the relaxation is solved; absent means as many as a whole problem needs. */
  readonly ascentSteps?: number;
  /** Anneals near a roster, whatever that breaks, and gives back the best met; absent where dives and polish are to do alone. */
  readonly settle?: (cells: Cells) => Cells;
  readonly shouldStop?: () => boolean;
  readonly onIncumbent?: (cells: Cells, score: Score) => void;
  /** Valid lower bound, compared level by level. */
  readonly onBound?: (bound: Score) => void;
  /**
   * Counters over several people that every roster wanted keeps and this one does not, though the problem leaves them out:
   * asked of each roster from the relaxation on, which is solved again with them, from where it was.
   */
  readonly cuts?: (cells: Cells) => readonly CounterTerm[];
  /** Rosters found elsewhere, polled between neighbourhoods. */
  readonly takeIncumbent?: () => Cells | undefined;
}
