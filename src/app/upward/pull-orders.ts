/** Brings in the orders that a superior's installation asks of a unit here: new ones, changed ones, lifted ones. */

import type { Instant } from '../../calendar/interval.ts';
import type { Order } from '../../domain/order.ts';
import { changedParts, judgesAnew } from '../../domain/order-faults.ts';
import type { UpwardOrder } from '../../input/upward-orders.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import {
  findOrderByOrigin,
  insertRevision,
  listOrdersFrom,
  saveAsked,
  saveOrder,
} from '../../store/order-store.ts';
import { listDueLinks, noteAsked, type SealedLink } from '../../store/upward-store.ts';
import { requireMachine } from '../access/authorise.ts';
import { judgeOrderAnew } from '../answers/judge-anew.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';
import { tellOfOrder } from '../orders/tell-of-order.ts';
import { newId } from '../secret-token.ts';
import { readSuperior, tokenOf } from './ask-superior.ts';

const ASKED_EVERY_MS = 300_000;
const AT_ONCE = 8;
const BY_SUPERIOR = 'superior';

/** How many superiors were asked. */
export async function pullOrders(app: App, send: Outbound): Promise<number> {
  requireMachine(app);
  const due = await listDueLinks(app.db, (app.clock() - ASKED_EVERY_MS) as Instant, AT_ONCE);
  await Promise.all(due.map((link) => pullOne(app, send, link)));
  return due.length;
}

async function pullOne(app: App, send: Outbound, link: SealedLink): Promise<void> {
  const { unitId, address } = link;
  const askedAt = app.clock();
  try {
    const superior = { address, token: tokenOf(app, link) };
    const { superiorName, unitName, orders } = await readSuperior(send, superior);
    await app.db.transaction().execute(async (trx) => {
      await takeOrders(trx, app, { unitId, address, orders });
      await noteAsked(trx, unitId, { askedAt, readAt: askedAt, superiorName, unitName, outcome: '' });
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await noteAsked(app.db, unitId, { askedAt, outcome: error.key });
  }
}

export interface TakenOrders {
  readonly unitId: string;
  readonly address: string;
  readonly orders: readonly UpwardOrder[];
}

/** Two units of one installation may be asked by the same order: each has its own, with what is asked of it. */
export function originOf({ unitId, address }: Pick<TakenOrders, 'unitId' | 'address'>): string {
  return `${address}#${unitId}`;
}

/**
 * One that is no newer than what is here changes nothing; one that no longer asks the unit is over. Call it inside a
 * transaction.
 */
export async function takeOrders(
  trx: Database,
  app: App,
  { unitId, address, orders }: TakenOrders,
): Promise<void> {
  const from = originOf({ unitId, address });
  const asking = new Set(orders.map(({ id }) => id));
  for (const order of await listOrdersFrom(trx, from)) {
    const now = app.clock();
    if (order.state === 'sent' && order.origin && !asking.has(order.origin.orderId))
      await saveOrder(trx, { ...order, state: 'lifted', liftedAt: now, updatedAt: now });
  }
  for (const given of orders) {
    const origin = { address: from, orderId: given.id };
    const before = await findOrderByOrigin(trx, origin);
    if (before && before.revision === given.revision && before.state === given.state) continue;
    const now = app.clock();
    const { superiorName, zone, content, state, revision, sentAt, changedAt, liftedAt } = given;
    const order: Order = {
      ...{ id: before?.id ?? newId(app), superiorName, zone, content, state, revision, updatedAt: now },
      ...{ origin, sentAt, ...(changedAt === undefined ? {} : { changedAt }) },
      ...(liftedAt === undefined ? {} : { liftedAt }),
    };
    await saveOrder(trx, order);
    if (before?.revision !== revision)
      await insertRevision(trx, order.id, {
        revision,
        content,
        sentAt: changedAt ?? sentAt,
        sentBy: BY_SUPERIOR,
      });
    const { kind, branch, deadline } = given;
    await saveAsked(trx, [{ orderId: order.id, unitId, kind, branch, deadline }]);
    const parts = before ? changedParts(before.content, content) : [];
    if (before && judgesAnew(parts)) await judgeOrderAnew(trx, order, now);
    const what = !before ? 'came' : state === 'lifted' ? 'lifted' : 'changed';
    // One that was over before it came is no news.
    if (before || state === 'sent')
      await tellOfOrder(trx, app, [{ unitId, deadline }], { order, what, parts });
  }
}
