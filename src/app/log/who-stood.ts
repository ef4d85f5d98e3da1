/** Which shift a line of the log belongs to: the author's own at that moment, or the watch that was kept then. */

import { contains, type Instant } from '../../calendar/interval.ts';
import { CALL_ORDER } from '../../domain/escalation.ts';
import type { LoggedShift } from '../../domain/log-entry.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { App } from '../app.ts';
import { versionsInForce } from '../versions/versions-in-force.ts';

export interface StoodShift extends LoggedShift {
  readonly version: RosterVersion;
  readonly shift: Shift;
  readonly post: Post;
  /** By place. */
  readonly staffIds: readonly string[];
}

/** Shifts that ran at the moment by the rosters in force then; those first to be called first. */
async function shiftsAt(app: App, unitId: string, at: Instant): Promise<StoodShift[]> {
  const versions = await versionsInForce(app, unitId, at);
  return versions
    .flatMap((version) => shiftsOf(version, at))
    .toSorted((a, b) => CALL_ORDER.indexOf(a.post.tier) - CALL_ORDER.indexOf(b.post.tier));
}

function shiftsOf(version: RosterVersion, at: Instant): StoodShift[] {
  const { plan, roster, periodId } = version;
  return plan.shifts
    .filter(({ span }) => contains(span, at))
    .flatMap((shift) => {
      const post = plan.posts.find(({ id }) => id === shift.postId);
      const staffIds = roster.assignments
        .filter(({ shiftId }) => shiftId === shift.id)
        .toSorted((a, b) => a.place - b.place)
        .map(({ staffId }) => staffId);
      return post ? [{ version, shift, post, staffIds, periodId, shiftId: shift.id }] : [];
    });
}

export interface Writer {
  readonly unitId: string;
  readonly staffId?: string;
  /** Where they say it was at one post. */
  readonly postId?: string;
}

/** Their own shift, at that post where they say one; the post's; the first watch. Undefined when nobody stood any. */
export async function shiftOfWriter(
  app: App,
  { unitId, staffId, postId }: Writer,
  at: Instant,
): Promise<StoodShift | undefined> {
  const shifts = await shiftsAt(app, unitId, at);
  const there = shifts.filter(({ post }) => postId === undefined || post.id === postId);
  const own = there.find(({ staffIds }) => staffId !== undefined && staffIds.includes(staffId));
  const stood = there.find(({ staffIds }) => staffIds.length > 0);
  return own ?? stood ?? there[0];
}
