/** Who was reminded of an order, when and how, and what became of it. The words of a mail are made when it is sent. */

import type { Instant } from '../calendar/interval.ts';
import { type Delivery, type DeliveryState, deliveryState } from '../domain/delivery.ts';
import { ORDER_MAILS, type OrderMail } from '../domain/order-notice.ts';
import type { ReminderWay } from '../domain/order-reminder.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { changeIn, insertIn, rowsIn, someIn } from './rows.ts';

export interface NewReminder {
  readonly orderId: string;
  readonly unitId: string;
  readonly way: ReminderWay;
  /** Where a mail goes; empty otherwise. */
  readonly address: string;
  readonly at: Instant;
  readonly by: string;
  /** A reminder by hand when absent. */
  readonly about?: OrderMail;
}

export interface Reminder {
  readonly unitId: string;
  readonly way: ReminderWay;
  readonly at: Instant;
  readonly state: DeliveryState;
}

/** A mail is due at once; a text was handed to whoever copied it. */
export async function insertReminders(db: Database, reminders: readonly NewReminder[]): Promise<void> {
  for (const { orderId, unitId, way, address, at, by, about = 'remind' } of reminders) {
    await insertIn(db, 'order_reminder', {
      ...{ order_id: orderId, unit_id: unitId, way, address, reminded_at: at, reminded_by: by },
      about,
      ...{ attempts: 0, outcome: '', next_at: way === 'mail' ? at : null },
      sent_at: way === 'mail' ? null : at,
    });
  }
}

/** When each unit was last mailed about this, by unit. */
export async function findMailed(
  db: Database,
  orderId: string,
  about: OrderMail,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await someIn(db, 'order_reminder', { order_id: orderId, about })
    .select(['unit_id', 'reminded_at'])
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ unit_id, reminded_at }) => [unit_id, reminded_at]));
}

/** Of the order, in the order they were sent; what it said of itself left out. */
export async function listReminders(db: Database, orderId: string): Promise<Reminder[]> {
  const rows = await rowsIn(db, 'order_reminder', { order_id: orderId })
    .where('about', 'in', ['remind', 'near', 'overdue'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ unitId: row.unit_id, way: row.way, at: row.reminded_at, state: deliveryState(deliveryOf(row)) },
  }));
}

export interface DueReminder {
  readonly delivery: Delivery;
  readonly orderId: string;
  readonly unitId: string;
  readonly address: string;
  readonly about: OrderMail;
}

/** Mails whose time has come, the oldest first. */
export async function listDueReminders(db: Database, now: Instant, most: number): Promise<DueReminder[]> {
  const rows = await db
    .selectFrom('order_reminder')
    .selectAll()
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ delivery: deliveryOf(row), orderId: row.order_id, unitId: row.unit_id, address: row.address },
    about: ORDER_MAILS.find((each) => each === row.about) ?? 'remind',
  }));
}

/** The first that is due, put off as `claimDueDeliveries` does. Call it inside a transaction. */
export async function claimDueReminder(
  trx: Database,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<DueReminder | undefined> {
  const [due] = await listDueReminders(trx, now, 1);
  if (!due) return undefined;
  const id = Number(due.delivery.id);
  await changeIn(trx, 'order_reminder', { id }).to({ next_at: until });
  return due;
}

export async function saveReminderDelivery(
  db: Database,
  { id, attempts, outcome, nextAt, sentAt }: Delivery,
): Promise<void> {
  await changeIn(db, 'order_reminder', { id: Number(id) }).to({
    attempts,
    outcome,
    next_at: nextAt ?? null,
    sent_at: sentAt ?? null,
  });
}

function deliveryOf(row: {
  id: number;
  attempts: number;
  outcome: string;
  next_at: Instant | null;
  sent_at: Instant | null;
}): Delivery {
  return {
    ...{ id: String(row.id), channel: 'mail', attempts: row.attempts, outcome: row.outcome },
    ...withoutNulls({ nextAt: row.next_at, sentAt: row.sent_at }),
  };
}
