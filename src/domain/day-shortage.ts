/**
 * How many seats of one day nobody is left for when each person takes one at most: people of several skills are counted
 * once, where they are needed. A glance before a search, not a proof: of rules it knows what it is told of who may stand a shift.
 */

import type { Day } from '../calendar/day.ts';
import { overlaps } from '../calendar/interval.ts';
import type { Plan } from './plan.ts';
import { hasSkills } from './plan-warnings.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';

export interface DayShortage {
  readonly missing: number;
  /** The post most of them are missing at; empty when none is. */
  readonly postId: string;
}

interface Seat {
  readonly postId: string;
  readonly staffIds: readonly string[];
}

/**
 * A greatest matching of seats at minimum cover with people who may stand them (Kuhn's augmenting paths).
 * @param isBarred whom rules keep from a shift, whatever else they stand.
 */
export function dayShortage(
  plan: Plan,
  day: Day,
  isBarred: (member: StaffMember, shift: Shift) => boolean = () => false,
): DayShortage {
  const seats = seatsOf(plan, day, isBarred);
  const takenBy = new Map<string, Seat>();
  const unfilled = seats.filter((seat) => !place(seat, takenBy, new Set()));
  const byPost = new Map<string, number>();
  for (const { postId } of unfilled) byPost.set(postId, (byPost.get(postId) ?? 0) + 1);
  const [worst] = [...byPost].sort(([, a], [, b]) => b - a);
  return { missing: unfilled.length, postId: worst?.[0] ?? '' };
}

function place(seat: Seat, takenBy: Map<string, Seat>, tried: Set<string>): boolean {
  for (const staffId of seat.staffIds) {
    if (tried.has(staffId)) continue;
    tried.add(staffId);
    const other = takenBy.get(staffId);
    if (other === undefined || place(other, takenBy, tried)) {
      takenBy.set(staffId, seat);
      return true;
    }
  }
  return false;
}

/** Those with the fewest people first, so that what stays empty is where people are scarce. */
function seatsOf(plan: Plan, day: Day, isBarred: (member: StaffMember, shift: Shift) => boolean): Seat[] {
  return plan.shifts
    .filter((shift) => shift.day === day)
    .flatMap((shift) => {
      const staffIds = eligible(plan, shift)
        .filter((member) => !isBarred(member, shift))
        .map(({ id }) => id);
      return Array.from({ length: shift.cover.minimum }, () => ({ postId: shift.postId, staffIds }));
    })
    .sort((a, b) => b.staffIds.length - a.staffIds.length);
}

function eligible({ staff, posts, leave }: Plan, shift: Shift): StaffMember[] {
  const post = posts.find(({ id }) => id === shift.postId);
  if (!post) return [];
  return staff.filter(
    (member) =>
      hasSkills(member, post) &&
      !leave.some(({ staffId, span }) => staffId === member.id && overlaps(span, shift.span)),
  );
}
