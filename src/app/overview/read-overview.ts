/** All units an order asks, with the figures kept when each answered: read once for whatever is shown of them. */

import { phonesHidden } from '../../domain/answer.ts';
import { endOfOrder, type Order } from '../../domain/order.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { listReminders, type Reminder } from '../../store/order-reminder-store.ts';
import { type AskedOverview, listAskedOverview } from '../../store/overview-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { phoneDaysOf } from '../orders/phone-days.ts';
import { keptReading } from '../readings.ts';
import { type OrderKey, openOrder } from './open-order.ts';

export type { AskedOverview, Reminder };

export interface Overview {
  readonly order: Order;
  /** By name. */
  readonly units: readonly AskedOverview[];
  /** By unit, the newest last. */
  readonly reminders: ReadonlyMap<string, readonly Reminder[]>;
  /** Whether the caller may read telephones of it, now. */
  readonly phones: boolean;
}

const OCTETS_A_UNIT = 600;
/** Every unit the order asks, by name; whoever calls it has opened the order. */
export const readAsked = keptReading((db, orderId: string) => listAskedOverview(db, orderId), {
  most: 32 * 1024 * 1024,
  weigh: (units) => units.length * OCTETS_A_UNIT + 100,
});
const readReminders = keptReading(
  async (db, orderId: string) => groupedBy(await listReminders(db, orderId), ({ unitId }) => unitId),
  { most: 50 },
);

/** Throws as `openOrder`. */
export async function readOverview(app: App, key: OrderKey): Promise<Overview> {
  const order = await openOrder(app, key);
  const [units, reminders] = [await readAsked(app, order.id), await readReminders(app, order.id)];
  return { order, units, reminders, phones: await mayCall(app, key.unitId, order) };
}

/** Telephones are hidden again some time after the order's last day, as the superior that asked has set it. */
export async function mayCall(app: App, unitId: string, order: Order): Promise<boolean> {
  const days = await phoneDaysOf(app, order.unitId ?? unitId);
  const hidden = phonesHidden(endOfOrder(order), app.clock(), days);
  return !hidden && isAllowed(app, 'below.phones', { unitId });
}
