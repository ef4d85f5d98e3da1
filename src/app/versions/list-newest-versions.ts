/** What is published at this moment: the newest version of every period. */

import type { RosterVersion } from '../../domain/version.ts';
import { listNewestVersions as listStored, type VersionFilter } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** Withdrawing versions included; by start, then unit and period. */
export function listNewestVersions(app: App, filter: VersionFilter = {}): Promise<RosterVersion[]> {
  return listStored(app.db, filter);
}
