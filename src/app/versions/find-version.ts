/**
 * A published version of a period, by number or the newest: as it was published, with what other periods of the unit
 * publish beside it today, so that whoever judges it again sees both.
 */

import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { findVersion as findByNumber, findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { attachStream } from '../periods/attach-stream.ts';
import { keptReading } from '../readings.ts';
import { octetsOf } from './version-octets.ts';

const KEEPING = {
  most: 24 * 1024 * 1024,
  weigh: (version: RosterVersion | undefined) => (version ? octetsOf(version) : 100),
};

const readNewest = keptReading(
  async (db, unitId: string, periodId: string) =>
    besideStream(db, await findNewestVersion(db, { unitId, periodId })),
  KEEPING,
);
const readNumbered = keptReading(
  async (db, unitId: string, periodId: string, number: string) =>
    besideStream(db, await findByNumber(db, { unitId, periodId }, Number(number))),
  KEEPING,
);

/** Without a number the newest, a withdrawing one included; undefined when there is none. */
export function findVersion(
  app: App,
  { unitId, periodId }: PeriodKey,
  number?: number,
): Promise<RosterVersion | undefined> {
  return number === undefined
    ? readNewest(app, unitId, periodId)
    : readNumbered(app, unitId, periodId, String(number));
}

async function besideStream(
  db: Database,
  version: RosterVersion | undefined,
): Promise<RosterVersion | undefined> {
  return version && { ...version, plan: await attachStream(db, version.plan) };
}
