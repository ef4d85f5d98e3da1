/**
 * Published seats whose people are on the staff list, but can't stand them as things are today: on leave that the roster
 * did not know of, or without a skill that its post asks for. What the version knew when it was published, and was
 * accepted with a reason, is told as its fault, not here.
 */

import { type Instant, type Interval, overlaps } from '../../calendar/interval.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import { stretchOf, touches } from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { KnownPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import { type AwayReason, type RosterVersion, seatKey } from '../../domain/version.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { listLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { listKnownPeople } from '../../store/staff-store.ts';

interface GrantedLeave {
  readonly entry: AvailabilityEntry;
  readonly stretch: Interval;
  /** Before it was granted nobody was away for it. */
  readonly since: Instant;
}

/** What of a unit's people bears on rosters that are published already. */
export interface TodaysPeople {
  readonly people: KnownPeople;
  readonly leave: ReadonlyMap<string, readonly GrantedLeave[]>;
}

export async function readTodaysPeople(
  db: Database,
  { id, zone }: Pick<Unit, 'id' | 'zone'>,
): Promise<TodaysPeople> {
  const leave = new Map<string, GrantedLeave[]>();
  for (const { entry, answeredAt, enteredAt } of await listLines(db, id, { state: 'granted' })) {
    if (entry.kind !== 'leave') continue;
    const since = answeredAt ?? enteredAt ?? (0 as Instant);
    const own = leave.get(entry.staffId) ?? [];
    own.push({ entry, stretch: stretchOf(entry, zone), since });
    leave.set(entry.staffId, own);
  }
  return { people: await listKnownPeople(db, id), leave };
}

/** By `seatKey`; undefined when nobody is away. Leave counts for what it was granted before the end of, a lost skill for what is still to be stood. */
export function awaySeats(
  version: RosterVersion,
  today: TodaysPeople,
  now: Instant,
): Readonly<Record<string, AwayReason>> | undefined {
  const { plan, roster } = version;
  const away: Record<string, AwayReason> = {};
  const lost = lostSkills(plan, today.people);
  for (const { shiftId, staffId } of roster.assignments) {
    const known = today.people.get(staffId);
    const leave = today.leave.get(staffId) ?? [];
    const posts = lost.get(staffId);
    if (!known || known.leftAt !== undefined || (leave.length === 0 && !posts)) continue;
    const shift = shiftsOf(plan).get(shiftId);
    if (!shift) continue;
    if (isOnLeave(plan, shift, { staffId, leave })) away[seatKey(shiftId, staffId)] = 'leave';
    else if (posts?.has(shift.postId) && shift.span.end > now) away[seatKey(shiftId, staffId)] = 'skill';
  }
  return Object.keys(away).length > 0 ? away : undefined;
}

const shiftsOf = onceFor(({ shifts }: Plan): ReadonlyMap<string, Shift> => {
  return new Map(shifts.map((shift) => [shift.id, shift]));
});

interface Person {
  readonly staffId: string;
  readonly leave: readonly GrantedLeave[];
}

function isOnLeave(plan: Plan, { span }: Shift, { staffId, leave }: Person): boolean {
  const isAway = leave.some(
    ({ entry, stretch, since }) =>
      since < span.end && overlaps(stretch, span) && touches(entry, span, plan.unit.zone),
  );
  return isAway && !plan.leave.some((each) => each.staffId === staffId && overlaps(each.span, span));
}

/** Posts by person whose skills the person had when the roster was printed, and has no more. */
function lostSkills(plan: Plan, people: KnownPeople): ReadonlyMap<string, ReadonlySet<string>> {
  const lost = new Map<string, Set<string>>();
  for (const printed of plan.staff) {
    const today = people.get(printed.id)?.member;
    if (!today || printed.skills.every((skill) => today.skills.includes(skill))) continue;
    const posts = plan.posts.filter((post) => {
      const then = missingSkills(printed, post);
      return missingSkills(today, post).some((skill) => !then.includes(skill));
    });
    if (posts.length > 0) lost.set(printed.id, new Set(posts.map(({ id }) => id)));
  }
  return lost;
}
