/** Swaps of a unit as they stand now, each with the roster it is about. */

import type { ExpiryCause, Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listSwaps as listKeptSwaps } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { expiryOf } from './expire-swaps.ts';

/** More than a unit asks for in a year. */
const MOST_SWAPS = 500;

export interface ListedSwap {
  /** What can come to nothing any more is told as expired, whether that was written down yet or not. */
  readonly swap: Swap;
  /** The newest one of its period. */
  readonly version: RosterVersion;
}

/** Newest first. */
export function listSwaps(app: App, unitId: string): Promise<ListedSwap[]> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const versions = new Map<string, RosterVersion | undefined>();
      const listed: ListedSwap[] = [];
      for (const swap of await listKeptSwaps(trx, unitId, MOST_SWAPS)) {
        const { periodId } = swap;
        if (!versions.has(periodId)) versions.set(periodId, await findNewestVersion(trx, swap));
        const version = versions.get(periodId);
        if (!version) continue;
        const cause = expiryOf(swap, version, app.clock());
        listed.push({ swap: cause === undefined ? swap : ended(swap, cause), version });
      }
      return listed;
    });
}

function ended(swap: Swap, cause: ExpiryCause): Swap {
  return { ...swap, state: 'expired', cause };
}
