/** Swaps of a unit as they stand now, each with the roster it is about. */

import type { ExpiryCause, Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { listSwaps as listKeptSwaps } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { expiryOf } from './expire-swaps.ts';

/** More than a unit asks for in a year. */
const MOST_SWAPS = 500;

export interface ListedSwap {
  /** What can come to nothing any more is told as expired, whether that was written down yet or not. */
  readonly swap: Swap;
  /** The newest one of its period. */
  readonly version: RosterVersion;
}

const readSwaps = keptReading(readWithin, { most: 1_000, weigh: (swaps) => swaps.length + 1 });

/** Newest first. */
export async function listSwaps(app: App, unitId: string): Promise<ListedSwap[]> {
  const now = app.clock();
  return (await readSwaps(app, unitId)).map((listed) => {
    const cause = expiryOf(listed.swap, listed.version, now);
    return cause === undefined ? listed : { ...listed, swap: ended(listed.swap, cause) };
  });
}

/** As they were written down. */
function readWithin(db: Database, unitId: string): Promise<readonly ListedSwap[]> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const versions = new Map<string, RosterVersion | undefined>();
      const listed: ListedSwap[] = [];
      for (const swap of await listKeptSwaps(trx, unitId, MOST_SWAPS)) {
        const { periodId } = swap;
        if (!versions.has(periodId)) versions.set(periodId, await findNewestVersion(trx, swap));
        const version = versions.get(periodId);
        if (version) listed.push({ swap, version });
      }
      return listed;
    });
}

function ended(swap: Swap, cause: ExpiryCause): Swap {
  return { ...swap, state: 'expired', cause };
}
