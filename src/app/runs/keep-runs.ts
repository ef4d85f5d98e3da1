/**
 * Keeps word of searches in the store while they go on, and their best rosters from time to time: what a server that died
 * leaves of them. Whoever takes or drops a search takes what was kept of it along.
 */

import { rosterOf } from '../../constraints/compile.ts';
import type { KeptRun } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Roster } from '../../domain/roster.ts';
import { deleteKeptRun, findKeptRun, insertKeptRun, updateKeptRun } from '../../store/kept-run-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { SolveRun } from './solve-run.ts';
import type { RunRequest, SolveRuns } from './solve-runs.ts';

/** Starts a search and keeps word of it. Throws as `SolveRuns.start` does; when it cannot be kept, it does not go on. */
export async function startKept(
  { db }: Pick<App, 'db'>,
  runs: SolveRuns,
  request: RunRequest,
): Promise<SolveRun> {
  const run = runs.start(request);
  try {
    await insertKeptRun(db, keptOf(run, undefined));
  } catch (error) {
    runs.drop(run.key);
    throw error;
  }
  const now = runs.find(run.key);
  // It was over before word of it was kept.
  if (now?.id !== run.id || now.status === 'taken') await deleteKeptRun(db, run.id);
  return run;
}

/**
 * To be called from time to time: keeps the roster of each search that has a better one than was kept, all in one
 * transaction, and forgets those that failed.
 */
export function createRunKeeper({ db }: Pick<App, 'db'>, runs: SolveRuns): () => Promise<void> {
  let known = new Map<string, unknown>();
  return async () => {
    const all = runs.list().filter(({ status }) => status !== 'taken');
    const newest = new Map(
      all.map((run) => [run.id, run.status === 'failed' ? run.status : (run.roster ?? run.best)]),
    );
    const changed = all.filter(({ id }) => newest.get(id) !== known.get(id));
    if (changed.length === 0) return;
    await db.transaction().execute(async (trx) => {
      for (const run of changed) {
        if (run.status === 'failed') await deleteKeptRun(trx, run.id);
        else await updateKeptRun(trx, keptOf(run, run.roster ?? bestOf(run)));
      }
    });
    known = newest;
  };
}

/** The search is dropped, and what was kept of it. */
export async function dropRun(app: App, runs: SolveRuns, key: PeriodKey): Promise<void> {
  allow(app, 'solver.run', key);
  const id = runs.find(key)?.id ?? (await findKeptRun(app.db, key))?.id;
  runs.drop(key);
  if (id !== undefined) await deleteKeptRun(app.db, id);
}

/** One that has begun ends with its best so far; one still in line is dropped. */
export async function stopRun(app: App, runs: SolveRuns, key: PeriodKey): Promise<void> {
  allow(app, 'solver.run', key);
  runs.stop(key);
  if (!runs.find(key)) await dropRun(app, runs, key);
}

function bestOf({ plan, best, base }: SolveRun): Roster | undefined {
  return best && rosterOf(plan, best, base);
}

function keptOf(run: SolveRun, roster: Roster | undefined): KeptRun {
  const { id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor } = run;
  return {
    ...{ id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor },
    ended: run.status === 'ended',
    ...(roster ? { assignments: roster.assignments } : {}),
  };
}
