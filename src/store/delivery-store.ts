/** Which notices still go out over which channel: in each person's order, one after the other, each until it is sent or given up. */

import { sql } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import type { Delivery, DeliveryState, NoticeChannel } from '../domain/delivery.ts';
import type { Notice, NoticeKind } from '../domain/notice.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { noticeFromRow } from './notice-store.ts';
import type { NoticeDeliveryRow } from './notice-tables.ts';
import { changeIn, insertIn, someIn } from './rows.ts';

/** A notice that nobody has decided the ways of yet. */
export interface UnspreadNotice {
  readonly number: number;
  readonly unitId: string;
  readonly staffId: string;
  readonly kind: NoticeKind;
}

/** In the order they were queued. */
export async function listUnspread(db: Database, limit: number): Promise<UnspreadNotice[]> {
  const rows = await someIn(db, 'notice', { spread_at: null })
    .select(['number', 'unit_id', 'staff_id', 'kind'])
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => fieldsOf(row, ['number', 'unit_id', 'staff_id', 'kind']));
}

export interface Spreading {
  readonly notice: UnspreadNotice;
  readonly deliveries: readonly {
    readonly id: string;
    readonly channel: NoticeChannel;
    /** Not before. */
    readonly at: Instant;
  }[];
}

/** Call it inside a transaction: a notice is spread with all its ways or not at all. */
export async function spreadNotices(
  trx: Database,
  spreadings: readonly Spreading[],
  at: Instant,
): Promise<void> {
  const rows = spreadings.flatMap(({ notice, deliveries }) =>
    deliveries.map(({ id, channel, at: nextAt }) => ({
      number: notice.number,
      channel,
      id,
      unit_id: notice.unitId,
      staff_id: notice.staffId,
      attempts: 0,
      next_at: nextAt,
      sent_at: null,
      outcome: '',
    })),
  );
  if (rows.length > 0) await insertIn(trx, 'notice_delivery', rows);
  const numbers = spreadings.map(({ notice }) => notice.number);
  await changeIn(trx, 'notice', { number: numbers }).to({ spread_at: at });
}

export interface DueDelivery extends Delivery {
  readonly notice: Notice;
}

function withNotices(db: Database) {
  return db
    .selectFrom('notice_delivery as d')
    .innerJoin('notice as n', 'n.number', 'd.number')
    .selectAll('d')
    .select(['n.facts', 'n.created_at', 'n.read_at']);
}

/** Those whose time has come and whose person waits for nothing earlier on the same channel; the longest waiting first. */
export async function listDueDeliveries(db: Database, now: Instant, limit: number): Promise<DueDelivery[]> {
  const rows = await withNotices(db)
    .where('d.next_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notice_delivery as e')
            .select(sql`1`.as('one'))
            .whereRef('e.unit_id', '=', 'd.unit_id')
            .whereRef('e.staff_id', '=', 'd.staff_id')
            .whereRef('e.channel', '=', 'd.channel')
            .whereRef('e.number', '<', 'd.number')
            .where('e.next_at', 'is not', null),
        ),
      ),
    )
    .orderBy('d.next_at')
    .orderBy('d.number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...deliveryFromRow(row), notice: noticeFromRow(row) }));
}

/**
 * Those that are due, put off until a moment by which it is written what became of them: should whoever sends them be gone by
 * then, they are due again. Of several servers no two send the same. Call it inside a transaction.
 */
export async function claimDueDeliveries(
  trx: Database,
  { now, until }: { readonly now: Instant; readonly until: Instant },
  limit: number,
): Promise<DueDelivery[]> {
  const due = await listDueDeliveries(trx, now, limit);
  const ids = due.map(({ id }) => id);
  await changeIn(trx, 'notice_delivery', { id: ids }).to({ next_at: until });
  return due;
}

export async function saveDelivery(db: Database, delivery: Delivery): Promise<void> {
  await changeIn(db, 'notice_delivery', { id: delivery.id }).to({
    attempts: delivery.attempts,
    next_at: delivery.nextAt ?? null,
    sent_at: delivery.sentAt ?? null,
    outcome: delivery.outcome,
  });
}

/** Newest first, those not sent before all others. */
export async function listDeliveries(db: Database, unitId: string, limit: number): Promise<DueDelivery[]> {
  const rows = await withNotices(db)
    .where('d.unit_id', '=', unitId)
    .orderBy(sql`d.sent_at IS NOT NULL`)
    .orderBy('d.number', 'desc')
    .orderBy('d.channel')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...deliveryFromRow(row), notice: noticeFromRow(row) }));
}

/** How many of the unit's deliveries there are in each state. */
export async function countDeliveries(
  db: Database,
  unitId: string,
): Promise<Readonly<Record<DeliveryState, number>>> {
  const state = sql<DeliveryState>`CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN next_at IS NULL THEN 'failed'
    WHEN attempts = 0 THEN 'waiting' ELSE 'retrying' END`;
  const rows = await db
    .selectFrom('notice_delivery')
    .select([state.as('state'), sql<number>`count(*)`.as('count')])
    .where('unit_id', '=', unitId)
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map((row) => [row.state, Number(row.count)]));
  const of = (each: DeliveryState): number => counts.get(each) ?? 0;
  return { sent: of('sent'), waiting: of('waiting'), retrying: of('retrying'), failed: of('failed') };
}

/** What was not sent is tried from the start; one of them, or all. How many there were. */
export async function retryDeliveries(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id?: string },
  now: Instant,
): Promise<number> {
  let query = db
    .updateTable('notice_delivery')
    .set({ attempts: 0, next_at: now })
    .where('unit_id', '=', unitId)
    .where('sent_at', 'is', null);
  if (id !== undefined) query = query.where('id', '=', id);
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function deliveryFromRow(row: NoticeDeliveryRow): Delivery {
  return fieldsOf(row, ['id', 'channel', 'attempts', 'outcome', 'next_at', 'sent_at']);
}
