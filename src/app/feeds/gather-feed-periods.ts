/** The published periods a unit's feeds are made of, and when any of it last changed or went away. */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { mayFollow } from '../../domain/handover.ts';
import { CANCELLED_KEPT_DAYS, type SeatState, unitSeatHistory } from '../../domain/seat-history.ts';
import { withTodaysPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { FeedPeriod } from '../../output/feed-request.ts';
import { listContactChanges } from '../../store/contact-change-store.ts';
import type { Database } from '../../store/database.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { listPublishedPeriods, listWholeVersions } from '../../store/version-store.ts';

/** Duties older than this leave the feeds: a year and a bit, so that last Tết stays on the calendar until this one. */
const PAST_KEPT_DAYS = 400;

export interface GatheredPeriods {
  readonly periods: readonly FeedPeriod[];
  /** Absent when nothing was ever published. */
  readonly lastModified?: Instant;
  /** The start of the day on which the first of it grows too old and goes away; absent while nothing will. */
  readonly until?: Instant;
}

/** @param readAt start of a day in the unit's zone; what goes away goes at such a moment. */
export async function gatherFeedPeriods(db: Database, unit: Unit, readAt: Instant): Promise<GatheredPeriods> {
  const changes: Instant[] = [];
  const leaving: Instant[] = [];
  const histories: RosterVersion[][] = [];
  for (const { endsAt, ...key } of await listPublishedPeriods(db, unit.id)) {
    const leaves = firstDayAfter(endsAt, PAST_KEPT_DAYS, unit.zone);
    if (leaves <= readAt) changes.push(leaves);
    else {
      leaving.push(leaves);
      histories.push(await listWholeVersions(db, key));
    }
  }
  const contacts = await listContactChanges(db, unit.id);
  const seats = unitSeatHistory(histories, contacts);
  const people = await listKnownPeople(db, unit.id);
  const told = histories.flatMap((versions, i) => {
    const latest = versions.at(-1);
    return latest ? [{ latest: withTodaysPeople(latest, people), seats: seats[i] ?? [] }] : [];
  });
  const newest = told.map(({ latest }) => latest);
  const periods = told.map(({ latest, seats: held }) => ({
    latest,
    beside: newest.filter((other) => other !== latest && mayFollow(other, latest.plan.period.span)),
    seats: held.map((seat) => heldByKnown(seat, latest)),
  }));
  for (const seat of seats.flat()) {
    const ends = seat.former.map(({ lostAt }) => firstDayAfter(lostAt, CANCELLED_KEPT_DAYS, unit.zone));
    leaving.push(...ends.filter((at) => at > readAt));
    changes.push(seat.lastRevised, ...ends.filter((at) => at <= readAt));
  }
  changes.push(...newest.map(({ publishedAt }) => publishedAt));
  return {
    periods,
    ...(changes.length > 0 ? { lastModified: latestOf(changes) } : {}),
    ...(leaving.length > 0 ? { until: Math.min(...leaving) as Instant } : {}),
  };
}

/** With the holder's name of today. */
function heldByKnown(seat: SeatState, { plan }: RosterVersion): SeatState {
  if (seat.status !== 'held') return seat;
  const holder = plan.staff.find(({ id }) => id === seat.holder.id);
  return holder && holder !== seat.holder ? { ...seat, holder } : seat;
}

function latestOf(instants: readonly Instant[]): Instant {
  return instants.reduce((latest, each) => Math.max(latest, each) as Instant);
}

/** The first start of a day that is at least `days` × 24 hours after the instant. */
function firstDayAfter(instant: Instant, days: number, zone: string): Instant {
  const passed = (instant + days * 86_400_000) as Instant;
  const day = dayOf(passed, zone);
  const start = startOfDay(day, zone);
  return start >= passed ? start : startOfDay(addDays(day, 1), zone);
}
