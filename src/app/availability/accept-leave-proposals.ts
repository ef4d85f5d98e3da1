/** Takes proposals of leave into a period: from then on they are leave as if they had been written by hand. */

import type { Instant } from '../../calendar/interval.ts';
import { cutTo, leaveEntries } from '../../domain/leave-proposal.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAvailability, replaceAvailability } from '../../store/availability-store.ts';
import { listProposals } from '../../store/busy-calendar-store.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { findPeriod } from '../../store/period-store.ts';
import { listParticipants } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface ProposalAccepting {
  readonly key: PeriodKey;
  readonly staffId: string;
  /** Which of the person's proposals, by their start; absent takes all that touch the period. */
  readonly starts?: readonly Instant[];
  readonly note: string;
  readonly actor: string;
}

/**
 * How many lines of leave were added; the same twice adds nothing. The draft loses its certificate. Throws `not-found`
 * without unit or period, and for someone who takes no part.
 */
export function acceptLeaveProposals(app: App, accepting: ProposalAccepting): Promise<number> {
  const { key, staffId, starts, note, actor } = accepting;
  return app.db.transaction().execute(async (trx) => {
    const period = await findPeriod(trx, key);
    const unit = await findUnit(trx, key.unitId);
    if (!period || !unit) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
    if (!(await listParticipants(trx, key)).some(({ id }) => id === staffId)) {
      throw new AppError('not-found', 'error.availability.no-part');
    }
    const wanted = (await listProposals(trx, key.unitId, period.span))
      .filter((each) => each.staffId === staffId && (starts?.includes(each.span.start) ?? true))
      .map((each) => cutTo(each.span, period.span));
    const kept = await listAvailability(trx, key);
    const known = new Set(kept.map(entryRef));
    const added = wanted
      .flatMap((span) => leaveEntries(span, { staffId, note, zone: unit.zone }))
      .filter((each) => !known.has(entryRef(each)));
    if (added.length === 0) return 0;
    await replaceAvailability(trx, key, [...kept, ...added]);
    await dropCertificate(trx, key);
    await record(trx, app, {
      actor,
      action: 'leave.accept',
      unitId: key.unitId,
      subject: key.periodId,
      details: { lines: added.length },
    });
    return added.length;
  });
}
