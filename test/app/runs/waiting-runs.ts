/** Searches to be asked for, each of a period of its own. */

import type { Instant } from '../../../src/calendar/interval.ts';
import type { KeptRun } from '../../../src/domain/kept-run.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { Database } from '../../../src/store/database.ts';

/** @param like a period that is there; so many like it are made. */
export async function waitingRuns(db: Database, like: PeriodKey, count: number): Promise<KeptRun[]> {
  const period = await db
    .selectFrom('period')
    .selectAll()
    .where('unit_id', '=', like.unitId)
    .where('id', '=', like.periodId)
    .executeTakeFirstOrThrow();
  const ids = Array.from({ length: count }, (_, i) => `p${String(i).padStart(4, '0')}`);
  await db
    .insertInto('period')
    .values(ids.map((id) => ({ ...period, id })))
    .execute();
  return ids.map((id, i) => ({
    id,
    key: { unitId: like.unitId, periodId: id },
    ...{ purpose: 'solve', state: 'waiting', isStopping: false, claims: 0, ended: false },
    ...{ startedAt: i as Instant, seconds: 30, elapsedMs: 0, seed: 1, revision: 0, actor: 'ha' },
  }));
}
