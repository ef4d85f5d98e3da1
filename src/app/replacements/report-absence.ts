/**
 * Someone says that they cannot come to a shift of theirs: it counts at once as leave for its hours, nobody asks why, the
 * seat needs someone else, and who can see to it is told.
 */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { stretchOf } from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { type AbsenceFacts, teller } from '../../domain/notice.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Shift } from '../../domain/shift.ts';
import { AppError } from '../../kernel/app-error.ts';
import { saveLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import { listMembers } from '../../store/membership-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { record } from '../record.ts';
import { leadersOnDuty } from './may-replace.ts';

export interface AbsenceReporting {
  readonly unitId: string;
  readonly periodId: string;
  readonly staffId: string;
  readonly shiftId: string;
  readonly actor: string;
}

const DAY_MS = 86_400_000;

/** How many were told. Throws `not-found` for a shift that is not the person's, or is over; `forbidden`. */
export function reportAbsence(app: App, reporting: AbsenceReporting): Promise<number> {
  const { unitId, periodId, staffId, shiftId, actor } = reporting;
  allow(app, 'swap.ask', { unitId, staffId });
  return app.db.transaction().execute(async (trx) => {
    const version = await findNewestVersion(trx, { unitId, periodId });
    const shift = version?.plan.shifts.find(({ id }) => id === shiftId);
    const stands = version?.roster.assignments.some(
      (each) => each.shiftId === shiftId && each.staffId === staffId,
    );
    const at = app.clock();
    if (!version || !shift || !stands || shift.span.end <= at) {
      throw new AppError('not-found', 'swap.failure.no-shift');
    }
    const { zone } = version.plan.unit;
    const entry = absenceOf(staffId, shift, zone);
    await saveLines(trx, unitId, [{ entry, state: 'granted', origin: 'person', enteredAt: at }]);
    await dropCertificatesWithin(trx, unitId, stretchOf(entry, zone));
    await record(trx, app, {
      actor,
      action: 'availability.add',
      unitId,
      subject: staffId,
      details: { kind: 'leave', from: entry.from, to: addDays(entry.to, -1), state: 'granted' },
    });
    const facts: AbsenceFacts = {
      kind: 'absence',
      periodId,
      absentId: staffId,
      shift: teller(version)(shift, []),
      at,
    };
    const told = (await whoSeesToIt(trx, app, unitId)).filter((id) => id !== staffId);
    return tell(trx, { unitId, told: new Map(told.map((id) => [id, facts])), at: at as Instant });
  });
}

/** The hours of the shift; whole days of one longer than a day. */
function absenceOf(staffId: string, { day, span }: Shift, zone: string): AvailabilityEntry {
  const length = span.end - span.start;
  const days = Math.max(1, Math.ceil(length / DAY_MS));
  const common = { staffId, kind: 'leave', from: day, weight: 5, note: '' } as const;
  if (length > DAY_MS) return { ...common, to: addDays(day, days + 1) };
  return {
    ...common,
    to: addDays(day, 1),
    startTime: clockTimeOf(span.start, zone),
    endTime: clockTimeOf(span.end, zone),
  };
}

/** The leaders on duty now, and who may replace a seat. */
async function whoSeesToIt(trx: Database, app: App, unitId: string): Promise<string[]> {
  const members = await listMembers(trx, unitId);
  const makers = members.flatMap(({ membership, account }) => {
    const asker = { account, memberships: [membership] };
    const may = account.disabledAt === undefined && mayDo(asker, 'seat.replace', { unitId });
    return may ? (membership.staffId ?? []) : [];
  });
  return [...new Set([...(await leadersOnDuty(trx, app, unitId)), ...makers])];
}
