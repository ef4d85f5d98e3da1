/** How long a superior sees the telephones of answers after an order's end: a setting of its own, 30 days where nobody chose. */

import { PHONES_SHOWN_DAYS } from '../../domain/answer.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findPhonesDays, savePhonesDays } from '../../store/order-setting-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { record } from '../record.ts';

const readDays = keptReading(
  async (db, unitId: string) => (await findPhonesDays(db, unitId)) ?? PHONES_SHOWN_DAYS,
  { most: 500 },
);

/** Of the superior that asked. */
export function phoneDaysOf(app: Pick<App, 'db' | 'stamp'>, unitId: string): Promise<number> {
  return readDays(app, unitId);
}

/** As an order is kept: ten years. */
const MOST_PHONE_DAYS = 3_650;

/** Throws `forbidden`, `not-found`, and `invalid` for what is no whole number of days. */
export async function setPhoneDays(
  app: App,
  { unitId, days, actor }: { readonly unitId: string; readonly days: number; readonly actor: string },
): Promise<void> {
  allow(app, 'tree.edit', { unitId });
  if (!Number.isInteger(days) || days < 0 || days > MOST_PHONE_DAYS)
    throw new AppError('invalid', 'orders.fault.phone-days', { most: MOST_PHONE_DAYS });
  return app.db.transaction().execute(async (trx) => {
    await savePhonesDays(trx, unitId, days);
    await record(trx, app, { actor, action: 'order.phones', unitId, subject: unitId }, { days });
  });
}
