/** The versions of a period, without what is in them. */

import type { PeriodKey } from '../../domain/period.ts';
import { listVersions as listStored, type VersionSummary } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

export type { VersionSummary };

const readVersions = keptReading(
  (db, unitId: string, periodId: string): Promise<readonly VersionSummary[]> =>
    listStored(db, { unitId, periodId }),
  { most: 10_000, weigh: (versions) => versions.length + 1 },
);

/** Ascending by number; empty when nothing was published. */
export function listVersions(app: App, { unitId, periodId }: PeriodKey): Promise<readonly VersionSummary[]> {
  return readVersions(app, unitId, periodId);
}
