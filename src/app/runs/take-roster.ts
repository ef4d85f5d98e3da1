/** Makes what a search has found the draft. */

import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';
import { replaceDraft } from '../drafts/replace-draft.ts';
import type { SolveRun } from './solve-run.ts';

/** False when someone edited the draft meanwhile: then they choose. */
export async function takeUnlessEdited(app: App, run: SolveRun): Promise<boolean> {
  try {
    await takeRoster(app, run, run.revision);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}

/** Over the revision seen or, without one, over any. Throws `conflict` as `replaceDraft` does. */
export async function takeRoster(app: App, run: SolveRun, seenRevision?: number): Promise<void> {
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
