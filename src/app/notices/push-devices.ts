/** Devices on which someone asked to be told by web push: added by the device itself, ended by its person or with the link. */

import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import type { Person } from '../../store/personal-link-store.ts';
import {
  deletePushDevices,
  insertPushDevice,
  listPushDevices,
  type PushDevice,
} from '../../store/push-store.ts';
import { allow } from '../access/authorise.ts';
import { sealJson, unsealJson } from '../access/sealed-json.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newId } from '../secret-token.ts';
import type { PushTarget } from './pusher.ts';

export type DeviceAdding = Person &
  PushTarget & {
    /** The private link that led to it. */
    readonly linkId?: string;
    readonly actor: string;
  };

/** More than someone has; the oldest makes room. */
const MOST_DEVICES = 10;
const LONGEST_ENDPOINT = 2000;
/** An uncompressed point and 16 octets (RFC 8291, 3.1 and 3.2). */
const POINT_OCTETS = 65;
const AUTH_OCTETS = 16;

/** The device's id. Throws `invalid` for what no browser sends, `forbidden`. */
export async function addPushDevice(app: App, adding: DeviceAdding): Promise<string> {
  const { unitId, staffId, linkId, actor, endpoint, p256dh, auth } = adding;
  allow(app, 'swap.ask', { unitId, staffId });
  requireTarget({ endpoint, p256dh, auth });
  return app.db.transaction().execute(async (trx) => {
    const id = newId(app);
    const sealed = sealJson(app, id, { endpoint, p256dh, auth });
    const device: PushDevice = {
      ...{ id, unitId, staffId, sealed, createdAt: app.clock() },
      ...(linkId === undefined ? {} : { linkId }),
    };
    await insertPushDevice(trx, device, hashOfToken(endpoint));
    const [oldest, ...others] = await listPushDevices(trx, { unitId, staffId }, app.clock());
    if (oldest && others.length >= MOST_DEVICES) await deletePushDevices(trx, oldest, oldest);
    await record(trx, app, { actor, action: 'push.add', unitId, subject: id });
    return id;
  });
}

/** One device, or all of the person. How many there were. */
export function endPushDevices(
  app: App,
  { unitId, staffId, id, actor }: Person & { readonly id?: string; readonly actor: string },
): Promise<number> {
  allow(app, 'swap.ask', { unitId, staffId });
  return app.db.transaction().execute(async (trx) => {
    const count = await deletePushDevices(trx, { unitId, staffId }, id === undefined ? {} : { id });
    if (count > 0)
      await record(trx, app, { actor, action: 'push.end', unitId, subject: id ?? staffId }, { count });
    return count;
  });
}

/** How many devices of the person are told. Throws `forbidden`. */
export async function countPushDevices(app: App, person: Person): Promise<number> {
  allow(app, 'swap.ask', person);
  return (await listPushDevices(app.db, person, app.clock())).length;
}

const pushTarget: z.ZodType<PushTarget> = z.object({
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
});

export function targetOf(app: App, { id, sealed }: PushDevice): PushTarget {
  return unsealJson(app, id, { sealed, shape: pushTarget });
}

/** Push services speak TLS (RFC 8030, 5); whether the host may be reached is decided when it is sent to. */
function requireTarget({ endpoint, p256dh, auth }: PushTarget): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const fits =
    url?.protocol === 'https:' &&
    url.username + url.password === '' &&
    endpoint.length <= LONGEST_ENDPOINT &&
    octets(p256dh)?.length === POINT_OCTETS &&
    octets(p256dh)?.[0] === 4 &&
    isOnCurve(octets(p256dh)) &&
    octets(auth)?.length === AUTH_OCTETS;
  if (!fits) throw new AppError('invalid', 'push.fault');
}

/** Nothing can be written for a point that is on no curve: every message would fail, again and again. */
function isOnCurve(point: Buffer | undefined): boolean {
  try {
    return point !== undefined && ECDH.convertKey(point, 'prime256v1').length > 0;
  } catch {
    return false;
  }
}

function octets(text: string): Buffer | undefined {
  return /^[\w-]{1,200}={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : undefined;
}
