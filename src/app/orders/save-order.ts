/** A draft of an order, saved as often as its form likes; and taken away again. Nobody below sees it. */

import type { Order, OrderContent } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { deleteDraftOrder, saveOrder as save } from '../../store/order-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';
import { type OrderKey, requireOrder } from './order-access.ts';

export interface OrderSaving {
  readonly unitId: string;
  /** Absent for a new one. */
  readonly orderId?: string;
  readonly content: OrderContent;
  readonly actor: string;
}

/** The order's id. Throws `not-found`; `conflict` when it was sent meanwhile. */
export function saveOrder(app: App, { unitId, orderId, content, actor }: OrderSaving): Promise<string> {
  allow(app, 'order.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const before =
      orderId === undefined ? undefined : await requireOrder(trx, app, { unitId, orderId }, 'order.edit');
    if (before && before.state !== 'draft') throw new AppError('conflict', 'orders.error.sent');
    const order: Order = {
      ...{ id: before?.id ?? newId(app), unitId, superiorName: unit.name, zone: unit.zone, content },
      ...{ state: 'draft', revision: 0, updatedAt: app.clock() },
    };
    await save(trx, order);
    if (!before) await record(trx, app, { actor, action: 'order.add', unitId, subject: order.id });
    return order.id;
  });
}

/** Only one that was never sent. Throws `not-found`, `conflict`. */
export function dropOrder(app: App, key: OrderKey, actor: string): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    if (order.state !== 'draft') throw new AppError('conflict', 'orders.error.sent');
    await deleteDraftOrder(trx, order.id);
    await record(trx, app, { actor, action: 'order.drop', unitId: key.unitId, subject: order.id });
  });
}
