/** The rosters that were in force at a moment: what was published later changes nothing of who stood then. */

import type { Instant } from '../../calendar/interval.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listVersionsInForce } from '../../store/version-in-force-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { octetsOf } from './version-octets.ts';

/** Moments within a minute are one reading: rosters change hands by the minute. */
const MINUTE_MS = 60_000;

const read = keptReading(
  (db, unitId: string, minute: string): Promise<readonly RosterVersion[]> =>
    listVersionsInForce(db, { unitId, at: ((Number(minute) + 1) * MINUTE_MS - 1) as Instant }),
  { most: 32 * 1024 * 1024, weigh: (versions) => versions.reduce((sum, each) => sum + octetsOf(each), 100) },
);

/** By start; of periods not long over, nor far ahead. */
export function versionsInForce(app: App, unitId: string, at: Instant): Promise<readonly RosterVersion[]> {
  return read(app, unitId, String(Math.floor(at / MINUTE_MS)));
}
