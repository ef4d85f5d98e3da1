/** What someone's own page shows: who it is, the rosters that person stands in, and how they changed. */

import type { Instant } from '../../calendar/interval.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findNoticesSeen, type Person, saveNoticesSeen } from '../../store/personal-link-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listNewestVersions, listWholeVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';

export interface OwnDuty extends Person {
  readonly unitName: string;
  readonly zone: string;
  readonly member: StaffMember;
  /** The newest version of every period that is not over, by start; withdrawn ones are left out. */
  readonly versions: readonly RosterVersion[];
  readonly seenAt?: Instant;
}

/** Throws `not-found` when the unit has no such person. */
export function readOwnDuty(app: App, { unitId, staffId }: Person): Promise<OwnDuty> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unit = await findUnit(trx, unitId);
      const member = unit && (await findStaffMember(trx, unitId, staffId));
      if (!unit || !member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
      const newest = await listNewestVersions(trx, { unitId, endsAfter: app.clock() });
      const seenAt = await findNoticesSeen(trx, { unitId, staffId });
      return {
        unitId,
        staffId,
        unitName: unit.name,
        zone: unit.zone,
        member,
        versions: newest.filter(({ withdrawn }) => withdrawn !== true),
        ...(seenAt === undefined ? {} : { seenAt }),
      };
    });
}

/** Every version of the periods that are not over, each period's ascending by number. */
export function readOwnHistory(app: App, { unitId }: Person): Promise<RosterVersion[][]> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const history: RosterVersion[][] = [];
      for (const { periodId } of await listNewestVersions(trx, { unitId, endsAfter: app.clock() })) {
        history.push(await listWholeVersions(trx, { unitId, periodId }));
      }
      return history;
    });
}

/** What happened until now is known to the person. */
export function markNoticesSeen(app: App, person: Person): Promise<void> {
  return app.db
    .transaction()
    .execute((trx) => saveNoticesSeen(trx, person, app.clock()));
}
