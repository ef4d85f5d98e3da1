/** The word of who approves rosters on the draft that was handed in: it may be published, or it goes back with a reason. */

import type { PeriodKey } from '../../domain/period.ts';
import { moveSubmission, type Submission, type SubmissionRefusal } from '../../domain/submission.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findDraft } from '../../store/draft-store.ts';
import { findSubmission, saveSubmission } from '../../store/submission-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';

const MOST_REASON = 500;

export interface Approving {
  readonly key: PeriodKey;
  /** The revision that was looked at. */
  readonly revision: number;
  readonly decision: 'approve' | 'return';
  /** Why it goes back. */
  readonly reason: string;
  readonly actor: string;
}

export type ApproveResult =
  | { readonly done: true; readonly submission: Submission }
  | { readonly done: false; readonly refusal: SubmissionRefusal };

/** Nothing changes when it refuses. Throws `not-found` when nothing was handed in. */
export async function approveVersion(app: App, approving: Approving): Promise<ApproveResult> {
  allow(app, 'version.approve', approving.key);
  return app.db.transaction().execute(async (trx): Promise<ApproveResult> => {
    const { key, decision, actor, revision } = approving;
    const submission = await findSubmission(trx, key);
    const draft = await findDraft(trx, key);
    if (!submission || !draft) throw new AppError('not-found', 'flow.failure.nothing-submitted');
    if (draft.revision !== revision) return { done: false, refusal: 'void' };
    const reason = approving.reason.trim().slice(0, MOST_REASON);
    const event =
      decision === 'approve'
        ? ({ kind: 'approve', at: app.clock(), by: actor } as const)
        : ({ kind: 'return', at: app.clock(), by: actor, reason } as const);
    const moved = moveSubmission(submission, event, draft.revision);
    if (!moved.ok) return { done: false, refusal: moved.refusal };
    await saveSubmission(trx, key, moved.submission);
    await record(trx, app, { actor, action: `version.${decision}`, ...ofPeriod(key) }, { revision });
    return { done: true, submission: moved.submission };
  });
}
