/** What each post of a unit looks at while it watches. */

import { z } from 'zod';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';
import type { CheckAsks, CheckTimes, WatchCheck } from '../domain/watch-check.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { readJson, texts } from './records.ts';
import { deleteIn, insertIn, rowsIn } from './rows.ts';

const clock = z.custom<ClockTime>(
  (value) => typeof value === 'string' && parseClockTime(value) !== undefined,
);
const times: z.ZodType<CheckTimes> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('start') }),
  z.looseObject({ kind: z.literal('every'), hours: z.int() }),
  z.looseObject({ kind: z.literal('clock'), times: z.array(clock) }),
]);
const asks: z.ZodType<CheckAsks> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('state') }),
  z.looseObject({
    kind: z.literal('figure'),
    measure: z.string(),
    least: z.exactOptional(z.number()),
    most: z.exactOptional(z.number()),
  }),
  z.looseObject({ kind: z.literal('words') }),
]);

/** In their order. */
export async function listWatchChecks(db: Database, unitId: string): Promise<WatchCheck[]> {
  const rows = await rowsIn(db, 'watch_check', { unit_id: unitId }).orderBy('position').execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['id', 'post_id', 'system', 'name', 'severity', 'within_minutes', 'since']),
    times: readJson(times, row.times),
    asks: readJson(asks, row.asks),
    phrases: readJson(texts, row.phrases),
  }));
}

/** All of the unit's, in place of what there was. */
export async function saveWatchChecks(
  trx: Database,
  unitId: string,
  checks: readonly WatchCheck[],
): Promise<void> {
  await deleteIn(trx, 'watch_check', { unit_id: unitId });
  for (const [position, check] of checks.entries()) {
    const row = {
      ...{ unit_id: unitId, id: check.id, post_id: check.postId, position },
      ...{ system: check.system, name: check.name, severity: check.severity, since: check.since },
      times: JSON.stringify(check.times),
      asks: JSON.stringify(check.asks),
      phrases: JSON.stringify(check.phrases),
      within_minutes: check.withinMinutes,
    };
    await insertIn(trx, 'watch_check', row);
  }
}
