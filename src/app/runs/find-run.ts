/** The period's newest search: of this server, or, when the server that had it is no more, as it was last kept. */

import { check } from '../../constraints/check.ts';
import { cellsOf } from '../../constraints/compile.ts';
import type { KeptRun } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import { findKeptRun } from '../../store/kept-run-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { openDraftWithin } from '../drafts/open-draft.ts';
import type { SolveRun } from './solve-run.ts';
import type { SolveRuns } from './solve-runs.ts';

/** Throws as `getPlan` does, where one was kept. */
export async function findRun(app: App, runs: SolveRuns, key: PeriodKey): Promise<SolveRun | undefined> {
  allow(app, 'draft.view', key);
  const going = runs.find(key);
  if (going) return going;
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const kept = await findKeptRun(trx, key);
      if (!kept) return undefined;
      const { plan, work } = await openDraftWithin(trx, app, key);
      return { ...restored(kept, plan), base: work.roster };
    });
}

/** Only word that it was interrupted, without reading the plan; undefined while it goes on, or came to its end. */
export async function findInterruptedRun(
  app: App,
  runs: SolveRuns,
  key: PeriodKey,
): Promise<KeptRun | undefined> {
  allow(app, 'draft.view', key);
  const kept = runs.find(key) ? undefined : await findKeptRun(app.db, key);
  return kept?.ended === false ? kept : undefined;
}

/** As the plan is today; what was certified of the roster is not known any more. */
function restored(kept: KeptRun, plan: SolveRun['plan']): Omit<SolveRun, 'base'> {
  const { ended, assignments, key, elapsedMs, ...rest } = kept;
  const facts = { ...rest, key, elapsedMs, plan, phases: [], proven: false };
  const status = ended ? 'ended' : 'interrupted';
  if (!assignments) return { ...facts, status, points: [] };
  const { roster } = fitRoster(plan, { periodId: key.periodId, assignments });
  const points = [{ ms: elapsedMs, score: check(plan, roster).score, seatsChanged: 0 }];
  return { ...facts, status, points, roster, best: cellsOf(plan, roster) };
}
