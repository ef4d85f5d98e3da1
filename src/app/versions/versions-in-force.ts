/** The rosters that were in force at a moment, or at some moment of a span. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { versionsInForceAt } from '../../domain/watch-check.ts';
import { listVersionsDuring } from '../../store/version-in-force-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { octetsOf } from './version-octets.ts';

/** Spans are widened to whole such blocks, so that one reading serves every page of some hours. */
const BLOCK_MS = 12 * 3_600_000;

const read = keptReading(
  (db, unitId: string, from: string, until: string): Promise<readonly RosterVersion[]> => {
    const span = { start: Number(from) as Instant, end: Number(until) as Instant };
    return listVersionsDuring(db, { unitId, span });
  },
  {
    most: 32 * 1024 * 1024,
    weigh: (versions) => versions.reduce((sum, each) => sum + octetsOf(each), 100),
  },
);

/** Every version in force at some moment of the span, and maybe of hours about it; withdrawing ones included. */
export function versionsDuring(app: App, unitId: string, span: Interval): Promise<readonly RosterVersion[]> {
  const from = Math.floor(span.start / BLOCK_MS) * BLOCK_MS;
  const until = Math.ceil((span.end + 1) / BLOCK_MS) * BLOCK_MS;
  return read(app, unitId, String(from), String(until));
}

/** By start; none that was withdrawn by then. */
export async function versionsInForce(app: App, unitId: string, at: Instant): Promise<RosterVersion[]> {
  return versionsInForceAt(await versionsDuring(app, unitId, { start: at, end: at }), at);
}
