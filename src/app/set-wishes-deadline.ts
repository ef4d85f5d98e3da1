/** Says until when people may enter leave and wishes of their own for a period. */

import { type Instant, MS_PER_MINUTE } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import { AppError } from '../kernel/app-error.ts';
import { findPeriod, savePeriod } from '../store/period-store.ts';
import type { App } from './app.ts';
import { record } from './record.ts';

export interface DeadlineSetting {
  readonly key: PeriodKey;
  /** Absent goes back to when the list is due, or to the period's beginning. */
  readonly until?: Instant;
  readonly actor: string;
}

/** To the minute. Throws `not-found`. */
export function setWishesDeadline(app: App, { key, until, actor }: DeadlineSetting): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const period = await findPeriod(trx, key);
    if (!period) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
    const { wishesUntil: _, ...rest } = period;
    const minute = until === undefined ? undefined : until - (until % MS_PER_MINUTE);
    const closing = minute === undefined ? {} : { wishesUntil: minute as Instant };
    await savePeriod(trx, key.unitId, { ...rest, ...closing });
    await record(trx, app, {
      actor,
      action: 'availability.deadline',
      unitId: key.unitId,
      subject: key.periodId,
      details: {},
    });
  });
}
