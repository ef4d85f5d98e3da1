/** Starts a search for a roster of the period from its draft; the result becomes the draft unless someone edited it. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { findRun } from './find-run.ts';
import { requestOf } from './run-request.ts';
import type { Runs } from './runs.ts';
import type { SolveRun } from './solve-run.ts';
import { takeRoster, takeUnlessEdited } from './take-roster.ts';

export interface RunStarting {
  readonly key: PeriodKey;
  /** At most so long; it ends before when the roster is proven best. */
  readonly seconds: number;
  readonly seed: number;
  readonly actor: string;
}

/** Throws `conflict` while a search for the period goes on, and as `getPlan` does. */
export async function startRun(app: App, runs: Runs, starting: RunStarting): Promise<SolveRun> {
  allow(app, 'solver.run', starting.key);
  const request = await requestOf(app, { ...starting, purpose: 'solve' });
  return runs.start(app, { ...request, onEnd: (run) => takeUnlessEdited(app, run) });
}

/**
 * The newest search's roster becomes the draft, over whatever there is; undo brings that back. What was kept of the run is
 * gone then. Throws `not-found` when there is no run, or it has no roster.
 */
export async function takeRun(app: App, runs: Runs, key: PeriodKey): Promise<void> {
  allow(app, 'draft.edit', key);
  const run = await findRun(app, runs, key);
  if (!run) throw new AppError('not-found', 'editor.failure.no-result');
  await takeRoster(app, run);
  runs.markTaken(key);
}
