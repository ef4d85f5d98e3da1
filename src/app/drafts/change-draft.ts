/** The one way a draft changes by a step that can be undone: saved, pins too, named, and audited. */

import type { Draft } from '../../domain/draft.ts';
import type { Work } from '../../domain/draft-edit.ts';
import { changeBetween, isEmptyChange, type StepName } from '../../domain/draft-step.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Certificate } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { appendStep } from '../../store/draft-step-store.ts';
import { saveNextDraft } from '../../store/draft-store.ts';
import { replacePins } from '../../store/pin-store.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { type OpenDraft, reopenDraft } from './open-draft.ts';

interface DraftChanging {
  readonly key: PeriodKey;
  readonly before: Work;
  readonly after: Work;
  /** The revision that `before` is; 0 when there was no draft. */
  readonly revision: number;
  /** Absent for undo and redo, which make no step of their own. */
  readonly step?: StepName;
  /** What the solver certified of exactly the roster after. */
  readonly certificate?: Certificate;
  readonly actor: string;
}

/** Call it inside the transaction that read `before`. Throws `conflict` when the draft has moved on meanwhile. */
export async function changeDraft(trx: Database, app: App, changing: DraftChanging): Promise<Draft> {
  const { key, before, after, revision, step, certificate, actor } = changing;
  const draft: Draft = {
    roster: after.roster,
    revision: revision + 1,
    updatedAt: app.clock(),
    ...(certificate ? { certificate } : {}),
  };
  if (!(await saveNextDraft(trx, key, draft))) {
    throw new AppError('conflict', 'error.draft.conflict', { seen: revision, current: revision + 1 });
  }
  const change = changeBetween(before, after);
  if (change.pinned.length + change.unpinned.length > 0) await replacePins(trx, key, after.pins);
  if (step && !isEmptyChange(change)) {
    await appendStep(trx, key, { ...step, change, at: draft.updatedAt, actor });
  }
  const details = { revision: draft.revision };
  await record(trx, app, { at: draft.updatedAt, actor, action: 'draft.save', ...ofPeriod(key) }, details);
  return draft;
}

/** The same of a draft that is open in this transaction, and how it stands afterwards. */
export async function changeOpenDraft(
  trx: Database,
  app: App,
  before: OpenDraft,
  { work, ...change }: { readonly work: Work } & Pick<DraftChanging, 'step' | 'actor'>,
): Promise<OpenDraft> {
  const { key, revision } = before;
  const draft = await changeDraft(trx, app, { ...change, key, before: before.work, after: work, revision });
  return reopenDraft(trx, before, { work, draft });
}
