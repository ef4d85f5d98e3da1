/**
 * Browsers that have signed in before have an allowance of their own (see `domain/throttle.ts`): whoever guesses from
 * elsewhere, or from the same network, cannot keep their people out.
 */

import { createHmac } from 'node:crypto';
import type { Database } from '../../store/database.ts';
import {
  DEVICE_KEPT_MS,
  isAnyonesDevice,
  isKnownDevice,
  saveKnownDevice,
} from '../../store/known-device-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken, newToken } from '../secret-token.ts';
import { networkHere } from './attempts.ts';

export const DEVICE_COOKIE_DAYS = DEVICE_KEPT_MS / 86_400_000;

/** What to count attempts under; undefined for a browser this account never signed in from. */
export async function knownDevice(
  app: App,
  token: string | undefined,
  accountId: string | undefined,
): Promise<string | undefined> {
  if (token === undefined || !isToken(token)) return undefined;
  // Asked of an account that is not there as well, so that the answer takes as long.
  const device = { tokenHash: hashOfToken(token), accountId: accountId ?? '' };
  return (await isKnownDevice(app.db, device, app.clock())) ? device.tokenHash : undefined;
}

/** Whether somebody has signed in by this browser before. */
export async function isDeviceOfSomeone(app: App, token: string | undefined): Promise<boolean> {
  return token !== undefined && isToken(token) && (await isAnyonesDevice(app.db, hashOfToken(token)));
}

/**
 * The browser is the account's from now on. Its token, for the cookie: the one it came with, where that is one of ours,
 * since several people may sign in on one machine.
 */
export async function rememberDevice(
  trx: Database,
  app: App,
  { accountId, token }: { readonly accountId: string; readonly token?: string | undefined },
): Promise<string> {
  const known = token !== undefined && isToken(token) && (await isAnyonesDevice(trx, hashOfToken(token)));
  const device = known ? token : newToken(app);
  const use = { tokenHash: hashOfToken(device), accountId, network: networkMark(app, accountId) };
  await saveKnownDevice(trx, use, app.clock());
  return device;
}

/** Of the network asked from, for this account alone: enough to know it again. */
export function networkMark(app: App, accountId: string): string {
  return createHmac('sha256', app.sealingKey)
    .update(JSON.stringify(['network', accountId, networkHere(app)]))
    .digest('base64url');
}
