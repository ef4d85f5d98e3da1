/** Who is on duty at a moment, and who comes next, read from a published version. */

import { contains, type Instant } from '../calendar/interval.ts';
import { RosterIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import type { Post } from './unit.ts';
import type { RosterVersion } from './version.ts';

export interface DutyShift {
  readonly shift: Shift;
  /** By place; empty when nobody was found for it. */
  readonly staff: readonly StaffMember[];
}

/** One post at one moment. */
export interface PostDuty {
  readonly post: Post;
  /** Shifts that run; none between two shifts of a post that is not stood round the clock. */
  readonly current: readonly DutyShift[];
  /** The shifts that begin first after the moment; none after the last. */
  readonly next: readonly DutyShift[];
}

export interface Duty {
  /** Every post of the version, in its order. */
  readonly posts: readonly PostDuty[];
  /** When someone next comes or goes; absent after the last shift. */
  readonly nextHandover?: Instant;
}

/** A shift that ends at `at` has ended, one that begins at `at` runs. A withdrawn version has nobody on duty. */
export function dutyAt(version: RosterVersion, at: Instant): Duty {
  const { plan, roster } = version;
  if (version.withdrawn) return { posts: [] };
  const index = new RosterIndex(plan, roster);
  const stood = (shifts: readonly Shift[]): DutyShift[] =>
    shifts.map((shift) => ({
      shift,
      staff: index.staffOf(shift.id).flatMap((id) => index.staffById.get(id) ?? []),
    }));
  const posts = plan.posts.map((post): PostDuty => {
    const own = plan.shifts.filter(({ postId }) => postId === post.id);
    const start = Math.min(...own.map(({ span }) => span.start).filter((each) => each > at));
    return {
      post,
      current: stood(own.filter(({ span }) => contains(span, at))),
      next: stood(own.filter(({ span }) => span.start === start)),
    };
  });
  const turns = plan.shifts.flatMap(({ span }) => [span.start, span.end]).filter((turn) => turn > at);
  return turns.length > 0 ? { posts, nextHandover: Math.min(...turns) as Instant } : { posts };
}
