/** The published shifts of a unit between two instants, with who stands them, named as of today. */

import { type Interval, overlaps } from '../../calendar/interval.ts';
import type { DutyShift } from '../../domain/duty.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Post } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { todaysVersions } from '../versions/todays-versions.ts';

export interface DutyShiftQuestion {
  readonly unitId: string;
  /** Shifts that overlap it, though they begin before or end after. */
  readonly within: Interval;
  /** Only shifts this person stands. */
  readonly staffId?: string;
  readonly postId?: string;
}

export interface PublishedShift extends DutyShift {
  readonly post: Post;
  readonly version: RosterVersion;
}

/** By start, then post as the roster has them; withdrawn rosters are left out. */
export async function listDutyShifts(app: App, question: DutyShiftQuestion): Promise<PublishedShift[]> {
  const { unitId, within } = question;
  const printed = await listNewestVersions(app.db, { unitId, endsAfter: within.start });
  const versions = await todaysVersions(app.db, printed, app.clock());
  return versions
    .filter((version) => !version.withdrawn)
    .flatMap((version) => shiftsOf(version, question))
    .sort((a, b) => a.shift.span.start - b.shift.span.start);
}

function shiftsOf(version: RosterVersion, { within, staffId, postId }: DutyShiftQuestion): PublishedShift[] {
  const index = new RosterIndex(version.plan, version.roster);
  return version.plan.shifts.flatMap((shift): PublishedShift[] => {
    const post = index.postById.get(shift.postId);
    if (!post || !overlaps(shift.span, within)) return [];
    if (postId !== undefined && post.id !== postId) return [];
    const staff = index.staffOf(shift.id).flatMap((id) => index.staffById.get(id) ?? []);
    if (staffId !== undefined && !staff.some(({ id }) => id === staffId)) return [];
    return [{ shift, staff, post, version }];
  });
}
