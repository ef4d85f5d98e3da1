/** One Word form of a unit, with its file. */

import type { WordForm } from '../../domain/word-form.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type FormKey, findWordForm as findStored } from '../../store/word-form-store.ts';
import type { App } from '../app.ts';

/** Throws `not-found`. */
export async function findWordForm(
  app: App,
  key: FormKey,
): Promise<WordForm & { readonly content: Uint8Array }> {
  const form = await findStored(app.db, key);
  if (!form) throw new AppError('not-found', 'error.word-form.missing');
  return form;
}
