/** Breaches of personal data: noted when found, told of within 72 hours. */

import type { Instant } from '../../calendar/interval.ts';
import { breachTellBy, type DataBreach, LONGEST_WORDS } from '../../domain/data-request.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertDataBreach, listDataBreaches, saveBreachTold } from '../../store/data-request-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';

const MOST_LISTED = 100;

export type ClockedBreach = DataBreach & { readonly tellBy: Instant };

export async function listBreaches(app: App, unitId: string): Promise<ClockedBreach[]> {
  allow(app, 'staff.edit', { unitId });
  const breaches = await listDataBreaches(app.db, unitId, MOST_LISTED);
  return breaches.map((breach) => ({ ...breach, tellBy: breachTellBy(breach) }));
}

export interface Finding {
  readonly unitId: string;
  readonly foundAt: Instant;
  readonly words: string;
  readonly actor: string;
}

/** Throws `not-found`, `forbidden`; `invalid` for a moment still to come. */
export async function noteBreach(app: App, { unitId, foundAt, words, actor }: Finding): Promise<void> {
  allow(app, 'staff.edit', { unitId });
  if (foundAt > app.clock()) throw new AppError('invalid', 'error.data-breach.future');
  await app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const id = newId(app);
    await insertDataBreach(trx, { id, unitId, foundAt, words: words.trim().slice(0, LONGEST_WORDS) });
    await record(trx, app, { actor, action: 'data.breach', unitId, subject: id });
  });
}

/** Throws `forbidden`; `conflict` for one that was told of already, or is not there. */
export async function markBreachTold(
  app: App,
  { unitId, id, actor }: { readonly unitId: string; readonly id: string; readonly actor: string },
): Promise<void> {
  allow(app, 'staff.edit', { unitId });
  await app.db.transaction().execute(async (trx) => {
    if (!(await saveBreachTold(trx, { unitId, id }, app.clock()))) {
      throw new AppError('conflict', 'error.data-request.done');
    }
    await record(trx, app, { actor, action: 'data.breach-told', unitId, subject: id });
  });
}
