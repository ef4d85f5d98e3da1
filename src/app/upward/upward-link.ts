/** “Gửi lên trên”: the installation a unit's superior is on. Its token is checked by a real call before it is kept, sealed. */

import { AppError } from '../../kernel/app-error.ts';
import { moveOrigins } from '../../store/order-store.ts';
import {
  deleteUpwardLink,
  findUpwardLink,
  retryUploads,
  saveUpwardLink,
  type UpwardLink,
} from '../../store/upward-store.ts';
import { allow } from '../access/authorise.ts';
import { seal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { requireWebAddress } from '../machines/add-web-hook.ts';
import type { Outbound } from '../machines/outbound.ts';
import { record } from '../record.ts';
import { isToken } from '../secret-token.ts';
import { readSuperior, sealOwner } from './ask-superior.ts';
import { originOf, takeOrders } from './pull-orders.ts';

/** Undefined where the unit sends nowhere. Never the token. Throws `not-found`, `forbidden`. */
export async function openUpwardLink(app: App, unitId: string): Promise<UpwardLink | undefined> {
  allow(app, 'machine.edit', { unitId });
  const link = await findUpwardLink(app.db, unitId);
  if (!link) return undefined;
  const { secret: _, ...shown } = link;
  return shown;
}

export interface UpwardSaving {
  readonly unitId: string;
  readonly address: string;
  readonly token: string;
  readonly actor: string;
}

export interface UpwardSaved {
  readonly superiorName: string;
  readonly unitName: string;
  readonly orders: number;
}

/** Throws `forbidden`; and whatever the call came to: `invalid`, `unavailable`. Nothing is kept then. */
export async function saveUpward(
  app: App,
  send: Outbound,
  { unitId, address: written, token, actor }: UpwardSaving,
): Promise<UpwardSaved> {
  allow(app, 'machine.edit', { unitId });
  const address = addressOf(written);
  if (!isToken(token)) throw new AppError('invalid', 'upward.fault.token');
  const found = await readSuperior(send, { address, token });
  const now = app.clock();
  await app.db.transaction().execute(async (trx) => {
    // The same superior under another address: what came from it stays its own.
    const before = await findUpwardLink(trx, unitId);
    if (before) await moveOrigins(trx, originOf(before), originOf({ unitId, address }));
    const secret = seal(app, sealOwner(unitId), Buffer.from(token));
    const { superiorName, unitName } = found;
    await saveUpwardLink(trx, {
      ...{ unitId, address, secret, superiorName, unitName, outcome: '' },
      ...{ savedAt: now, askedAt: now, readAt: now },
    });
    await takeOrders(trx, app, { unitId, address, orders: found.orders });
    await retryUploads(trx, unitId, now);
    await record(trx, app, { actor, action: 'upward.save', unitId, subject: unitId });
  });
  return {
    superiorName: found.superiorName,
    unitName: found.unitName,
    orders: found.orders.filter(({ state }) => state === 'sent').length,
  };
}

/** Pasted with whatever page it was copied from: only where the program begins counts. */
function addressOf(written: string): string {
  requireWebAddress(written);
  const { origin } = new URL(written);
  return origin;
}

/** What waits is given up; orders that came stay. Throws `forbidden`, and `not-found` for someone from outside. */
export function endUpward(app: App, unitId: string, actor: string): Promise<void> {
  allow(app, 'machine.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await deleteUpwardLink(trx, unitId))) return;
    await record(trx, app, { actor, action: 'upward.end', unitId, subject: unitId });
  });
}
