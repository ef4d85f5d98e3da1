/** Ends a search before its time: with what it has found, or with nothing. */

import type { PeriodKey } from '../../domain/period.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { Runs } from './runs.ts';

/** The search is dropped, and what was kept of it. */
export async function dropRun(app: App, runs: Runs, key: PeriodKey): Promise<void> {
  allow(app, 'solver.run', key);
  await runs.drop(app, key);
}

/** One that has begun ends with its best so far; one still in line is dropped. */
export async function stopRun(app: App, runs: Runs, key: PeriodKey): Promise<void> {
  allow(app, 'solver.run', key);
  await runs.stop(app, key);
}
