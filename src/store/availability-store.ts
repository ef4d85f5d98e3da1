/** Leave and wishes, as people gave them for a period. */

import type { AvailabilityEntry } from '../domain/case.ts';
import type { PeriodKey } from '../domain/period.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { AvailabilityRow } from './tables.ts';

/** These entries and no others, in this order. */
export async function replaceAvailability(
  db: Database,
  key: PeriodKey,
  entries: readonly AvailabilityEntry[],
): Promise<void> {
  await db
    .deleteFrom('availability')
    .where('unit_id', '=', key.unitId)
    .where('period_id', '=', key.periodId)
    .execute();
  for (const [position, entry] of entries.entries()) {
    await db
      .insertInto('availability')
      .values(entryToRow(key, position, entry))
      .execute();
  }
}

/** In the order they were given. */
export async function listAvailability(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<AvailabilityEntry[]> {
  const rows = await db
    .selectFrom('availability')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('period_id', '=', periodId)
    .orderBy('position')
    .execute();
  return rows.map(entryFromRow);
}

function entryToRow(key: PeriodKey, position: number, entry: AvailabilityEntry): AvailabilityRow {
  return {
    unit_id: key.unitId,
    period_id: key.periodId,
    position,
    staff_id: entry.staffId,
    kind: entry.kind,
    from_day: entry.from,
    to_day: entry.to,
    start_time: entry.startTime ?? null,
    end_time: entry.endTime ?? null,
    rrule: entry.rrule ?? null,
    post_id: entry.postId ?? null,
    weight: entry.weight,
    note: entry.note,
  };
}

function entryFromRow(row: AvailabilityRow): AvailabilityEntry {
  return {
    staffId: row.staff_id,
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    weight: row.weight,
    note: row.note,
    ...withoutNulls({
      startTime: row.start_time,
      endTime: row.end_time,
      rrule: row.rrule,
      postId: row.post_id,
    }),
  };
}
