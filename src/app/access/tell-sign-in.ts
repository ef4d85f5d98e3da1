/** Whoever an account belongs to is told of a sign-in from a browser or a network that it was never used from (ASVS 5.0 6.3.5). */

import type { Session } from '../../domain/account.ts';
import type { SignInFacts } from '../../domain/notice.ts';
import type { Database } from '../../store/database.ts';
import { listDeviceUses } from '../../store/known-device-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { hashOfToken } from '../secret-token.ts';
import { networkMark } from './known-device.ts';

const CLIENT_LENGTH = 120;

/** Asked before the browser becomes a known one. The first sign-in of all is odd to nobody. */
export async function isOddSignIn(
  trx: Database,
  app: App,
  { accountId, token }: { readonly accountId: string; readonly token: string | undefined },
): Promise<boolean> {
  const uses = await listDeviceUses(trx, accountId);
  if (uses.length === 0) return false;
  const hash = token === undefined ? undefined : hashOfToken(token);
  const isKnownBrowser = uses.some(({ tokenHash }) => tokenHash === hash);
  const networks = uses.map(({ network }) => network).filter((network) => network !== '');
  const isKnownNetwork = networks.length === 0 || networks.includes(networkMark(app, accountId));
  return !isKnownBrowser || !isKnownNetwork;
}

/** In the list of what their person was told, and beside it as they are told of all else; once, whatever units they are in. */
export async function tellOfSignIn(
  trx: Database,
  { id, accountId, client, address, openedAt }: Session,
): Promise<void> {
  const person = (await listMemberships(trx, accountId)).find(({ staffId }) => staffId !== undefined);
  if (person?.staffId === undefined) return;
  const facts: SignInFacts = {
    kind: 'sign-in',
    periodId: '',
    sessionId: id,
    client: client.slice(0, CLIENT_LENGTH),
    address,
    at: openedAt,
  };
  await tell(trx, { unitId: person.unitId, told: new Map([[person.staffId, facts]]), at: openedAt });
}
