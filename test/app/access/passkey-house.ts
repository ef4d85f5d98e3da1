/** Accounts with passkeys, as their owners make them. */

import type { Directory } from '../../../src/app/access/directory.ts';
import {
  askForAnyPasskey,
  askForPasskeyOf,
  enterByPasskey,
} from '../../../src/app/access/enter-by-passkey.ts';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { passkeySite } from '../../../src/app/access/passkey-check.ts';
import { addPasskey, type KeyQuestion, proposePasskey } from '../../../src/app/access/passkeys.ts';
import type { Opened } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import type { Visitor } from '../../../src/domain/account.ts';
import { Authenticator } from './authenticator.ts';
import { CLIENT } from './people.ts';

const found = passkeySite('https://truc.lamgiang.example');
if (!found) throw new Error('a site with a name and TLS');
export const SITE = found;
export const RELYING = { origin: SITE.origin, rpId: SITE.id };

/** @param counter of a key that counts nothing, as those kept in a cloud: 0. */
export async function withPasskey(app: App, visitor: Visitor, name = 'điện thoại', counter?: number) {
  const key = new Authenticator(RELYING);
  const lies = counter === undefined ? {} : { counter };
  const { options, sealed } = await proposePasskey(app, visitor, SITE);
  const added = await addPasskey(app, visitor, {
    site: SITE,
    sealed,
    answer: key.create(options, lies),
    name,
  });
  if (!added) throw new Error('the key is good');
  return { key, codes: added.codes };
}

export function enterWith(
  app: App,
  { sealed }: Pick<KeyQuestion, 'sealed'>,
  answer: string,
  directory?: Directory,
): Promise<Opened | undefined> {
  return enterByPasskey(app, { site: SITE, sealed, answer, client: CLIENT, directory });
}

export async function second(app: App, accountId: string, by: 'password' | 'provider' = 'password') {
  const question = await askForPasskeyOf(app, SITE, { accountId, by });
  if (!question) throw new Error('the account has keys');
  return question;
}

export const any = (app: App): Promise<KeyQuestion> => askForAnyPasskey(app, SITE);

export async function visitorOf(app: App, opened: Opened | undefined): Promise<Visitor | undefined> {
  return opened && findVisitor(app, opened.token);
}
