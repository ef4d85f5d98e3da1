/** Duty orders, each revision that was sent, and whom they ask. */

import type { Instant } from '../calendar/interval.ts';
import type { AskedUnit, Order, OrderContent } from '../domain/order.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { orderContent } from './order-records.ts';
import type { AskedUnitRow, OrderRow } from './order-tables.ts';
import { readJson } from './records.ts';
import { changeIn, deleteIn, insertIn, rowIn, rowsIn, saveIn } from './rows.ts';
import { idsBelow } from './unit-tree-store.ts';

const COLUMNS = [
  'id',
  'unit_id',
  'superior_name',
  'zone',
  'state',
  'revision',
  'updated_at',
  'sent_at',
  'changed_at',
  'lifted_at',
] as const;

/** Adds the order, or replaces what is known of it. */
export async function saveOrder(db: Database, order: Order): Promise<void> {
  const row = orderToRow(order);
  await saveIn(db, 'duty_order', ['id'], row);
}

export async function findOrder(db: Database, id: string): Promise<Order | undefined> {
  const row = await rowIn(db, 'duty_order', { id });
  return row && orderFromRow(row);
}

export async function findOrderByOrigin(
  db: Database,
  origin: NonNullable<Order['origin']>,
): Promise<Order | undefined> {
  const row = await rowIn(db, 'duty_order', { origin_address: origin.address, origin_id: origin.orderId });
  return row && orderFromRow(row);
}

/** Sent and not lifted, of whatever superior. */
export async function listStandingOrders(db: Database): Promise<Order[]> {
  const rows = await rowsIn(db, 'duty_order', { state: 'sent' }).orderBy('id').execute();
  return rows.map(orderFromRow);
}

/** Those that came from one superior elsewhere. */
export async function listOrdersFrom(db: Database, address: string): Promise<Order[]> {
  const rows = await rowsIn(db, 'duty_order', { origin_address: address }).execute();
  return rows.map(orderFromRow);
}

/** The same superior elsewhere, by another address from now on. */
export async function moveOrigins(trx: Database, before: string, after: string): Promise<void> {
  await changeIn(trx, 'duty_order', { origin_address: before }).to({ origin_address: after });
}

/** Those a superior has written, drafts too; the newest first. */
export async function listOrders(db: Database, unitId: string): Promise<Order[]> {
  const rows = await rowsIn(db, 'duty_order', { unit_id: unitId })
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(orderFromRow);
}

/** Those that superiors below the unit have sent, lifted ones too; the newest first. */
export async function listOrdersBelow(db: Database, unitId: string): Promise<Order[]> {
  const rows = await db
    .selectFrom('duty_order')
    .selectAll()
    .where('unit_id', 'in', idsBelow(unitId))
    .where('state', '<>', 'draft')
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(orderFromRow);
}

/** Takes a draft away with its files. Call it inside a transaction. */
export async function deleteDraftOrder(db: Database, id: string): Promise<void> {
  await deleteIn(db, 'order_file', { order_id: id });
  await deleteIn(db, 'duty_order', { id, state: 'draft' });
}

export interface OrderRevision {
  readonly revision: number;
  readonly content: OrderContent;
  readonly sentAt: Instant;
  readonly sentBy: string;
}

export async function insertRevision(
  db: Database,
  orderId: string,
  { revision, content, sentAt, sentBy }: OrderRevision,
): Promise<void> {
  await insertIn(db, 'order_revision', {
    ...{ order_id: orderId, revision, content: JSON.stringify(content) },
    ...{ sent_at: sentAt, sent_by: sentBy },
  });
}

/** Ascending. */
export async function listRevisions(db: Database, orderId: string): Promise<OrderRevision[]> {
  const rows = await rowsIn(db, 'order_revision', { order_id: orderId }).orderBy('revision').execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['revision', 'sent_at', 'sent_by']),
    content: readJson(orderContent, row.content),
  }));
}

/** An asked unit as the order's tables have it: with the period made from it, and its answer in force. */
export interface AskedRow extends AskedUnit {
  readonly periodId?: string;
  readonly answerId?: number;
  /** A newer roster was published than the answer in force was copied from. */
  readonly outdatedAt?: Instant;
}

/** Those already asked keep what they have; their kind, branch and deadline become these. Call it inside a transaction. */
export async function saveAsked(db: Database, units: readonly AskedUnit[]): Promise<void> {
  for (const { orderId, unitId, kind, branch, deadline } of units) {
    await db
      .insertInto('asked_unit')
      .values({
        ...{ order_id: orderId, unit_id: unitId, kind, branch, deadline, opened_at: null },
        ...{ period_id: null, answer_id: null, outdated_at: null },
      })
      .onConflict((conflict) =>
        conflict.columns(['order_id', 'unit_id']).doUpdateSet({ kind, branch, deadline }),
      )
      .execute();
  }
}

/** No longer asked; only those that have not answered. */
export async function deleteAsked(db: Database, orderId: string, unitId: string): Promise<void> {
  await deleteIn(db, 'asked_unit', { order_id: orderId, unit_id: unitId, answer_id: null });
}

/** By unit id. */
export async function listAsked(db: Database, orderId: string): Promise<AskedRow[]> {
  const rows = await rowsIn(db, 'asked_unit', { order_id: orderId }).orderBy('unit_id').execute();
  return rows.map(askedFromRow);
}

export interface AskedKey {
  readonly orderId: string;
  readonly unitId: string;
}

export async function findAsked(db: Database, { orderId, unitId }: AskedKey): Promise<AskedRow | undefined> {
  const row = await rowIn(db, 'asked_unit', { order_id: orderId, unit_id: unitId });
  return row && askedFromRow(row);
}

/** What a unit has been asked, drafts left out; the newest first. */
export async function listOrdersAsking(
  db: Database,
  unitId: string,
): Promise<{ readonly order: Order; readonly asked: AskedRow }[]> {
  const asked = await rowsIn(db, 'asked_unit', { unit_id: unitId }).execute();
  if (asked.length === 0) return [];
  const orders = await db
    .selectFrom('duty_order')
    .selectAll()
    .where(
      'id',
      'in',
      asked.map(({ order_id }) => order_id),
    )
    .where('state', '<>', 'draft')
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute();
  return orders.flatMap((row) => {
    const own = asked.find(({ order_id }) => order_id === row.id);
    return own ? [{ order: orderFromRow(row), asked: askedFromRow(own) }] : [];
  });
}

/** The first time counts. */
export async function markOpened(db: Database, { orderId, unitId }: AskedKey, at: Instant): Promise<void> {
  await changeIn(db, 'asked_unit', { order_id: orderId, unit_id: unitId, opened_at: null }).to({
    opened_at: at,
  });
}

/** The period in which the unit plans what the order asks. */
export async function savePeriodOf(
  db: Database,
  { orderId, unitId }: AskedKey,
  periodId: string,
): Promise<void> {
  await changeIn(db, 'asked_unit', { order_id: orderId, unit_id: unitId }).to({ period_id: periodId });
}

function orderToRow(order: Order): OrderRow {
  return {
    ...columnsOf(order, COLUMNS),
    content: JSON.stringify(order.content),
    origin_address: order.origin?.address ?? null,
    origin_id: order.origin?.orderId ?? null,
  };
}

function orderFromRow(row: OrderRow): Order {
  const { origin_address: address, origin_id: orderId } = row;
  return {
    ...fieldsOf(row, COLUMNS),
    content: readJson(orderContent, row.content),
    ...(address !== null && orderId !== null ? { origin: { address, orderId } } : {}),
  };
}

function askedFromRow(row: AskedUnitRow): AskedRow {
  return {
    ...fieldsOf(row, ['order_id', 'unit_id', 'kind', 'branch', 'deadline']),
    ...fieldsOf(row, ['opened_at', 'period_id', 'answer_id', 'outdated_at']),
  };
}
