/** Everything a stored period is made from, as it was handed over. */

import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findCase } from '../../store/case-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** Throws `not-found`. */
export async function getCase(app: App, key: PeriodKey): Promise<Case> {
  allow(app, 'draft.view', key);
  const source = await app.db
    .transaction()
    .setAccessMode('read only')
    .execute((trx) => findCase(trx, key));
  if (!source) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  return source;
}
