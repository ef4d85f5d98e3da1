/** Tells of an order, in the transaction in which it happens: those who answer for a unit, by their own ways or by mail; and its contact, by mail. */

import type { Order } from '../../domain/order.ts';
import type { OrderPart } from '../../domain/order-faults.ts';
import { ORDER_MAILS, type OrderFacts, type OrderMatter } from '../../domain/order-notice.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Database } from '../../store/database.ts';
import { listMembers } from '../../store/membership-store.ts';
import { insertReminders } from '../../store/order-reminder-store.ts';
import type { AskedRow } from '../../store/order-store.ts';
import { findPlace } from '../../store/unit-tree-store.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';

export interface OrderTelling {
  readonly order: Order;
  readonly what: OrderMatter;
  readonly parts?: readonly OrderPart[];
}

/** A unit of another installation's order has no contact here: whoever answers is told alone. Call it inside a transaction. */
export async function tellOfOrder(
  trx: Database,
  app: App,
  asked: readonly Pick<AskedRow, 'unitId' | 'deadline'>[],
  { order, what, parts = [] }: OrderTelling,
): Promise<void> {
  const now = app.clock();
  const mail = ORDER_MAILS.find((each) => each === what);
  for (const { unitId, deadline } of asked) {
    const key =
      what === 'came' || what === 'lifted' ? '' : String(what === 'changed' ? order.revision : deadline);
    const facts = orderFacts(order, { what, parts, key, at: deadline });
    const people = await whoAnswers(trx, unitId);
    await tell(trx, { unitId, told: new Map(people.map((id) => [id, facts])), at: now });
    if (mail === undefined) continue;
    const contact = order.unitId === undefined ? '' : ((await findPlace(trx, unitId))?.contact.email ?? '');
    const addresses = await addressesFor(trx, unitId, contact);
    const about = { orderId: order.id, unitId, way: 'mail', at: now, by: 'rota', about: mail } as const;
    await insertReminders(
      trx,
      addresses.map((address) => ({ ...about, address })),
    );
  }
}

export function orderFacts(
  { id, superiorName, content }: Order,
  facts: Pick<OrderFacts, 'what' | 'parts' | 'key' | 'at'>,
): OrderFacts {
  const named = { orderId: id, orderName: content.name, superior: superiorName };
  return { kind: 'order', periodId: '', ...named, ...facts };
}

/** Those of the staff list who may answer for the unit. */
export async function whoAnswers(trx: Database, unitId: string): Promise<string[]> {
  return (await membersWhoAnswer(trx, unitId)).flatMap(({ membership }) => membership.staffId ?? []);
}

const MAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The contact's, and of those who may answer and are on no staff list what they sign in by, where that is an address; each once. */
export async function addressesFor(trx: Database, unitId: string, contact: string): Promise<string[]> {
  const own = (await membersWhoAnswer(trx, unitId)).flatMap(({ membership, account }) =>
    membership.staffId === undefined && MAIL_ADDRESS.test(account.signInName) ? account.signInName : [],
  );
  return [...new Set([contact, ...own])].filter((each) => each !== '');
}

async function membersWhoAnswer(trx: Database, unitId: string) {
  return (await listMembers(trx, unitId)).filter(({ membership, account }) => {
    const asker = { account, memberships: [membership] };
    return account.disabledAt === undefined && mayDo(asker, 'answer.send', { unitId });
  });
}
