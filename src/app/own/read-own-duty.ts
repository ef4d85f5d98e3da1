/** What someone's own page shows: who it is, the rosters that person stands in. */

import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { attachStream } from '../periods/attach-stream.ts';
import { calledName } from '../staff/called-name.ts';
import { todaysVersions } from '../versions/todays-versions.ts';

export interface OwnDuty extends Person {
  readonly unitName: string;
  readonly zone: string;
  readonly member: StaffMember;
  /** Namesakes told apart. */
  readonly name: string;
  /** The newest version of every period that is not over, by start; withdrawn ones are left out. */
  readonly versions: readonly RosterVersion[];
}

/** Throws `not-found` when the unit has no such person. */
export function readOwnDuty(app: App, { unitId, staffId }: Person): Promise<OwnDuty> {
  allow(app, 'swap.ask', { unitId, staffId });
  return readOnly(app.db, async (trx) => {
    const unit = await findUnit(trx, unitId);
    const member = unit && (await findStaffMember(trx, unitId, staffId));
    if (!unit || !member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    const printed = await listNewestVersions(trx, { unitId, endsAfter: app.clock() });
    const newest = await todaysVersions(trx, printed, app.clock());
    return {
      unitId,
      staffId,
      unitName: unit.name,
      zone: unit.zone,
      member,
      name: await calledName(trx, unitId, member),
      versions: await besideStream(trx, newest),
    };
  });
}

/** Those that stand, with the duties of other periods beside them: who hands over to whom at the seam. */
function besideStream(trx: Database, newest: readonly RosterVersion[]): Promise<RosterVersion[]> {
  const standing = newest.filter(({ withdrawn }) => withdrawn !== true);
  return Promise.all(
    standing.map(async (version) => ({ ...version, plan: await attachStream(trx, version.plan) })),
  );
}
