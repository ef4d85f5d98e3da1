/** One picture of an entry of the log. */

import type { Picture } from '../../domain/log-entry.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findPicture } from '../../store/log-picture-store.ts';
import type { EntryKey } from '../../store/log-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** Throws `not-found`, `forbidden`. */
export async function readPicture(
  app: App,
  { unitId, number, place }: EntryKey & { readonly place: number },
): Promise<Picture> {
  allow(app, 'log.view', { unitId });
  const whole = [number, place].every(Number.isSafeInteger);
  const picture = whole ? await findPicture(app.db, { unitId, number, place }) : undefined;
  if (!picture) throw new AppError('not-found', 'error.log.no-entry', { number });
  return picture;
}
