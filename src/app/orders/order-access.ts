/** Finding an order for who asks: a superior's own, or one that asks their unit. One answer for what is not there and what is not theirs. */

import type { Order } from '../../domain/order.ts';
import type { Action } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { type AskedRow, findAsked, findOrder } from '../../store/order-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface OrderKey {
  /** The superior, or the unit asked. */
  readonly unitId: string;
  readonly orderId: string;
}

/** One that the unit itself has written. Throws `not-found`, `forbidden`. */
export async function requireOrder(
  db: Database,
  app: App,
  { unitId, orderId }: OrderKey,
  action: Action,
): Promise<Order & { readonly unitId: string }> {
  allow(app, action, { unitId });
  const order = await findOrder(db, orderId);
  if (!order || order.unitId !== unitId) throw orderMissing();
  return { ...order, unitId };
}

/** One that asks the unit. Throws `not-found`. */
export async function requireAsked(
  db: Database,
  { unitId, orderId }: OrderKey,
): Promise<{ readonly order: Order; readonly asked: AskedRow }> {
  const order = await findOrder(db, orderId);
  const asked = order && (await findAsked(db, { orderId, unitId }));
  if (!order || !asked || order.state === 'draft') throw orderMissing();
  return { order, asked };
}

function orderMissing(): AppError {
  return new AppError('not-found', 'orders.error.missing');
}
