/** What is kept of a search while it goes on, so that a server that dies leaves word of it and the best roster so far. */

import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from './period.ts';
import type { Assignment } from './roster.ts';

/** What the search is for: a whole roster, or as few changes as possible to the one there is. */
export const RUN_PURPOSES = ['solve', 'mend'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

export interface KeptRun {
  readonly id: string;
  readonly key: PeriodKey;
  readonly purpose: RunPurpose;
  readonly startedAt: Instant;
  /** What it was given, and what it had used when the roster was kept. */
  readonly seconds: number;
  readonly elapsedMs: number;
  readonly seed: number;
  /** The draft's revision it started from, 0 for none. */
  readonly revision: number;
  readonly actor: string;
  /** It came to its end, and nobody has taken the roster yet. */
  readonly ended: boolean;
  /** The best so far; absent until one was kept. */
  readonly assignments?: readonly Assignment[];
}
