/** Who of the staff list takes part in a period, one person at a time. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { addParticipant, listStaff, removeParticipant } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { requirePeriod } from '../require.ts';

export interface Participation {
  readonly key: PeriodKey;
  readonly staffId: string;
  /** Leaving takes leave, wishes and pins of the person out of the period. */
  readonly takesPart: boolean;
  readonly actor: string;
}

/**
 * The draft loses its certificate, published versions stay as they are. Throws `not-found`; and `conflict`,
 * `error.period.over`, when the period is over.
 */
export async function setParticipation(
  app: App,
  { key, staffId, takesPart, actor }: Participation,
): Promise<void> {
  allow(app, 'period.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const period = await requirePeriod(trx, key);
    if (period.span.end <= app.clock()) throw new AppError('conflict', 'error.period.over');
    if (!(await listStaff(trx, key.unitId)).some(({ id }) => id === staffId)) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    if (takesPart) await addParticipant(trx, key, staffId);
    else await removeParticipant(trx, key, staffId);
    await dropCertificate(trx, key);
    await record(
      trx,
      app,
      { actor, action: takesPart ? 'staff.join-period' : 'staff.quit-period', ...ofPeriod(key) },
      { staff: staffId },
    );
  });
}
