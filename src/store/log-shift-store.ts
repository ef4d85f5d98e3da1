/** Which shifts wrote into a unit's log, and how much. */

import type { LoggedShift } from '../domain/log-entry.ts';
import type { Database } from './database.ts';

/** Of the shifts of entries after a number, how many lines each has and whether one of them is serious; newest first. */
export async function countByShift(
  db: Database,
  { unitId, after }: { readonly unitId: string; readonly after: number },
): Promise<(LoggedShift & { readonly lines: number; readonly serious: boolean })[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(({ fn }) => [
      'period_id',
      'shift_id',
      fn.countAll<number>().as('lines'),
      fn.max('number').as('last'),
    ])
    .select((eb) =>
      eb.fn.max<number>(eb.case().when('severity', '=', 'serious').then(1).else(0).end()).as('serious'),
    )
    .where('unit_id', '=', unitId)
    .where('number', '>', after)
    .where('shift_id', 'is not', null)
    .groupBy(['period_id', 'shift_id'])
    .orderBy('last', 'desc')
    .execute();
  return rows.map(({ period_id, shift_id, lines, serious }) => ({
    ...{ periodId: period_id ?? '', shiftId: shift_id ?? '', lines: Number(lines) },
    serious: Number(serious) === 1,
  }));
}
