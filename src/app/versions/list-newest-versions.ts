/** What is published at this moment: the newest version of every period. */

import type { RosterVersion } from '../../domain/version.ts';
import { listNewestVersions as listStored } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

/** A version of three hundred shifts takes about a megabyte. */
const MOST_VERSIONS = 48;

const weighing = { most: MOST_VERSIONS, weigh: (versions: readonly RosterVersion[]) => versions.length };

const readAll = keptReading((db): Promise<readonly RosterVersion[]> => listStored(db), weighing);
const readOfUnit = keptReading(
  (db, unitId: string): Promise<readonly RosterVersion[]> => listStored(db, { unitId }),
  weighing,
);

/** Of one unit or all; withdrawing versions included; by start, then unit and period. */
export function listNewestVersions(app: App, unitId?: string): Promise<readonly RosterVersion[]> {
  return unitId === undefined ? readAll(app) : readOfUnit(app, unitId);
}
