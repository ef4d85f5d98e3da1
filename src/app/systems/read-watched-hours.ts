/** Which system was watched by whom in a span of days: on a page, and as a file. */

import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import type { Instant, Interval } from '../../calendar/interval.ts';
import { type ClockTime, instantAt } from '../../calendar/zone.ts';
import { unwatched, type WatchedSpan, watchedSpans } from '../../domain/watched-hours.ts';
import { listedSystems, systemNamed, type WatchedSystem } from '../../domain/watched-system.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { listSystems, listWatchingPosts } from '../../store/system-store.ts';
import { listNewestVersions, listWholeVersions } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { requireUnit } from '../require.ts';

const MOST_WATCHED_DAYS = 92;

export interface WatchedQuestion {
  readonly unitId: string;
  readonly from: Day;
  /** The last day, whole. */
  readonly to: Day;
}

export interface SystemHours {
  readonly system: WatchedSystem;
  readonly spans: readonly WatchedSpan[];
  /** In which nobody watched it. */
  readonly gaps: readonly Interval[];
}

export interface WatchedHours {
  readonly zone: string;
  readonly within: Interval;
  readonly systems: readonly SystemHours[];
}

const MIDNIGHT = '00:00' as ClockTime;

/** Throws `not-found`, `forbidden`, and `invalid` for more days than one asks for at once. */
export async function readWatchedHours(app: App, question: WatchedQuestion): Promise<WatchedHours> {
  const { unitId, from, to } = question;
  allow(app, 'roster.view', { unitId });
  await requirePart(app, unitId, 'systems');
  if (to < from) throw new AppError('invalid', 'systems.hours.order');
  if (daysBetween(from, to) >= MOST_WATCHED_DAYS) {
    throw new AppError('invalid', 'systems.hours.too-long', { days: MOST_WATCHED_DAYS });
  }
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const within = {
      start: instantAt(from, MIDNIGHT, unit.zone),
      end: instantAt(addDays(to, 1), MIDNIGHT, unit.zone),
    };
    return { zone: unit.zone, within, systems: await hoursIn(trx, unitId, within) };
  });
}

async function hoursIn(trx: Database, unitId: string, within: Interval): Promise<SystemHours[]> {
  const newest = await listNewestVersions(trx, {
    unitId,
    endsAfter: within.start,
    startsBefore: within.end as Instant,
  });
  const periods = [];
  for (const { periodId } of newest) periods.push(await listWholeVersions(trx, { unitId, periodId }));
  const spans = watchedSpans(periods, within);
  const posts = await listWatchingPosts(trx, unitId);
  const names = [...posts.flatMap(({ systems }) => systems), ...spans.map(({ system }) => system)];
  const listed = listedSystems(await listSystems(trx, unitId), names);
  return listed.map((system) => {
    const own = spans.filter((each) => systemNamed(listed, each.system) === system);
    return {
      system,
      spans: own,
      gaps: unwatched(
        own.map(({ span }) => span),
        within,
      ),
    };
  });
}
