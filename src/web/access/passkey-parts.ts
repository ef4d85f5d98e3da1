/** The part of a page that a passkey answers: in place of name and password, as the second step, or to prove who is there. */

import { askForAnyPasskey, askForPasskeyOf } from '../../app/access/enter-by-passkey.ts';
import { passkeySite } from '../../app/access/passkey-check.ts';
import type { KeyQuestion } from '../../app/access/passkeys.ts';
import { askToProve } from '../../app/access/prove-by-passkey.ts';
import { accountsOf, inside } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { PASSKEY_PATH, PROVE_KEY_PATH } from '../paths/access.ts';
import type { PasskeyPart } from './form-page.ts';

/** The way in by a key alone; absent where there can be none. */
export async function anyPasskeyPart(visit: Visit, deps: WebDeps): Promise<PasskeyPart | undefined> {
  const site = passkeySite(deps.publicUrl);
  if (!site) return undefined;
  const question = await askForAnyPasskey(accountsOf(deps), site);
  return partOf(question, { to: PASSKEY_PATH, submit: visit.say('passkey.sign-in'), first: false });
}

/** The second step by one of the account's keys; absent where it has none. */
export async function secondPasskeyPart(
  visit: Visit,
  deps: WebDeps,
  proved: { readonly accountId: string; readonly by: 'password' | 'provider' },
): Promise<PasskeyPart | undefined> {
  const site = passkeySite(deps.publicUrl);
  const question = site && (await askForPasskeyOf(accountsOf(deps), site, proved));
  if (!question) return undefined;
  return partOf(question, { to: PASSKEY_PATH, submit: visit.say('passkey.second-step'), first: true });
}

/** The account's own key in place of the password asked for once more; absent where it has none. */
export async function proofPasskeyPart(visit: Visit, deps: WebDeps): Promise<PasskeyPart | undefined> {
  const { app, visitor } = inside(visit, deps);
  const site = passkeySite(deps.publicUrl);
  const question = site && (await askToProve(app, visitor, site));
  if (!question) return undefined;
  return partOf(question, { to: PROVE_KEY_PATH, submit: visit.say('passkey.prove'), first: true });
}

function partOf(
  { options, sealed }: KeyQuestion,
  shown: Pick<PasskeyPart, 'to' | 'submit' | 'first'>,
): PasskeyPart {
  return { kind: 'get', options: JSON.stringify(options), sealed, named: false, ...shown };
}
