/** A published version of a period, by number or the newest. */

import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { findVersion as findByNumber, findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

/** A version of three hundred shifts takes about a megabyte. */
const MOST_VERSIONS = 24;

const readNewest = keptReading(
  (db, unitId: string, periodId: string) => findNewestVersion(db, { unitId, periodId }),
  { most: MOST_VERSIONS },
);
const readNumbered = keptReading(
  (db, unitId: string, periodId: string, number: string) =>
    findByNumber(db, { unitId, periodId }, Number(number)),
  { most: MOST_VERSIONS },
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
