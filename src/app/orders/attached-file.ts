/** A file that goes with an order, such as the superior's own form to be filled: given to whoever is asked, as it came. */

import { AppError } from '../../kernel/app-error.ts';
import {
  deleteOrderFile,
  findFileName,
  findOrderFile,
  type OrderFile,
  saveOrderFile,
} from '../../store/order-file-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { openAnswerLink } from './answer-links.ts';
import { type OrderKey, requireAsked, requireOrder } from './order-access.ts';

const ATTACHED = 'attached';
const MOST_ATTACHED_BYTES = 5 * 1024 * 1024;
const NAMES = /\.(?:docx?|xlsx?|odt|ods|pdf)$/i;

export interface Attaching extends OrderKey {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly actor: string;
}

/** In place of the one before. Throws `not-found`, `forbidden`; `invalid` for what is too large or no document. */
export async function attachFile(app: App, { file, actor, ...key }: Attaching): Promise<void> {
  const { name, bytes } = file;
  allow(app, 'order.edit', { unitId: key.unitId });
  await app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    if (!NAMES.test(name) || bytes.length === 0) throw new AppError('invalid', 'orders.fault.attached');
    if (bytes.length > MOST_ATTACHED_BYTES) throw new AppError('invalid', 'orders.fault.attached-big');
    const kept = { fileName: name.slice(-200), content: bytes, savedAt: app.clock() };
    await saveOrderFile(trx, { orderId: order.id, id: ATTACHED }, kept);
    const details = { bytes: bytes.length };
    await record(trx, app, { actor, action: 'order.attach', unitId: key.unitId, subject: order.id }, details);
  });
}

/** Throws `not-found`, `forbidden`. */
export async function detachFile(app: App, key: OrderKey, actor: string): Promise<void> {
  allow(app, 'order.edit', { unitId: key.unitId });
  await app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    await deleteOrderFile(trx, { orderId: order.id, id: ATTACHED });
    const details = { bytes: 0 };
    await record(trx, app, { actor, action: 'order.attach', unitId: key.unitId, subject: order.id }, details);
  });
}

/** Empty while there is none. Whoever asks has opened the order. */
export async function attachedName({ db }: Pick<App, 'db'>, orderId: string): Promise<string> {
  return (await findFileName(db, { orderId, id: ATTACHED })) ?? '';
}

/** Who wants it: the superior, a unit that is asked, or whoever holds its link. */
export type AttachedReader =
  | { readonly own: OrderKey }
  | { readonly asked: OrderKey }
  | { readonly token: string };

/** Throws `not-found` where there is none too. */
export async function readAttached(app: App, reader: AttachedReader): Promise<OrderFile> {
  const file = await findOrderFile(app.db, { orderId: await orderOf(app, reader), id: ATTACHED });
  if (!file) throw new AppError('not-found', 'orders.error.no-attached');
  return file;
}

async function orderOf(app: App, reader: AttachedReader): Promise<string> {
  if ('own' in reader) return (await requireOrder(app.db, app, reader.own, 'order.edit')).id;
  if ('asked' in reader) {
    allow(app, 'order.view', { unitId: reader.asked.unitId });
    return (await requireAsked(app.db, reader.asked)).order.id;
  }
  const opened = await openAnswerLink(app, reader.token);
  if (!opened.open) throw new AppError('not-found', 'answers.error.no-link');
  return opened.order.id;
}
