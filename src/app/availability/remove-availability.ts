/** Takes one line of leave or wish away: by who makes the rota, or by the person before the time is over. */

import { stretchOf } from '../../domain/availability-line.ts';
import { entryRef } from '../../domain/own-availability.ts';
import { AppError } from '../../kernel/app-error.ts';
import { deleteLines, listLines } from '../../store/availability-store.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type By, openAvailabilityAccess, requireOpen } from './availability-access.ts';

export interface AvailabilityRemoving {
  readonly unitId: string;
  readonly staffId: string;
  /** As `listAvailability` names the line. */
  readonly ref: string;
  readonly by: By;
}

/**
 * Drafts of the periods it says something of lose their certificates, published versions stay as they are. Throws
 * `not-found` also for a line that is gone or another person's, `forbidden`; and `conflict` as `addAvailability` does.
 */
export function removeAvailability(
  app: App,
  { unitId, staffId, ref, by }: AvailabilityRemoving,
): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const access = await openAvailabilityAccess(trx, app, { unitId, staffId, action: 'availability.edit' });
    const own = await listLines(trx, unitId, { staffIds: [staffId] });
    const gone = own.find(({ entry }) => entryRef(entry) === ref);
    if (!gone) throw new AppError('not-found', 'error.availability.missing');
    // What was never granted is in no plan: the person may take it back at any time.
    if (gone.state === 'granted') await requireOpen(trx, app, access, gone.entry);
    await deleteLines(trx, unitId, [gone.id]);
    if (gone.state === 'granted') {
      await dropCertificatesWithin(trx, unitId, stretchOf(gone.entry, access.unit.zone));
    }
    await record(
      trx,
      app,
      { actor: by.actor, action: 'availability.remove', unitId, subject: staffId },
      { kind: gone.entry.kind, from: gone.entry.from },
    );
  });
}
