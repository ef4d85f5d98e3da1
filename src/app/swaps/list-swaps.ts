/** Swaps of a unit as they stand now, each with the roster it is about. */

import type { StaffMember } from '../../domain/staff.ts';
import type { ExpiryCause, Swap } from '../../domain/swap.ts';
import type { KnownPeople } from '../../domain/todays-people.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { listSwaps as listKeptSwaps } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { expiryOf } from './expire-swaps.ts';
import { showingPeople } from './people-beside.ts';

/** More than a unit asks for in a year. */
const MOST_SWAPS = 500;

export interface ListedSwap {
  /** What can come to nothing any more is told as expired, whether that was written down yet or not. */
  readonly swap: Swap;
  /** The newest one of its period, its people with the partner among them. */
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
  return readOnly(db, async (trx) => {
    const people = await listKnownPeople(trx, unitId);
    const versions = new Map<string, RosterVersion | undefined>();
    const listed: ListedSwap[] = [];
    for (const swap of await listKeptSwaps(trx, unitId, MOST_SWAPS)) {
      const { periodId } = swap;
      if (!versions.has(periodId)) versions.set(periodId, await findNewestVersion(trx, swap));
      const version = versions.get(periodId);
      if (version)
        listed.push({ swap, version: showingPeople(version, partnerBeside(swap, version, people)) });
    }
    return listed;
  });
}

/** A partner whom the roster was not made with. */
function partnerBeside({ partnerId }: Swap, { plan }: RosterVersion, people: KnownPeople): StaffMember[] {
  const isKnown = partnerId === undefined || plan.staff.some(({ id }) => id === partnerId);
  const member = isKnown ? undefined : people.get(partnerId)?.member;
  return member ? [member] : [];
}

function ended(swap: Swap, cause: ExpiryCause): Swap {
  return { ...swap, state: 'expired', cause };
}
