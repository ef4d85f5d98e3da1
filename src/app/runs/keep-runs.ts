/**
 * Keeps the best rosters of this process's own searches in the store from time to time: what a server that died leaves of them.
 */

import { deleteKeptRun, updateKeptRun } from '../../store/kept-run-store.ts';
import type { App } from '../app.ts';
import { bestOf, keptOf } from './kept-progress.ts';
import type { SolveRuns } from './solve-runs.ts';

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
        else await updateKeptRun(trx, keptOf(run, bestOf(run)));
      }
    });
    known = newest;
  };
}
