/** The period's newest search, wherever it goes on; and word of one that its server did not outlive. */

import type { PeriodKey } from '../../domain/period.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { GoingSearch, RunSign, Runs } from './runs.ts';
import type { SolveRun } from './solve-run.ts';

/** Throws as `getPlan` does, where one was kept. */
export function findRun(app: App, runs: Runs, key: PeriodKey): Promise<SolveRun | undefined> {
  allow(app, 'draft.view', key);
  return runs.find(app, key);
}

/** Only word that it was interrupted, without reading the plan; undefined while it goes on, or came to its end. */
export function findInterruptedRun(
  app: App,
  runs: Runs,
  key: PeriodKey,
): Promise<Pick<SolveRun, 'startedAt'> | undefined> {
  allow(app, 'draft.view', key);
  return runs.findInterrupted(app, key);
}

/** Of the unit's periods. */
export function listGoingRuns(app: App, runs: Runs, unitId: string): Promise<readonly GoingSearch[]> {
  allow(app, 'draft.view', { unitId });
  return runs.listGoing(app, unitId);
}

/** Calls after changes, until the returned function is called. */
export function watchRun(
  app: App,
  { runs, key }: { readonly runs: Runs; readonly key: PeriodKey },
  onChange: (sign: RunSign) => void,
): () => void {
  allow(app, 'draft.view', key);
  return runs.watch(app, key, onChange);
}
