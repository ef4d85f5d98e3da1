/** Published versions as they were in force at a moment. */

import type { Instant } from '../calendar/interval.ts';
import type { RosterVersion } from '../domain/version.ts';
import type { Database } from './database.ts';
import { versionFromRow } from './version-store.ts';

const DAY_MS = 86_400_000;

/**
 * The version of each period that was in force at a moment, of periods that were not over more than a day before and begin no more
 * than a day after; withdrawing ones left out, what they withdrew as well.
 */
export async function listVersionsInForce(
  db: Database,
  { unitId, at }: { readonly unitId: string; readonly at: Instant },
): Promise<RosterVersion[]> {
  const rows = await db
    .selectFrom('version')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('number', '=', (eb) =>
      eb
        .selectFrom('version as other')
        .select((each) => each.fn.max('other.number').as('newest'))
        .whereRef('other.unit_id', '=', 'version.unit_id')
        .whereRef('other.period_id', '=', 'version.period_id')
        .where('other.published_at', '<=', at),
    )
    .where('withdrawn', '=', 0)
    .where('starts_at', '<', (at + DAY_MS) as Instant)
    .where('ends_at', '>', (at - DAY_MS) as Instant)
    .orderBy('starts_at')
    .orderBy('period_id')
    .execute();
  return rows.map(versionFromRow);
}
