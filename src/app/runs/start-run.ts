/** Starts a search for a roster of the period from its draft; the result becomes the draft unless someone edited it. */

import { cellsOf, compile } from '../../constraints/compile.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { replaceDraft } from '../drafts/replace-draft.ts';
import { startKept } from './keep-runs.ts';
import type { SolveRun } from './solve-run.ts';
import type { SolveRuns } from './solve-runs.ts';

export interface RunStarting {
  readonly key: PeriodKey;
  /** At most so long; it ends before when the roster is proven best. */
  readonly seconds: number;
  readonly seed: number;
  readonly actor: string;
}

/** Throws `conflict` while a search for the period goes on, and as `getPlan` does. */
export async function startRun(
  app: App,
  runs: SolveRuns,
  { key, seconds, seed, actor }: RunStarting,
): Promise<SolveRun> {
  const { plan, work, revision } = await openDraft(app, key);
  return startKept(app, runs, {
    key,
    purpose: 'solve',
    plan,
    problem: compile(plan),
    ...(revision > 0 ? { start: cellsOf(plan, work.roster) } : {}),
    seconds,
    seed,
    revision,
    base: work.roster,
    actor,
    onEnd: (run) => takeUnlessEdited(app, run),
  });
}

/** False when someone edited the draft meanwhile: then they choose. */
async function takeUnlessEdited(app: App, run: SolveRun): Promise<boolean> {
  try {
    await takeRun(app, run, run.revision);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}

/**
 * The run's roster becomes the draft, over the revision seen or, without one, over whatever there is; undo brings that
 * back. What was kept of the run is gone then. Throws `not-found` when the run has no roster, `conflict` as `replaceDraft` does.
 */
export async function takeRun(app: App, run: SolveRun, seenRevision?: number): Promise<void> {
  const { id, key, plan, roster, certificate, purpose, actor } = run;
  if (!roster) throw new AppError('not-found', 'editor.failure.no-result');
  await replaceDraft(app, {
    key,
    roster,
    ...(seenRevision === undefined ? {} : { seenRevision }),
    step: { kind: purpose, params: {} },
    runId: id,
    ...(certificate ? { certificate: { of: certificate, plan } } : {}),
    actor,
  });
}
