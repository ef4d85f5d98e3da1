/** Which shifts wrote into a unit's log, and how much. */

import type { LoggedShift } from '../domain/log-entry.ts';
import type { Database } from './database.ts';

export interface CountedShift extends LoggedShift {
  readonly lines: number;
  /** Whether one of the lines is. */
  readonly serious: boolean;
}

/** Of the shifts of the unit's last lines, the one that wrote last first. */
export async function countByShift(
  db: Database,
  { unitId, last }: { readonly unitId: string; readonly last: number },
): Promise<CountedShift[]> {
  const rows = await db
    // Inside, so that the last lines are what is read, however long the log is.
    .selectFrom((eb) =>
      eb
        .selectFrom('log_entry')
        .select(['number', 'period_id', 'shift_id', 'severity'])
        .where('unit_id', '=', unitId)
        .orderBy('number', 'desc')
        .limit(last)
        .as('recent'),
    )
    .select(({ fn }) => [
      'period_id',
      'shift_id',
      fn.countAll<number>().as('lines'),
      fn.max('number').as('newest'),
    ])
    .select((eb) =>
      eb.fn.max<number>(eb.case().when('severity', '=', 'serious').then(1).else(0).end()).as('serious'),
    )
    .where('shift_id', 'is not', null)
    .groupBy(['period_id', 'shift_id'])
    .orderBy('newest', 'desc')
    .execute();
  return rows.map(({ period_id, shift_id, lines, serious }) => ({
    ...{ periodId: period_id ?? '', shiftId: shift_id ?? '', lines: Number(lines) },
    serious: Number(serious) === 1,
  }));
}
