/** Agrees to leave that people asked for, or refuses it. */

import { stretchOf } from '../../domain/availability-line.ts';
import { answerLines, listLines } from '../../store/availability-store.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type By, openAvailabilityAccess } from './availability-access.ts';

export interface LeaveAnswering {
  readonly unitId: string;
  readonly ids: readonly number[];
  readonly granted: boolean;
  readonly by: By;
}

/**
 * How many lines were answered: one that waits no more stays as it is. Drafts of the periods that leave now granted
 * says something of lose their certificates. Throws `not-found`, `forbidden`.
 */
export function answerLeave(app: App, { unitId, ids, granted, by }: LeaveAnswering): Promise<number> {
  return app.db.transaction().execute(async (trx) => {
    const { unit } = await openAvailabilityAccess(trx, app, { unitId, action: 'availability.edit' });
    const lines = await listLines(trx, unitId, { ids, state: 'waiting' });
    if (lines.length === 0) return 0;
    const state = granted ? 'granted' : 'refused';
    const answered = await answerLines(trx, { unitId, ids }, { state, answeredAt: app.clock() });
    for (const { entry } of granted ? lines : []) {
      await dropCertificatesWithin(trx, unitId, stretchOf(entry, unit.zone));
    }
    for (const staffId of new Set(lines.map(({ entry }) => entry.staffId))) {
      const count = lines.filter(({ entry }) => entry.staffId === staffId).length;
      await record(
        trx,
        app,
        { actor: by.actor, action: granted ? 'leave.accept' : 'leave.refuse', unitId, subject: staffId },
        { lines: count },
      );
    }
    return answered;
  });
}
