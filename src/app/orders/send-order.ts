/** Sends an order to the units it asks, sends it again changed, or lifts it. Answers that came in are judged anew. */

import { askedOf, deadlineFor, type Order, type OrderContent } from '../../domain/order.ts';
import { changedParts, judgesAnew, type OrderPart, orderFaults } from '../../domain/order-faults.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import type { Database } from '../../store/database.ts';
import { listUnitsWithMembers } from '../../store/membership-store.ts';
import { deleteAsked, insertRevision, listAsked, saveAsked, saveOrder } from '../../store/order-store.ts';
import { listBelow } from '../../store/unit-tree-store.ts';
import { judgeOrderAnew } from '../answers/judge-anew.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type OrderKey, requireOrder } from './order-access.ts';
import { tellOfOrder } from './tell-of-order.ts';

export interface OrderSending extends OrderKey {
  readonly content: OrderContent;
  readonly actor: string;
}

export type OrderSent =
  | { readonly sent: true; readonly asked: number }
  | { readonly sent: false; readonly faults: readonly FieldFault[] };

/** A draft, or one that was sent before, with this content. Throws `not-found`; `conflict` for one that was lifted. */
export function sendOrder(app: App, { content, actor, ...key }: OrderSending): Promise<OrderSent> {
  return app.db.transaction().execute(async (trx): Promise<OrderSent> => {
    const before = await requireOrder(trx, app, key, 'order.edit');
    if (before.state === 'lifted') throw new AppError('conflict', 'orders.error.lifted');
    const now = app.clock();
    const first = before.state === 'draft';
    const asked = askedOf(content.ask, await listBelow(trx, key.unitId));
    const faults = orderFaults({ content, zone: before.zone }, asked.length);
    if (faults.length > 0) return { sent: false, faults };
    const order: Order = {
      ...{ ...before, content, state: 'sent', revision: before.revision + 1, updatedAt: now },
      ...(first ? { sentAt: now } : { changedAt: now }),
    };
    await saveOrder(trx, order);
    const { revision } = order;
    await insertRevision(trx, order.id, { revision, content, sentAt: now, sentBy: actor });
    const old = new Set((await listAsked(trx, order.id)).map(({ unitId }) => unitId));
    await askUnits(trx, order, asked);
    await tellAsked(trx, app, { order, old, before: before.content });
    if (!first && judgesAnew(changedParts(before.content, content))) await judgeOrderAnew(trx, order, now);
    const action = first ? 'order.send' : 'order.change';
    const details = { revision, units: asked.length };
    await record(trx, app, { actor, action, unitId: key.unitId, subject: order.id }, details);
    return { sent: true, asked: asked.length };
  });
}

interface Asking {
  readonly order: Order;
  /** Ids of those asked before. */
  readonly old: ReadonlySet<string>;
  readonly before: OrderContent;
}

/** New ones hear that it came, the others what changed, where anything did. */
async function tellAsked(trx: Database, app: App, { order, old, before }: Asking): Promise<void> {
  const now = await listAsked(trx, order.id);
  const coming = now.filter(({ unitId }) => !old.has(unitId));
  await tellOfOrder(trx, app, coming, { order, what: 'came' });
  const parts = changedParts(before, order.content).filter((part) => part !== 'ask');
  const staying = now.filter(({ unitId }) => old.has(unitId));
  if (parts.length > 0) await tellOfOrder(trx, app, staying, { order, what: 'changed', parts });
}

/** Those no longer meant are no longer asked, unless they have answered: what they sent stays. */
async function askUnits(trx: Database, order: Order, asked: ReturnType<typeof askedOf>): Promise<void> {
  const wanted = new Set(asked.map(({ unitId }) => unitId));
  for (const { unitId } of await listAsked(trx, order.id)) {
    if (!wanted.has(unitId)) await deleteAsked(trx, order.id, unitId);
  }
  await saveAsked(
    trx,
    asked.map(({ unitId, kind, branch }) => ({
      ...{ orderId: order.id, unitId, kind, branch },
      deadline: deadlineFor(order.content, kind, order.zone),
    })),
  );
}

export interface OrderChange {
  readonly parts: readonly OrderPart[];
  /** How many answers will be judged anew. */
  readonly judged: number;
  /** Names of units asked for the first time, and of those no longer asked. */
  readonly joining: readonly string[];
  readonly leaving: readonly string[];
  /** Names of units asked in which nobody has an account, and whose contact has no e-mail address: they hear of nothing. */
  readonly unheard: readonly string[];
  readonly faults: readonly FieldFault[];
}

/** What sending this would change. Throws `not-found`. */
export async function previewOrderChange(
  app: App,
  key: OrderKey,
  content: OrderContent,
): Promise<OrderChange> {
  const before = await requireOrder(app.db, app, key, 'order.edit');
  const below = await listBelow(app.db, key.unitId);
  const names = new Map(below.map(({ unitId, name }) => [unitId, name]));
  const asked = askedOf(content.ask, below);
  const old = await listAsked(app.db, key.orderId);
  const parts = changedParts(before.content, content);
  const withAccounts = await listUnitsWithMembers(app.db);
  const mailed = new Set(below.filter(({ contact }) => contact.email !== '').map(({ unitId }) => unitId));
  const [was, will] = [old, asked].map((list) => new Set<string>(list.map(({ unitId }) => unitId)));
  const nameOf = ({ unitId }: { readonly unitId: string }): string => names.get(unitId) ?? unitId;
  return {
    parts,
    judged: judgesAnew(parts) ? old.filter(({ answerId }) => answerId !== undefined).length : 0,
    joining: asked.filter(({ unitId }) => !was?.has(unitId)).map(nameOf),
    leaving: old.filter(({ unitId, answerId }) => !will?.has(unitId) && answerId === undefined).map(nameOf),
    unheard: asked.filter(({ unitId }) => !withAccounts.has(unitId) && !mailed.has(unitId)).map(nameOf),
    faults: orderFaults({ content, zone: before.zone }, asked.length),
  };
}

/** Nobody is asked any more; what was answered stays. Throws `not-found`, `conflict`. */
export function liftOrder(app: App, key: OrderKey, actor: string): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    if (order.state !== 'sent') throw new AppError('conflict', 'orders.error.not-standing');
    const now = app.clock();
    await saveOrder(trx, { ...order, state: 'lifted', liftedAt: now, updatedAt: now });
    await tellOfOrder(trx, app, await listAsked(trx, order.id), { order, what: 'lifted' });
    await record(trx, app, { actor, action: 'order.lift', unitId: key.unitId, subject: order.id });
  });
}
