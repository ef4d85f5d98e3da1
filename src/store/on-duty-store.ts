/** Who is on duty at a moment over all units that answered an order: found by when duties start, since none is longer than a day. */

import { type Instant, plusMinutes } from '../calendar/interval.ts';
import type { AnswerDuty } from '../domain/answer.ts';
import { dutyFromRow } from './answer-store.ts';
import type { Database } from './database.ts';

const DAY_MINUTES = 24 * 60;

/** By unit, then as the unit sent them. Only of answers in force. */
export async function listOnDuty(
  db: Database,
  orderId: string,
  at: Instant,
): Promise<{ readonly unitId: string; readonly duty: AnswerDuty }[]> {
  const rows = await db
    .selectFrom('answer_duty as duty')
    .innerJoin('asked_unit as asked', 'asked.answer_id', 'duty.answer_id')
    .selectAll('duty')
    .select('asked.unit_id')
    .where('duty.starts_at', '>', plusMinutes(at, -DAY_MINUTES))
    .where('duty.starts_at', '<=', at)
    .where('duty.ends_at', '>', at)
    .where('asked.order_id', '=', orderId)
    .orderBy('asked.unit_id')
    .orderBy('duty.position')
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id, duty: dutyFromRow(row) }));
}
