/**
 * An order as its superior sees it, or whoever stands above that one: a role held at a superior gives, of everything below,
 * what was sent up, and nothing else.
 */

import type { Order } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findOrder, listOrders, listOrdersBelow } from '../../store/order-store.ts';
import { listSuperiors } from '../../store/unit-tree-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

/** The superior from whose place one looks, and the order looked at. */
export interface OrderKey {
  readonly unitId: string;
  readonly orderId: string;
}

const readOrder = keptReading(
  async (db, orderId: string) => {
    const order = await findOrder(db, orderId);
    if (!order?.unitId) return undefined;
    return { order, from: [order.unitId, ...(await listSuperiors(db, order.unitId))] };
  },
  { most: 100 },
);
const readOrders = keptReading(
  async (db, unitId: string) => [...(await listOrders(db, unitId)), ...(await listOrdersBelow(db, unitId))],
  { most: 100 },
);

/** Throws `not-found`; an order of a unit beside or above looks the same as none, and so does a draft. */
export async function openOrder(app: App, { unitId, orderId }: OrderKey): Promise<Order> {
  allow(app, 'below.view', { unitId });
  const found = await readOrder(app, orderId);
  if (!found?.from.includes(unitId) || found.order.state === 'draft') {
    throw new AppError('not-found', 'overview.failure.no-order');
  }
  return found.order;
}

/** Those the unit has sent, lifted ones too, the newest first; then those of superiors below it, in the same order. */
export async function listSentOrders(app: App, unitId: string): Promise<Order[]> {
  allow(app, 'below.view', { unitId });
  const orders = await readOrders(app, unitId);
  return orders
    .filter(({ state }) => state !== 'draft')
    .toSorted(
      (a, b) =>
        Number(a.unitId !== unitId) - Number(b.unitId !== unitId) || (b.sentAt ?? 0) - (a.sentAt ?? 0),
    );
}
