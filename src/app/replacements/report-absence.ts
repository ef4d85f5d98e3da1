/**
 * Someone says that they cannot come to a shift of theirs: it counts at once as leave for its hours, nobody asks why, the
 * seat needs someone else, and who can see to it is told.
 */

import type { Instant } from '../../calendar/interval.ts';
import { type AbsenceFacts, teller } from '../../domain/notice.ts';
import { mayDo } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { listMembers } from '../../store/membership-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { enterAbsence } from './enter-absence.ts';
import { standingNow } from './may-replace.ts';

export interface AbsenceReporting {
  readonly unitId: string;
  readonly periodId: string;
  readonly staffId: string;
  readonly shiftId: string;
  readonly actor: string;
}

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
    await enterAbsence(trx, app, { version, shift, staffId, actor });
    const facts: AbsenceFacts = {
      kind: 'absence',
      periodId,
      absentId: staffId,
      shift: teller(version)(shift, []),
      at,
    };
    const told = await whoSeesToIt(trx, app, unitId, staffId);
    return tell(trx, { unitId, told: new Map(told.map((id) => [id, facts])), at: at as Instant });
  });
}

/**
 * The leaders on duty now, and who may replace a seat; where there is none of them, as when the leader is who is ill, all
 * others on duty now.
 * @param except whom it is about: they are not told of themselves.
 */
export async function whoSeesToIt(trx: Database, app: App, unitId: string, except = ''): Promise<string[]> {
  const members = await listMembers(trx, unitId);
  const makers = members.flatMap(({ membership, account }) => {
    const asker = { account, memberships: [membership] };
    const may = account.disabledAt === undefined && mayDo(asker, 'seat.replace', { unitId });
    return may ? (membership.staffId ?? []) : [];
  });
  const standing = await standingNow(trx, app, unitId);
  const leaders = standing.filter(({ tier }) => tier === 'leader').map(({ id }) => id);
  const first = [...leaders, ...makers].filter((id) => id !== except);
  const others = standing.map(({ id }) => id).filter((id) => id !== except);
  return [...new Set(first.length > 0 ? first : others)];
}
