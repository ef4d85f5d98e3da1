/** The superior's own form of an order's list: kept with the order, filled by whoever may read the list. */

import { AppError } from '../../kernel/app-error.ts';
import { findOrderFile, type OrderFile, saveOrderFile } from '../../store/order-file-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type OrderKey, openOrder } from './open-order.ts';

const FORM = 'list-form';

/** Undefined while none was sent. Throws as `openOrder`. */
export async function findListForm(app: App, key: OrderKey): Promise<OrderFile | undefined> {
  const order = await openOrder(app, key);
  return findOrderFile(app.db, { orderId: order.id, id: FORM });
}

export interface ListFormSaving extends OrderKey {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly actor: string;
}

/** Whether it can be filled is asked before. Throws as `openOrder`, and `forbidden` for an order of another. */
export async function saveListForm(app: App, saving: ListFormSaving): Promise<void> {
  const { actor, fileName, content, ...key } = saving;
  allow(app, 'order.edit', { unitId: key.unitId });
  const order = await openOrder(app, key);
  if (order.unitId !== key.unitId) throw new AppError('forbidden', 'error.access.forbidden');
  await app.db.transaction().execute(async (trx) => {
    const file = { fileName: fileName.slice(0, 200), content, savedAt: app.clock() };
    await saveOrderFile(trx, { orderId: order.id, id: FORM }, file);
    const details = { bytes: content.length };
    await record(trx, app, { actor, action: 'order.form', unitId: key.unitId, subject: order.id }, details);
  });
}
