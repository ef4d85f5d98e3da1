/**
 * Published versions as pages and programs show them: the seats as published, names and phones as of today, and which
 * seats their people can't stand any more.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { withOldPhones, withTodaysPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { awaySeats, readTodaysPeople, type TodaysPeople } from './away-seats.ts';
import { findVersion } from './find-version.ts';
import { listNewestVersions } from './list-newest-versions.ts';

/** Of units. */
const MOST_LISTS = 64;

const readPeople = keptReading((db, id: string, zone: string) => readTodaysPeople(db, { id, zone }), {
  most: MOST_LISTS,
});

function peopleOf(app: App, { id, zone }: Unit): Promise<TodaysPeople> {
  return readPeople(app, id, zone);
}

function shownToday(version: RosterVersion, today: TodaysPeople, now: Instant): RosterVersion {
  return withTodaysPeople(version, today.people, awaySeats(version, today, now));
}

/** As `findVersion`. A number that a later version has replaced is shown as it was printed. */
export async function showVersion(
  app: App,
  key: PeriodKey,
  number?: number,
): Promise<RosterVersion | undefined> {
  const version = await findVersion(app, key, number);
  if (!version) return undefined;
  const newest = number === undefined ? version : await findVersion(app, key);
  const today = await peopleOf(app, version.plan.unit);
  return newest?.number === version.number
    ? shownToday(version, today, app.clock())
    : withOldPhones(version, today.people);
}

/** As `listNewestVersions`. */
export async function showNewestVersions(app: App, unitId?: string): Promise<readonly RosterVersion[]> {
  const versions = await listNewestVersions(app, unitId);
  return Promise.all(
    versions.map(async (version) => shownToday(version, await peopleOf(app, version.plan.unit), app.clock())),
  );
}

/** The same of versions that were read inside a transaction, of any units. */
export async function todaysVersions(
  db: Database,
  versions: readonly RosterVersion[],
  now: Instant,
): Promise<RosterVersion[]> {
  const known = new Map<string, TodaysPeople>();
  const shown: RosterVersion[] = [];
  for (const version of versions) {
    const { unit } = version.plan;
    const today = known.get(unit.id) ?? (await readTodaysPeople(db, unit));
    known.set(unit.id, today);
    shown.push(shownToday(version, today, now));
  }
  return shown;
}
