/** Leaders as units sent them up for orders, in every answer: what calendars of leaders are made of. */

import { type Instant, plusMinutes } from '../calendar/interval.ts';
import type { AnswerDuty } from '../domain/answer.ts';
import { dutyFromRow } from './answer-store.ts';
import type { Database } from './database.ts';

export interface SentLeaders {
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly sentAt: Instant;
  /** As they were sent; none where the answer names no leader. */
  readonly duties: readonly AnswerDuty[];
}

const DAY_MINUTES = 24 * 60;

/** By unit, then in the order they came. @param from duties that end before it are left out. */
export async function listSentLeaders(db: Database, orderId: string, from: Instant): Promise<SentLeaders[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('asked_unit as asked', (join) =>
      join.onRef('asked.order_id', '=', 'answer.order_id').onRef('asked.unit_id', '=', 'answer.unit_id'),
    )
    .innerJoin('unit', 'unit.id', 'answer.unit_id')
    .leftJoin('answer_duty as duty', (join) =>
      join
        .onRef('duty.answer_id', '=', 'answer.id')
        .on('duty.tier', '=', 'leader')
        .on('duty.starts_at', '>', plusMinutes(from, -DAY_MINUTES)),
    )
    .select(['answer.id', 'answer.unit_id', 'answer.sent_at', 'unit.name as unit_name', 'asked.branch'])
    .select(['duty.answer_id', 'duty.position', 'duty.tier', 'duty.label', 'duty.demand_id', 'duty.title'])
    .select(['duty.starts_at', 'duty.ends_at', 'duty.name', 'duty.phone', 'duty.staff_id'])
    .where('answer.order_id', '=', orderId)
    .orderBy('answer.unit_id')
    .orderBy('answer.number')
    .orderBy('duty.position')
    .execute();
  const found = new Map<number, SentLeaders & { readonly duties: AnswerDuty[] }>();
  for (const row of rows) {
    const { unit_id: unitId, unit_name: unitName, branch, sent_at: sentAt } = row;
    const answer = found.get(row.id) ?? { unitId, unitName, branch, sentAt, duties: [] };
    found.set(row.id, answer);
    const duty = dutyOf(row);
    if (duty) answer.duties.push(duty);
  }
  return [...found.values()];
}

type LeftJoined<T> = { [K in keyof T]: T[K] | null };

/** Undefined for an answer that names no leader. */
function dutyOf(row: LeftJoined<Parameters<typeof dutyFromRow>[0]>): AnswerDuty | undefined {
  const { answer_id, position, tier, label, starts_at, ends_at, name, title, phone } = row;
  if (answer_id === null || position === null || tier === null || label === null) return undefined;
  if (starts_at === null || ends_at === null || name === null || title === null || phone === null)
    return undefined;
  const { demand_id, staff_id } = row;
  return dutyFromRow({
    ...{ answer_id, position, tier, label, starts_at, ends_at, name, title, phone, demand_id, staff_id },
  });
}
