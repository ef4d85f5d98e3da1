/**
 * Starts a search for the fewest changes that put the draft right: around its pins, only from a moment on, and dearer
 * the nearer a shift is. What it finds waits to be looked at; nothing is changed until someone takes it.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { Nearness } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requestOf } from './run-request.ts';
import type { Runs } from './runs.ts';
import type { SolveRun } from './solve-run.ts';

export interface MendStarting {
  readonly key: PeriodKey;
  /** Shifts that begin earlier stay as they are. */
  readonly from: Instant;
  readonly seconds: number;
  readonly actor: string;
  /** Absent: `usual`. */
  readonly near?: Nearness;
}

/** Throws as `startRun` does. */
export async function startMend(
  app: App,
  runs: Runs,
  { key, from, near = 'usual', seconds, actor }: MendStarting,
): Promise<SolveRun> {
  allow(app, 'solver.run', key);
  const order = { key, purpose: 'mend', mend: { from, near }, seconds, seed: 1, actor } as const;
  return runs.start(app, { ...(await requestOf(app, order)), onEnd: async () => false });
}
