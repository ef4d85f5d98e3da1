/** The part of a page that a passkey answers: in place of name and password, or as the second step. */

import { askForAnyPasskey, askForPasskeyOf } from '../../app/access/enter-by-passkey.ts';
import { passkeySite } from '../../app/access/passkey-check.ts';
import type { KeyQuestion } from '../../app/access/passkeys.ts';
import { accountsOf } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { PASSKEY_PATH } from '../paths/access.ts';
import type { PasskeyPart } from './form-page.ts';

/** The way in by a key alone; absent where there can be none. */
export async function anyPasskeyPart(visit: Visit, deps: WebDeps): Promise<PasskeyPart | undefined> {
  const site = passkeySite(deps.publicUrl);
  return site && partOf(visit, await askForAnyPasskey(accountsOf(deps), site), false);
}

/** The second step by one of the account's keys; absent where it has none. */
export async function secondPasskeyPart(
  visit: Visit,
  deps: WebDeps,
  proved: { readonly accountId: string; readonly by: 'password' | 'provider' },
): Promise<PasskeyPart | undefined> {
  const site = passkeySite(deps.publicUrl);
  const question = site && (await askForPasskeyOf(accountsOf(deps), site, proved));
  return question && partOf(visit, question, true);
}

function partOf(visit: Visit, { options, sealed }: KeyQuestion, second: boolean): PasskeyPart {
  return {
    kind: 'get',
    to: PASSKEY_PATH,
    options: JSON.stringify(options),
    sealed,
    submit: visit.say(second ? 'passkey.second-step' : 'passkey.sign-in'),
    named: false,
    first: second,
  };
}
