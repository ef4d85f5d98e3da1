/** Starts a search for a roster of the period from its draft; the result becomes the draft unless someone edited it. */

import { cellsOf, compile } from '../../constraints/compile.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { replaceDraft } from '../drafts/replace-draft.ts';
import { findRun } from './find-run.ts';
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

/**
 * Of a period until lifted only days not published yet are planned: seats that are out stay as if they were pinned. Throws
 * `conflict` while a search for the period goes on, and as `getPlan` does.
 */
export async function startRun(
  app: App,
  runs: SolveRuns,
  { key, seconds, seed, actor }: RunStarting,
): Promise<SolveRun> {
  allow(app, 'solver.run', key);
  const { plan: open, work, revision } = await openDraft(app, key);
  const plan = open.period.untilLifted === true ? await keepingPublished(app, key, open) : open;
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

async function keepingPublished(app: App, key: PeriodKey, plan: Plan): Promise<Plan> {
  const version = await findNewestVersion(app.db, key);
  if (!version || version.withdrawn === true) return plan;
  const [shifts, staff] = [plan.shifts, plan.staff].map((all) => new Set(all.map(({ id }) => id)));
  const known = new Set(plan.pins.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`));
  const out = version.roster.assignments
    .map(({ shiftId, staffId }) => ({ shiftId, staffId }))
    .filter((pin) => shifts?.has(pin.shiftId) && staff?.has(pin.staffId))
    .filter(({ shiftId, staffId }) => !known.has(`${shiftId} ${staffId}`));
  return { ...plan, pins: [...plan.pins, ...out] };
}

/** False when someone edited the draft meanwhile: then they choose. */
async function takeUnlessEdited(app: App, run: SolveRun): Promise<boolean> {
  try {
    await takeRoster(app, run, run.revision);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}

/**
 * The newest search's roster becomes the draft, over whatever there is; undo brings that back. What was kept of the run is
 * gone then. Throws `not-found` when there is no run, or it has no roster.
 */
export async function takeRun(app: App, runs: SolveRuns, key: PeriodKey): Promise<void> {
  allow(app, 'draft.edit', key);
  const run = await findRun(app, runs, key);
  if (!run) throw new AppError('not-found', 'editor.failure.no-result');
  await takeRoster(app, run);
  runs.markTaken(key);
}

/** Over the revision seen or, without one, over any. Throws `conflict` as `replaceDraft` does. */
async function takeRoster(app: App, run: SolveRun, seenRevision?: number): Promise<void> {
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
