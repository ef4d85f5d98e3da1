/** Published versions as they were in force at some moment: what was published later changes nothing of who stood then. */

import type { Instant, Interval } from '../calendar/interval.ts';
import type { RosterVersion } from '../domain/version.ts';
import type { Database } from './database.ts';
import { rowsIn } from './rows.ts';
import { versionFromRow } from './version-store.ts';

/**
 * Every version of the unit that was in force at some moment of the span, withdrawing ones included, of periods that meet it;
 * by start, then period and number.
 */
export async function listVersionsDuring(
  db: Database,
  { unitId, span }: { readonly unitId: string; readonly span: Interval },
): Promise<RosterVersion[]> {
  const rows = await rowsIn(db, 'version', { unit_id: unitId })
    .where('starts_at', '<=', span.end)
    .where('ends_at', '>=', span.start)
    .where('published_at', '<=', span.end)
    .where('number', '>=', (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom('version as other')
          .select((each) => each.fn.max<number>('other.number').as('before'))
          .whereRef('other.unit_id', '=', 'version.unit_id')
          .whereRef('other.period_id', '=', 'version.period_id')
          .where('other.published_at', '<=', span.start as Instant),
        eb.lit(0),
      ),
    )
    .orderBy('starts_at')
    .orderBy('period_id')
    .orderBy('number')
    .execute();
  return rows.map(versionFromRow);
}
