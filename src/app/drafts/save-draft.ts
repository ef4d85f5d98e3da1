/** Saves a roster in work, unless someone else saved in between: that one is told and loses nothing. */

import type { Draft } from '../../domain/draft.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Certificate } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { forgetSteps } from '../../store/draft-step-store.ts';
import { findDraft, saveNextDraft } from '../../store/draft-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { requirePeriod } from '../require.ts';

export interface DraftSaving {
  readonly key: PeriodKey;
  readonly roster: Roster;
  /** The revision this roster was made from; 0 when there was no draft. */
  readonly seenRevision: number;
  /** What the solver certified of exactly this roster. */
  readonly certificate?: Certificate;
  readonly actor: string;
}

/** Throws `not-found`; and `conflict`, `error.draft.conflict`, when the draft is no longer the one seen. */
export async function saveDraft(app: App, saving: DraftSaving): Promise<Draft> {
  allow(app, 'draft.edit', saving.key);
  const { key, roster, seenRevision, certificate, actor } = saving;
  const draft: Draft = {
    roster: { ...roster, periodId: key.periodId },
    revision: seenRevision + 1,
    updatedAt: app.clock(),
    ...(certificate ? { certificate } : {}),
  };
  return app.db.transaction().execute(async (trx) => {
    await requirePeriod(trx, key);
    if (!(await saveNextDraft(trx, key, draft))) {
      const current = (await findDraft(trx, key))?.revision ?? 0;
      throw new AppError('conflict', 'error.draft.conflict', { seen: seenRevision, current });
    }
    // Its steps told how to get from rosters that are gone.
    await forgetSteps(trx, key);
    const details = { revision: draft.revision };
    await record(trx, app, { at: draft.updatedAt, actor, action: 'draft.save', ...ofPeriod(key) }, details);
    return draft;
  });
}
