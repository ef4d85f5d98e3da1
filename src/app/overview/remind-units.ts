/** Reminds units of an order: a mail to each contact that has an address, a text for the chat group of the rest. */

import { minutesBetween } from '../../calendar/interval.ts';
import type { ReminderWay } from '../../domain/order-reminder.ts';
import { standingOf, UNIT_STANDINGS, type UnitStanding } from '../../domain/order-standing.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertReminders, listReminders } from '../../store/order-reminder-store.ts';
import { listAskedOverview } from '../../store/overview-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
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
export const LEAST_MINUTES = 60;

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
    const due = meant.filter(
      ({ unitId, contact }) => way === 'text' || (contact.email !== '' && !recent.has(unitId)),
    );
    await insertReminders(
      trx,
      due.map(({ unitId, contact }) => ({
        ...{ orderId: order.id, unitId, way, at, by: actor, address: way === 'mail' ? contact.email : '' },
      })),
    );
    await record(trx, app, {
      actor,
      action: 'order.remind',
      unitId: key.unitId,
      subject: order.id,
      details: { way, units: due.length },
    });
    return { sent: due.length, passed: meant.length - due.length };
  });
}

/** As an address says it. */
export function standingNamed(text: string | null): UnitStanding | undefined {
  return UNIT_STANDINGS.find((each) => each === text);
}
