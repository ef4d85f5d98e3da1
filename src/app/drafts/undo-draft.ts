/** Undo and redo of a draft's steps: kept with the draft, so they outlive a reload and work for whoever edits next. */

import { applyChange, inverseOf } from '../../domain/draft-step.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { markStep } from '../../store/draft-step-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { changeOpenDraft } from './change-draft.ts';
import { type OpenDraft, openDraftWithin } from './open-draft.ts';

export interface DraftUndoing {
  readonly key: PeriodKey;
  readonly direction: 'undo' | 'redo';
  readonly actor: string;
}

export interface DraftUndone {
  readonly before: OpenDraft;
  readonly after: OpenDraft;
}

/** Undefined when there is nothing to undo or redo. Throws as `getPlan` does. */
export async function undoDraft(
  app: App,
  { key, direction, actor }: DraftUndoing,
): Promise<DraftUndone | undefined> {
  allow(app, 'draft.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const before = await openDraftWithin(trx, app, key);
    const step = direction === 'undo' ? before.undo : before.redo;
    if (!step) return undefined;
    const change = direction === 'undo' ? inverseOf(step.change) : step.change;
    const shiftIds = before.plan.shifts.map(({ id }) => id);
    const work = applyChange(before.work, change, shiftIds);
    // First: how the draft stands afterwards tells what can be undone then.
    await markStep(trx, key, { number: step.number, undone: direction === 'undo' });
    return { before, after: await changeOpenDraft(trx, app, before, { work, actor }) };
  });
}
