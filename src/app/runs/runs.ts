/** The searches as use cases see them, whether the process that was asked runs them or whichever of several is free. */

import type { PeriodKey } from '../../domain/period.ts';
import type { App } from '../app.ts';
import type { SolveRun } from './solve-run.ts';
import type { RunRequest } from './solve-runs.ts';

/** Who asks was allowed to before. */
export interface Runs {
  /**
   * Throws `conflict`, `editor.failure.run-going`, while another search for the period goes on; `unavailable`,
   * `editor.failure.runs-full`, when too many wait.
   */
  start(app: App, request: RunRequest): Promise<SolveRun>;
  /** The period's newest, over or not. Throws as `getPlan` does. */
  find(app: App, key: PeriodKey): Promise<SolveRun | undefined>;
  /** One whose server did not outlive it, without reading the plan. */
  findInterrupted(app: App, key: PeriodKey): Promise<Pick<SolveRun, 'startedAt'> | undefined>;
  /** Of a unit. */
  listGoing(app: App, unitId: string): Promise<readonly GoingSearch[]>;
  /** Calls after changes, until the returned function is called. */
  watch(app: App, key: PeriodKey, onChange: (sign: RunSign) => void): () => void;
  /** One that has begun ends with its best so far; one still in line is dropped. */
  stop(app: App, key: PeriodKey): Promise<void>;
  /** Ends it and forgets it. */
  drop(app: App, key: PeriodKey): Promise<void>;
  /** Its roster has become the draft. */
  markTaken(key: PeriodKey): void;
}

export interface GoingSearch {
  readonly key: PeriodKey;
  readonly periodName: string;
}

export type RunSign = Pick<SolveRun, 'status' | 'elapsedMs'>;
