/** Takes a Word form of the unit's own away. Documents that were made with it are where they are. */

import { AppError } from '../../kernel/app-error.ts';
import { deleteWordForm, type FormKey } from '../../store/word-form-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

/** Throws `not-found`. */
export async function removeWordForm(
  app: App,
  { actor, ...key }: FormKey & { actor: string },
): Promise<void> {
  allow(app, 'period.edit', key);
  return app.db.transaction().execute(async (trx) => {
    if (!(await deleteWordForm(trx, key))) throw new AppError('not-found', 'error.word-form.missing');
    await record(trx, app, { actor, action: 'word-form.remove', unitId: key.unitId, subject: key.id });
  });
}
