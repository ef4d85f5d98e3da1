/** The versions of a period, without what is in them. */

import type { PeriodKey } from '../../domain/period.ts';
import { listVersions as listStored, type VersionSummary } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** Ascending by number; empty when nothing was published. */
export function listVersions(app: App, key: PeriodKey): Promise<VersionSummary[]> {
  return listStored(app.db, key);
}
