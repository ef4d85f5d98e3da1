/** Keeps a Word form of the unit's own, new or in place of one it has. Whether it can be filled is asked before. */

import { AppError } from '../../kernel/app-error.ts';
import { findWordForm, listWordForms, saveWordForm as saveStored } from '../../store/word-form-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';

/** One for each type of letter, and some to spare. */
const MOST_FORMS = 20;

export interface FormSaving {
  readonly unitId: string;
  /** The form to replace; a new one when absent. */
  readonly id?: string;
  readonly name: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly actor: string;
}

/** @returns its id. Throws `not-found`, and `conflict` when the unit has as many as it may. */
export async function saveWordForm(app: App, { actor, unitId, ...form }: FormSaving): Promise<string> {
  allow(app, 'period.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const id = form.id ?? newId(app);
    const isNew = form.id === undefined;
    if (!isNew && !(await findWordForm(trx, { unitId, id })))
      throw new AppError('not-found', 'error.word-form.missing');
    if (isNew && (await listWordForms(trx, unitId)).length >= MOST_FORMS)
      throw new AppError('conflict', 'error.word-form.too-many', { most: MOST_FORMS });
    const savedAt = app.clock();
    await saveStored(trx, unitId, { ...form, id, savedAt });
    const details = { bytes: form.content.length, replaces: isNew ? 'no' : 'yes' };
    await record(trx, app, { at: savedAt, actor, action: 'word-form.save', unitId, subject: id }, details);
    return id;
  });
}
