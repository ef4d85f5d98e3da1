/** The one exception to "an answer never changes": erasing a person. Hours and tiers stay, under a nameless one. */

import type { Instant } from '../calendar/interval.ts';
import type { Erasure } from '../domain/erased-person.ts';
import type { Database } from './database.ts';
import { orderContent } from './order-records.ts';
import { readJson } from './records.ts';
import { withoutTriggers } from './triggers.ts';

/** Names typed by hand count as the person's where they are written alike. Call it inside a transaction. */
export function eraseFromAnswers(trx: Database, unitId: string, { member, ghost }: Erasure): Promise<void> {
  return withoutTriggers(trx, ['answer_duty_never_changes'], async () => {
    await trx
      .updateTable('answer_duty')
      .set({ name: ghost.name, title: '', phone: '', staff_id: ghost.id })
      .where('answer_id', 'in', (eb) => eb.selectFrom('answer').select('id').where('unit_id', '=', unitId))
      .where((eb) =>
        eb.or([
          eb('staff_id', '=', member.id),
          eb.and([eb('staff_id', 'is', null), eb('name', '=', member.name)]),
        ]),
      )
      .execute();
  });
}

/** Where an answer that named a person went beyond this installation. */
export interface ReceivedElsewhere {
  readonly superior: string;
  /** Of the installation. */
  readonly address: string;
  readonly orderName: string;
  readonly at: Instant;
}

/** Answers in which the person stands and that another installation has acknowledged, the newest of each order. */
export async function listReceivedElsewhere(
  db: Database,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<ReceivedElsewhere[]> {
  const rows = await db
    .selectFrom('answer_upload as upload')
    .innerJoin('answer', 'answer.id', 'upload.answer_id')
    .innerJoin('duty_order', 'duty_order.id', 'answer.order_id')
    .select(['duty_order.id', 'duty_order.superior_name', 'duty_order.origin_address', 'duty_order.content'])
    .select(({ fn }) => fn.max('upload.received_at').as('received_at'))
    .where('upload.unit_id', '=', unitId)
    .where('upload.received_at', 'is not', null)
    .where('answer.id', 'in', (eb) =>
      eb.selectFrom('answer_duty').select('answer_id').where('staff_id', '=', staffId),
    )
    .groupBy(['duty_order.id', 'duty_order.superior_name', 'duty_order.origin_address', 'duty_order.content'])
    .orderBy('received_at')
    .execute();
  return rows.map((row) => ({
    superior: row.superior_name,
    // The unit it asks stands behind it.
    address: (row.origin_address ?? '').split('#')[0] ?? '',
    orderName: readJson(orderContent, row.content).name,
    at: Number(row.received_at) as Instant,
  }));
}
