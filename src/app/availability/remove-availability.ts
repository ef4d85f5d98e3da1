/** Takes one line of leave or wish out of a period: by who makes the rota, or by the person before the time is over. */

import { entryRef } from '../../domain/own-availability.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAvailability, replaceAvailability } from '../../store/availability-store.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type By, openAvailabilityDoor, requireOpen } from './availability-door.ts';

export interface AvailabilityRemoving {
  readonly key: PeriodKey;
  readonly staffId: string;
  /** As `listAvailability` names the line. */
  readonly ref: string;
  readonly by: By;
}

/**
 * The draft loses its certificate, published versions stay as they are. Throws `not-found` also for a line that is gone
 * or another person's, `forbidden`; and `conflict` as `addAvailability` does.
 */
export function removeAvailability(app: App, { key, staffId, ref, by }: AvailabilityRemoving): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const door = await openAvailabilityDoor(trx, app, { key, staffId, action: 'availability.edit', by });
    requireOpen(door);
    const all = await listAvailability(trx, key);
    const gone = all.find((each) => each.staffId === staffId && entryRef(each) === ref);
    if (!gone) throw new AppError('not-found', 'error.availability.missing');
    await replaceAvailability(
      trx,
      key,
      all.filter((each) => entryRef(each) !== ref),
    );
    await dropCertificate(trx, key);
    await record(trx, app, {
      actor: by.actor,
      action: 'availability.remove',
      unitId: key.unitId,
      subject: key.periodId,
      details: { staff: staffId, kind: gone.kind },
    });
  });
}
