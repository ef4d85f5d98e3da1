/** What a unit's people were sent and what did not reach them; sending it again; trying whether mail goes out at all. */

import type { DeliveryState } from '../../domain/delivery.ts';
import { type NoticeSetting, STANDARD_NOTICES } from '../../domain/notice-setting.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Unit } from '../../domain/unit.ts';
import {
  countDeliveries,
  type DueDelivery,
  listDeliveries,
  retryDeliveries,
} from '../../store/delivery-store.ts';
import { findNoticeSetting } from '../../store/notice-setting-store.ts';
import { listPushPeople } from '../../store/push-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';
import type { Mail, Mailer } from './mailer.ts';

const MOST_LISTED = 200;

export interface Outbox {
  readonly unit: Unit;
  readonly setting: NoticeSetting;
  /** People of the staff list: all, with a mail address, with a device that is told, with a phone. */
  readonly people: {
    readonly all: number;
    readonly mail: number;
    readonly push: number;
    readonly phone: number;
  };
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** Not sent first, then newest first; no more than a page shows. */
  readonly deliveries: readonly (DueDelivery & { readonly name: string })[];
}

/** Throws `not-found`, `forbidden`. */
export function readOutbox(app: App, unitId: string): Promise<Outbox> {
  allow(app, 'notice.edit', { unitId });
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const known = [...(await listKnownPeople(trx, unitId)).values()];
    const all = known.map(({ member }) => member);
    const here = known.filter(({ leftAt }) => leftAt === undefined).map(({ member }) => member);
    const { sealed: _, ...setting } = (await findNoticeSetting(trx, unitId)) ?? { ...STANDARD_NOTICES };
    const push = await listPushPeople(trx, unitId, app.clock());
    const deliveries = await listDeliveries(trx, unitId, MOST_LISTED);
    return {
      unit,
      setting,
      people: {
        all: here.length,
        mail: here.filter(({ email }) => email !== '').length,
        push: here.filter(({ id }) => push.has(id)).length,
        phone: here.filter(({ phone }) => phone !== '').length,
      },
      counts: await countDeliveries(trx, unitId),
      deliveries: deliveries.map((each) => ({ ...each, name: staffName(all, each.notice.staffId) })),
    };
  });
}

export interface Retrying {
  readonly unitId: string;
  /** One delivery; all that were not sent when absent. */
  readonly id?: string;
  readonly actor: string;
}

/** How many will be tried again from the start. */
export function retryNotices(app: App, { unitId, id, actor }: Retrying): Promise<number> {
  allow(app, 'notice.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const count = await retryDeliveries(trx, { unitId, ...(id === undefined ? {} : { id }) }, app.clock());
    await record(trx, app, { actor, action: 'notice.retry', unitId, subject: unitId }, { count });
    return count;
  });
}

/** Sent at once, past the outbox. Throws as a `Mailer` rejects, and `forbidden`. */
export async function sendTestMail(
  app: App,
  mailer: Mailer,
  { unitId, ...mail }: Omit<Mail, 'key' | 'calendar'> & { readonly unitId: string },
): Promise<void> {
  allow(app, 'notice.edit', { unitId });
  await mailer({ ...mail, key: newId(app) });
}
