/** The searches of the one process on a database: it runs what it is asked for, and keeps word of it for when it dies. */

import type { PeriodKey } from '../../domain/period.ts';
import { deleteKeptRun, findKeptRun, insertKeptRun } from '../../store/kept-run-store.ts';
import { readOnly } from '../../store/read-only.ts';
import type { App } from '../app.ts';
import { openDraftWithin } from '../drafts/open-draft.ts';
import { keptOf, restoredRun } from './kept-progress.ts';
import type { Runs } from './runs.ts';
import { isGoing, type SolveRun } from './solve-run.ts';
import type { RunRequest, SolveRuns } from './solve-runs.ts';

export function ownRuns(registry: SolveRuns): Runs {
  return {
    start: (app, request) => start(app, registry, request),
    find: async (app, key) => registry.find(key) ?? (await findKept(app, key)),
    async findInterrupted(app, key) {
      const kept = registry.find(key) ? undefined : await findKeptRun(app.db, key);
      return kept?.ended === false && kept.state !== 'failed' ? kept : undefined;
    },
    listGoing: async (_, unitId) =>
      registry
        .list()
        .filter((run) => run.key.unitId === unitId && isGoing(run))
        .map(({ key, plan }) => ({ key, periodName: plan.period.name })),
    watch: (_, key, onChange) => registry.watch(key, onChange),
    async stop(app, key) {
      registry.stop(key);
      if (!registry.find(key)) await drop(app, registry, key);
    },
    drop: (app, key) => drop(app, registry, key),
    markTaken: (key) => registry.markTaken(key),
  };
}

/** When word of it cannot be kept, it does not go on. */
async function start({ db }: App, registry: SolveRuns, request: RunRequest): Promise<SolveRun> {
  const run = registry.start(request);
  try {
    await insertKeptRun(db, keptOf(run, undefined));
  } catch (error) {
    registry.drop(run.key);
    throw error;
  }
  const now = registry.find(run.key);
  // It was over before word of it was kept.
  if (now?.id !== run.id || now.status === 'taken') await deleteKeptRun(db, run.id);
  return run;
}

/** What a server that is no more left of one. */
function findKept(app: App, key: PeriodKey): Promise<SolveRun | undefined> {
  return readOnly(app.db, async (trx) => {
    const kept = await findKeptRun(trx, key);
    if (!kept || kept.state === 'taken' || kept.state === 'failed') return undefined;
    const { plan, work } = await openDraftWithin(trx, app, key);
    return restoredRun(kept, { plan, base: work.roster });
  });
}

async function drop({ db }: App, registry: SolveRuns, key: PeriodKey): Promise<void> {
  const id = registry.find(key)?.id ?? (await findKeptRun(db, key))?.id;
  registry.drop(key);
  if (id !== undefined) await deleteKeptRun(db, id);
}
