/** Orders as a superior sees its own: the list, one of them, and what a new one is written from. */

import type { Order } from '../../domain/order.ts';
import { listAnswerLinks } from '../../store/answer-link-store.ts';
import { listUnitsWithMembers } from '../../store/membership-store.ts';
import { listAsked, listOrders, listOrdersBelow } from '../../store/order-store.ts';
import { listBelow, type UnitBelow } from '../../store/unit-tree-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';
import { type OrderKey, requireOrder } from './order-access.ts';

export interface ListedOrder {
  readonly order: Order;
  readonly asked: number;
  readonly answered: number;
}

/** The newest first. Throws `not-found`, `forbidden`. */
export async function listUnitOrders(app: App, unitId: string): Promise<ListedOrder[]> {
  allow(app, 'below.view', { unitId });
  const orders = await listOrders(app.db, unitId);
  return Promise.all(
    orders.map(async (order) => {
      const asked = await listAsked(app.db, order.id);
      return {
        ...{ order, asked: asked.length },
        answered: asked.filter(({ answerId }) => answerId !== undefined).length,
      };
    }),
  );
}

/** Of superiors below the unit, the newest first. Throws `not-found`, `forbidden`. */
export async function listOrdersOfBelow(app: App, unitId: string): Promise<readonly Order[]> {
  allow(app, 'below.view', { unitId });
  return listOrdersBelow(app.db, unitId);
}

export interface OrderSources {
  readonly unit: { readonly id: string; readonly name: string; readonly zone: string };
  /** Whoever may be asked. */
  readonly below: readonly UnitBelow[];
  /** Ids of those where someone has an account. */
  readonly withAccounts: ReadonlySet<string>;
  /** The last one sent, whose demands a new one can take over. */
  readonly last?: Order;
}

/** Throws `not-found`, `forbidden`. */
export async function openOrderSources(app: App, unitId: string): Promise<OrderSources> {
  allow(app, 'order.edit', { unitId });
  const unit = await requireUnit(app.db, unitId);
  const last = (await listOrders(app.db, unitId)).find(({ state }) => state !== 'draft');
  return {
    unit,
    below: await listBelow(app.db, unitId),
    withAccounts: await listUnitsWithMembers(app.db),
    ...(last ? { last } : {}),
  };
}

/** Throws `not-found`, `forbidden`. */
export function openOrder(app: App, key: OrderKey): Promise<Order & { readonly unitId: string }> {
  return requireOrder(app.db, app, key, 'order.edit');
}

export interface LinkState {
  readonly unitId: string;
  readonly name: string;
  readonly contact: UnitBelow['contact'];
  readonly state: 'none' | 'live' | 'opened';
  readonly answered: boolean;
}

/** How each asked unit is reached by link, by name. Throws `not-found`, `forbidden`. */
export async function listLinkStates(app: App, key: OrderKey): Promise<LinkState[]> {
  const order = await requireOrder(app.db, app, key, 'order.edit');
  const links = (await listAnswerLinks(app.db, order.id)).filter(({ revokedAt }) => revokedAt === undefined);
  const asked = new Map((await listAsked(app.db, order.id)).map((each) => [each.unitId, each]));
  return (await listBelow(app.db, key.unitId))
    .flatMap(({ unitId, name, contact }): LinkState[] => {
      const own = asked.get(unitId);
      if (!own) return [];
      const link = links.find((each) => each.unitId === unitId);
      const state = link ? (link.lastUsedAt === undefined ? 'live' : 'opened') : 'none';
      return [{ unitId, name, contact, state, answered: own.answerId !== undefined }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
