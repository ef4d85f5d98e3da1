/** Published versions as pages, programs and calendars show them: the seats as published, names and phones as of today. */

import type { PeriodKey } from '../../domain/period.ts';
import { type KnownPeople, withOldPhones, withTodaysPeople } from '../../domain/todays-people.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { findVersion } from './find-version.ts';
import { listNewestVersions } from './list-newest-versions.ts';

/** Of units. */
const MOST_LISTS = 64;

const peopleOf = keptReading((db, unitId: string) => listKnownPeople(db, unitId), { most: MOST_LISTS });

/** As `findVersion`. A number that a later version has replaced is shown as it was printed. */
export async function showVersion(
  app: App,
  key: PeriodKey,
  number?: number,
): Promise<RosterVersion | undefined> {
  const version = await findVersion(app, key, number);
  if (!version) return undefined;
  const newest = number === undefined ? version : await findVersion(app, key);
  const people = await peopleOf(app, key.unitId);
  return newest?.number === version.number
    ? withTodaysPeople(version, people)
    : withOldPhones(version, people);
}

/** As `listNewestVersions`. */
export async function showNewestVersions(app: App, unitId?: string): Promise<readonly RosterVersion[]> {
  const versions = await listNewestVersions(app, unitId);
  return Promise.all(
    versions.map(async (version) => withTodaysPeople(version, await peopleOf(app, version.plan.unit.id))),
  );
}

/** Of one unit, inside a transaction. */
export async function todaysVersions(
  db: Database,
  unitId: string,
  versions: readonly RosterVersion[],
): Promise<{ readonly versions: readonly RosterVersion[]; readonly people: KnownPeople }> {
  const people = await listKnownPeople(db, unitId);
  return { people, versions: versions.map((version) => withTodaysPeople(version, people)) };
}
