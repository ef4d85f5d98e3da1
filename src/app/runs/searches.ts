/** What the use cases that search are given beside the app: all visits share one of these. */

import { createGate, type Gate } from '../gate.ts';
import type { Runs } from './runs.ts';
import type { StartSearch } from './solve-runs.ts';

export interface Searches {
  readonly runs: Runs;
  readonly search: StartSearch;
  /** Before the short searches for repairs of one seat. */
  readonly repairs: Gate;
}

/** So many pages with repairs at once, each a second or less; and so many in line. */
export function createRepairsGate(): Gate {
  return createGate({ atOnce: 1, mostWaiting: 10, refusal: 'editor.failure.repairs-busy' });
}
