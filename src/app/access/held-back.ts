/** Whether a visitor gets no further than their own account before they have a second step. */

import { BlockList, isIPv6 } from 'node:net';
import { hasSecondStep, type Visitor } from '../../domain/account.ts';
import type { App } from '../app.ts';
import { networkOf } from './network.ts';
import { readSafety } from './safety.ts';

const DAY_MS = 86_400_000;

/** `administrator`: the days of grace are over. `outside`: they come from no network of the organisation. */
export type HeldBack = 'administrator' | 'outside';

/** Undefined for whoever may go on. */
export async function heldBack(app: App, visitor: Visitor): Promise<HeldBack | undefined> {
  if (hasSecondStep(visitor.account)) return undefined;
  const until = await secondStepDueAt(app, visitor);
  if (until !== undefined && app.clock() >= until) return 'administrator';
  const { settings } = await readSafety(app);
  return settings.outsideTwoSteps && isOutside(app.origin?.address) ? 'outside' : undefined;
}

/** When the days of grace of someone who administers anything end; undefined where none is asked for. */
export async function secondStepDueAt(
  app: App,
  { account, memberships }: Visitor,
): Promise<number | undefined> {
  const { said, settings } = await readSafety(app);
  const administers = account.operator || memberships.some(({ role }) => role === 'administrator');
  if (!said || !settings.administratorTwoSteps || !administers || hasSecondStep(account)) return undefined;
  return Math.max(said.since, account.createdAt) + settings.graceDays * DAY_MS;
}

/** RFC 1918, RFC 4193, link-local and this machine itself: networks nobody comes from over the Internet. */
const INSIDE = new BlockList();
INSIDE.addSubnet('10.0.0.0', 8);
INSIDE.addSubnet('172.16.0.0', 12);
INSIDE.addSubnet('192.168.0.0', 16);
INSIDE.addSubnet('127.0.0.0', 8);
INSIDE.addSubnet('169.254.0.0', 16);
INSIDE.addSubnet('fc00::', 7, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');
INSIDE.addAddress('::1', 'ipv6');

/** What comes from nowhere is this machine's own. */
function isOutside(address: string | undefined): boolean {
  if (address === undefined || address === '') return false;
  const [bare = ''] = address.split('%');
  const plain = isIPv6(bare) && /^::ffff:/i.test(bare) ? networkOf(bare) : bare;
  return !INSIDE.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
