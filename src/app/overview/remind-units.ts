/** Reminds units of an order: a mail and notices to whoever answers for each, a text for the chat group of the rest. */

import { minutesBetween } from '../../calendar/interval.ts';
import type { Order } from '../../domain/order.ts';
import type { ReminderWay } from '../../domain/order-reminder.ts';
import { standingOf, UNIT_STANDINGS, type UnitStanding } from '../../domain/order-standing.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { insertReminders, listReminders, type NewReminder } from '../../store/order-reminder-store.ts';
import { type AskedOverview, listAskedOverview } from '../../store/overview-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { addressesFor, orderFacts, whoAnswers } from '../orders/tell-of-order.ts';
import { record } from '../record.ts';
import { type OrderKey, openOrder } from './open-order.ts';

export interface Reminding {
  readonly key: OrderKey;
  readonly way: ReminderWay;
  /** Of these units alone; empty for all that stand so. */
  readonly unitIds: readonly string[];
  readonly standing: UnitStanding;
  readonly actor: string;
}

/** Nobody is sent two mails of one order within it. */
const LEAST_MINUTES = 60;

export interface Reminded {
  readonly sent: number;
  /** Without an address, or reminded within the hour. */
  readonly passed: number;
}

/** Whose order it is alone: who stands above reads, and reminds nobody. Throws as `openOrder`, and `forbidden`. */
export async function remindUnits(app: App, reminding: Reminding): Promise<Reminded> {
  const { key, way, unitIds, standing, actor } = reminding;
  allow(app, 'order.edit', { unitId: key.unitId });
  const order = await openOrder(app, key);
  if (order.unitId !== key.unitId) throw new AppError('forbidden', 'error.access.forbidden');
  return app.db.transaction().execute(async (trx) => {
    const at = app.clock();
    const recent = new Set(
      (await listReminders(trx, order.id))
        .filter((each) => each.way === way && minutesBetween(each.at, at) < LEAST_MINUTES)
        .map(({ unitId }) => unitId),
    );
    const meant = (await listAskedOverview(trx, order.id)).filter((unit) =>
      unitIds.length > 0 ? unitIds.includes(unit.unitId) : standingOf(unit, at) === standing,
    );
    const due: AskedOverview[] = [];
    for (const unit of meant) {
      const about = { orderId: order.id, unitId: unit.unitId, way, at, by: actor };
      const isNew = way === 'text' || !recent.has(unit.unitId);
      if (isNew && (await remindOne(trx, { order, unit, about }))) due.push(unit);
    }
    const details = { way, units: due.length };
    await record(trx, app, { actor, action: 'order.remind', unitId: key.unitId, subject: order.id }, details);
    return { sent: due.length, passed: meant.length - due.length };
  });
}

interface ReminderOf {
  readonly order: Order;
  readonly unit: AskedOverview;
  readonly about: Omit<NewReminder, 'address'>;
}

/** A text goes to whoever copied it; a mail to the contact and to who answers, and to these by their own ways too. Whether it goes to anybody. */
async function remindOne(trx: Database, { order, unit, about }: ReminderOf): Promise<boolean> {
  const { unitId, contact, deadline } = unit;
  const { way, at } = about;
  if (way === 'text') {
    await insertReminders(trx, [{ ...about, address: '' }]);
    return true;
  }
  const addresses = await addressesFor(trx, unitId, contact.email);
  await insertReminders(
    trx,
    addresses.map((address) => ({ ...about, address })),
  );
  // Once within the hour, as mails are.
  const key = String(Math.floor(at / HOUR_MS));
  const facts = orderFacts(order, { what: 'remind', parts: [], key, at: deadline });
  const people = await whoAnswers(trx, unitId);
  const told = await tell(trx, { unitId, told: new Map(people.map((id) => [id, facts])), at });
  return addresses.length + told > 0;
}

const HOUR_MS = 3_600_000;

/** As an address says it. */
export function standingNamed(text: string | null): UnitStanding | undefined {
  return UNIT_STANDINGS.find((each) => each === text);
}
