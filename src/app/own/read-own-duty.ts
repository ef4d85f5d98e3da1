/** What someone's own page shows: who it is, the rosters that person stands in, and how they changed. */

import type { Instant } from '../../calendar/interval.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findNoticesSeen, type Person, saveNoticesSeen } from '../../store/personal-link-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findVersion, listNewestVersions } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { attachStream } from '../periods/attach-stream.ts';
import { calledName } from '../staff/called-name.ts';
import { todaysVersions } from '../versions/todays-versions.ts';

/** Two versions of a period, one after the other; without `before`, the first. */
export interface VersionStep {
  readonly before?: RosterVersion;
  readonly after: RosterVersion;
}

export interface OwnDuty extends Person {
  readonly unitName: string;
  readonly zone: string;
  readonly member: StaffMember;
  /** Namesakes told apart. */
  readonly name: string;
  /** The newest version of every period that is not over, by start; withdrawn ones are left out. */
  readonly versions: readonly RosterVersion[];
  /** When the person last said so of what is new. */
  readonly seenAt?: Instant;
  /** What was published since; nothing while the person never said so. */
  readonly steps: readonly VersionStep[];
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
      const printed = await listNewestVersions(trx, { unitId, endsAfter: app.clock() });
      const { versions: newest } = await todaysVersions(trx, unitId, printed);
      const seenAt = await findNoticesSeen(trx, { unitId, staffId });
      return {
        unitId,
        staffId,
        unitName: unit.name,
        zone: unit.zone,
        member,
        name: await calledName(trx, unitId, member),
        versions: await besideStream(trx, newest),
        ...(seenAt === undefined ? {} : { seenAt }),
        steps: seenAt === undefined ? [] : await stepsSince(trx, printed, seenAt),
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

/** Every step of the periods that are not over, newest first. */
export function readOwnSteps(app: App, { unitId }: Person): Promise<VersionStep[]> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) =>
      stepsSince(trx, await listNewestVersions(trx, { unitId, endsAfter: app.clock() }), undefined),
    );
}

/** What happened until now is known to the person. */
export async function markNoticesSeen(app: App, person: Person): Promise<void> {
  allow(app, 'swap.ask', person);
  return app.db.transaction().execute((trx) => saveNoticesSeen(trx, person, app.clock()));
}

const MOST_STEPS = 12;

/** Whole versions are read only where something is new. */
async function stepsSince(
  trx: Database,
  newest: readonly RosterVersion[],
  since: Instant | undefined,
): Promise<VersionStep[]> {
  const steps: VersionStep[] = [];
  for (const last of newest) {
    let after = last;
    for (let i = 0; i < MOST_STEPS && (since === undefined || after.publishedAt > since); i++) {
      const key = { unitId: last.plan.unit.id, periodId: last.periodId };
      const before = await findVersion(trx, key, after.number - 1);
      steps.push({ after, ...(before ? { before } : {}) });
      if (!before) break;
      after = before;
    }
  }
  return steps.sort((a, b) => b.after.publishedAt - a.after.publishedAt);
}
