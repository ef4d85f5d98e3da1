/**
 * Browsers that have signed in before, by the hash of a token each keeps: of whom, and when last. Knowing one lets
 * nobody in; it only keeps others' wrong guesses from counting against it.
 */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { saveIn, someIn } from './rows.ts';

/** Browsers keep a cookie for 400 days at most (RFC 6265bis 5.5). */
export const DEVICE_KEPT_MS = 400 * 86_400_000;
/** Of one account; the ones not seen for longest go first. */
const MOST_DEVICES = 20;

export interface DeviceUse {
  readonly tokenHash: string;
  readonly accountId: string;
}

/** Browsers of the account, each with the mark of the network it was last seen from; empty where none was kept. */
export async function listDeviceUses(
  db: Database,
  accountId: string,
): Promise<{ readonly tokenHash: string; readonly network: string }[]> {
  const rows = await someIn(db, 'known_device', { account_id: accountId })
    .select(['token_hash', 'network'])
    .execute();
  return rows.map(({ token_hash, network }) => ({ tokenHash: token_hash, network }));
}

/** Whether this account signed in there. */
export async function isKnownDevice(
  db: Database,
  { tokenHash, accountId }: DeviceUse,
  now: Instant,
): Promise<boolean> {
  const row = await someIn(db, 'known_device', { token_hash: tokenHash, account_id: accountId })
    .select('account_id')
    .where('used_at', '>', (now - DEVICE_KEPT_MS) as Instant)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether anyone signed in there: a machine in a duty room is several people's. */
export async function isAnyonesDevice(db: Database, tokenHash: string): Promise<boolean> {
  const row = await someIn(db, 'known_device', { token_hash: tokenHash })
    .select('account_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Known from now on; too many of one account are forgotten. */
export async function saveKnownDevice(
  db: Database,
  device: DeviceUse & { readonly network: string },
  now: Instant,
): Promise<void> {
  const { tokenHash, accountId, network } = device;
  const row = { token_hash: tokenHash, account_id: accountId, used_at: now, network };
  await saveIn(db, 'known_device', ['account_id', 'token_hash'], row);
  await db
    .deleteFrom('known_device')
    .where('account_id', '=', device.accountId)
    .where('token_hash', 'not in', (eb) =>
      eb
        .selectFrom('known_device')
        .select('token_hash')
        .where('account_id', '=', device.accountId)
        .orderBy('used_at', 'desc')
        .limit(MOST_DEVICES),
    )
    .execute();
}

/** All of the account, or all but one. */
export async function forgetDevices(db: Database, accountId: string, keptHash?: string): Promise<void> {
  let query = db.deleteFrom('known_device').where('account_id', '=', accountId);
  if (keptHash !== undefined) query = query.where('token_hash', '<>', keptHash);
  await query.execute();
}

/** Those past their time. */
export async function deleteOldDevices(db: Database, now: Instant): Promise<void> {
  await db
    .deleteFrom('known_device')
    .where('used_at', '<=', (now - DEVICE_KEPT_MS) as Instant)
    .execute();
}
