/** Everything a stored period is made from, as it was handed over. */

import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';

/** Throws `not-found`. */
export async function getCase(app: App, key: PeriodKey): Promise<Case> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, (trx) => requireCase(trx, key));
}
