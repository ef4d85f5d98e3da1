/**
 * The searches of several processes on one database: asked for by a row, run by whoever takes it up (`run-claims.ts`), and seen
 * by all as whoever runs it last told.
 */

import type { KeptRun } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { deleteKeptRun, findKeptRun, insertSharedRun } from '../../store/kept-run-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { askRunToStop, isAnyLatelyOver, listGoingRuns, readRunQueue } from '../../store/shared-run-store.ts';
import type { App } from '../app.ts';
import { openDraftWithin } from '../drafts/open-draft.ts';
import { restoredRun, shownRun } from './kept-progress.ts';
import { planToSolve, requestWithin } from './run-request.ts';
import { createRunWatch } from './run-watch.ts';
import type { Runs } from './runs.ts';
import type { SolveRun } from './solve-run.ts';
import type { RunRequest } from './solve-runs.ts';

/** In line at all processes together; each takes up to ten minutes of a core. */
const MOST_WAITING = 200;
/** Whoever is free takes up what waits within half a second. */
const LONGEST_FREE_MS = 5_000;

export interface SharedRunsSettings {
  readonly newId: () => string;
  /** How often searches that someone watches are looked at. */
  readonly lookEveryMs: number;
}

export function sharedRuns({ newId, lookEveryMs }: SharedRunsSettings): Runs {
  const watch = createRunWatch(lookEveryMs);
  return {
    async start(app, request) {
      await app.db.transaction().execute((trx) => ask(trx, app, { request, id: newId() }));
      const run = await find(app, request.key);
      if (!run) throw new AppError('not-found', 'editor.failure.no-run');
      return run;
    },
    find,
    async findInterrupted({ db }, key) {
      const kept = await findKeptRun(db, key);
      return kept?.state === 'own' && !kept.ended ? kept : undefined;
    },
    listGoing: ({ db }, unitId) => listGoingRuns(db, unitId),
    watch: ({ db }, key, onChange) => watch(db, key, onChange),
    stop: ({ db }, key) => db.transaction().execute((trx) => askRunToStop(trx, key)),
    // Whoever runs it finds that it is gone.
    async drop({ db }, key) {
      const kept = await findKeptRun(db, key);
      if (kept) await deleteKeptRun(db, kept.id);
    },
    // It was marked in the same transaction that made it the draft.
    markTaken() {},
  };
}

async function ask(
  trx: Database,
  app: App,
  { request, id }: { readonly request: RunRequest; readonly id: string },
): Promise<void> {
  const { key, purpose, mend, seconds, seed, revision, actor } = request;
  const before = await findKeptRun(trx, key);
  if (before && isGoing(before)) throw new AppError('conflict', 'editor.failure.run-going');
  const { waiting } = await readRunQueue(trx);
  if (waiting >= MOST_WAITING) throw new AppError('unavailable', 'editor.failure.runs-full');
  await insertSharedRun(trx, {
    ...{ id, key, purpose, seconds, seed, revision, actor },
    ...(mend ? { mend } : {}),
    ...{ state: 'waiting', isStopping: false, claims: 0, ended: false },
    startedAt: app.clock(),
    elapsedMs: 0,
  });
}

function find(app: App, key: PeriodKey): Promise<SolveRun | undefined> {
  return readOnly(app.db, async (trx) => {
    const kept = await findKeptRun(trx, key);
    return kept && seen(trx, app, kept);
  });
}

/** While it goes on, as it was told; afterwards only as far as that holds for the plan of today. */
async function seen(trx: Database, app: App, kept: KeptRun): Promise<SolveRun> {
  if (isGoing(kept)) {
    const open = await openDraftWithin(trx, app, kept.key);
    const run = shownRun(kept, { plan: await planToSolve(trx, open), base: open.work.roster });
    return (await isUnattended(trx)) ? { ...run, isUnattended: true } : run;
  }
  const { plan, base, problem } = await requestWithin(trx, app, kept);
  if (kept.state === 'own') return restoredRun(kept, { plan, base });
  return shownRun(kept, { plan, base, problem });
}

async function isUnattended(trx: Database): Promise<boolean> {
  const { running, longestMs } = await readRunQueue(trx);
  if (running > 0 || longestMs <= LONGEST_FREE_MS) return false;
  return !(await isAnyLatelyOver(trx, LONGEST_FREE_MS));
}

function isGoing({ state }: KeptRun): boolean {
  return state === 'waiting' || state === 'running';
}
