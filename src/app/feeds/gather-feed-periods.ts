/** The published periods a unit's feeds are made of, and when any of it last changed or went away. */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { CANCELLED_KEPT_DAYS, seatHistory } from '../../domain/seat-history.ts';
import type { Unit } from '../../domain/unit.ts';
import type { FeedPeriod } from '../../output/feed-request.ts';
import type { Database } from '../../store/database.ts';
import { listPublishedPeriods, listWholeVersions } from '../../store/version-store.ts';

/** Duties older than this leave the feeds: a year and a bit, so that last Tết stays on the calendar until this one. */
const PAST_KEPT_DAYS = 400;

export interface GatheredPeriods {
  readonly periods: readonly FeedPeriod[];
  /** Absent when nothing was ever published. */
  readonly lastModified?: Instant;
}

/** @param readAt start of a day in the unit's zone; what goes away goes at such a moment. */
export async function gatherFeedPeriods(db: Database, unit: Unit, readAt: Instant): Promise<GatheredPeriods> {
  const periods: FeedPeriod[] = [];
  const changes: Instant[] = [];
  for (const { endsAt, ...key } of await listPublishedPeriods(db, unit.id)) {
    const leaves = firstDayAfter(endsAt, PAST_KEPT_DAYS, unit.zone);
    if (leaves <= readAt) {
      changes.push(leaves);
      continue;
    }
    const versions = await listWholeVersions(db, key);
    const latest = versions.at(-1);
    if (!latest) continue;
    const seats = seatHistory(versions);
    periods.push({ latest, seats });
    const gone = seats
      .flatMap(({ former }) => former)
      .map(({ lostAt }) => firstDayAfter(lostAt, CANCELLED_KEPT_DAYS, unit.zone))
      .filter((at) => at <= readAt);
    changes.push(latest.publishedAt, ...gone);
  }
  return changes.length > 0 ? { periods, lastModified: Math.max(...changes) as Instant } : { periods };
}

/** The first start of a day that is at least `days` × 24 hours after the instant. */
function firstDayAfter(instant: Instant, days: number, zone: string): Instant {
  const passed = (instant + days * 86_400_000) as Instant;
  const day = dayOf(passed, zone);
  const start = startOfDay(day, zone);
  return start >= passed ? start : startOfDay(addDays(day, 1), zone);
}
