/** What is published at this moment: the newest version of every period. */

import type { RosterVersion } from '../../domain/version.ts';
import { listNewestVersions as listStored } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { octetsOf } from './version-octets.ts';

const KEEPING = {
  most: 64 * 1024 * 1024,
  weigh: (versions: readonly RosterVersion[]) =>
    versions.reduce((sum, version) => sum + octetsOf(version), 100),
};

const readAll = keptReading((db): Promise<readonly RosterVersion[]> => listStored(db), KEEPING);
const readOfUnit = keptReading(
  (db, unitId: string): Promise<readonly RosterVersion[]> => listStored(db, { unitId }),
  KEEPING,
);

/** Of one unit or all; withdrawing versions included; by start, then unit and period. */
export function listNewestVersions(app: App, unitId?: string): Promise<readonly RosterVersion[]> {
  return unitId === undefined ? readAll(app) : readOfUnit(app, unitId);
}
