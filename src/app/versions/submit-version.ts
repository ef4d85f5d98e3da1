/** Hands the draft in to whoever approves rosters, as it is now. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Submission } from '../../domain/submission.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findDraft } from '../../store/draft-store.ts';
import { findSubmission, saveSubmission } from '../../store/submission-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';

const MOST_NOTE = 500;

export interface Submitting {
  readonly key: PeriodKey;
  /** The draft's revision that was looked at. */
  readonly revision: number;
  readonly note: string;
  readonly actor: string;
}

/** Throws `not-found` without a draft, `conflict` when it has moved on from the revision looked at. */
export async function submitVersion(
  app: App,
  { key, revision, note, actor }: Submitting,
): Promise<Submission> {
  allow(app, 'version.submit', key);
  return app.db.transaction().execute(async (trx) => {
    const draft = await findDraft(trx, key);
    if (!draft) throw new AppError('not-found', 'error.draft.missing', { period: key.periodId });
    if (draft.revision !== revision) {
      throw new AppError('conflict', 'error.draft.conflict', { seen: revision, current: draft.revision });
    }
    const last = await findSubmission(trx, key);
    const submission: Submission = {
      number: (last?.number ?? 0) + 1,
      revision,
      note: note.trim().slice(0, MOST_NOTE),
      submittedBy: actor,
      submittedAt: app.clock(),
      state: 'waiting',
    };
    await saveSubmission(trx, key, submission);
    await record(
      trx,
      app,
      { at: submission.submittedAt, actor, action: 'version.submit', ...ofPeriod(key) },
      { revision },
    );
    return submission;
  });
}
