/** Passkeys on pages: added, named and taken off in one's own account, and coming in by one. */

import { enterByPasskey } from '../../app/access/enter-by-passkey.ts';
import { type PasskeySite, passkeySite } from '../../app/access/passkey-check.ts';
import {
  addPasskey,
  listOwnPasskeys,
  nameOwnPasskey,
  proposePasskey,
  removeOwnPasskey,
} from '../../app/access/passkeys.ts';
import { AppError } from '../../kernel/app-error.ts';
import { accountsOf, inside, proven, redirect, stamp } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ACCOUNT_PATH, PASSKEYS_PATH } from '../paths/access.ts';
import { innerPath } from '../paths/inner.ts';
import { enteredCookies, tokensOf } from './entered-cookies.ts';
import { type Fault, formPage } from './form-page.ts';
import { signInPage } from './signing.ts';
import { codesPage } from './two-step.ts';

/** Throws `not-found` where the public address is none that browsers make keys for. */
export function siteOf({ publicUrl }: WebDeps): PasskeySite {
  const site = passkeySite(publicUrl);
  if (!site) throw new AppError('not-found', 'passkey.no-site', { url: publicUrl });
  return site;
}

/** The card on the account's page; what it says where there can be none, too. */
export async function passkeysOf(visit: Visit, deps: WebDeps): Promise<object> {
  const { app, visitor } = inside(visit, deps);
  const keys = await listOwnPasskeys(app, visitor);
  return {
    path: PASSKEYS_PATH,
    possible: passkeySite(deps.publicUrl) !== undefined,
    keys: keys.map(({ id, name, addedAt, usedAt }) => ({
      name,
      path: `${PASSKEYS_PATH}/${encodeURIComponent(id)}`,
      added: visit.say('passkey.added', { at: stamp(visit, deps, addedAt) }),
      used:
        usedAt === undefined
          ? visit.say('passkey.unused')
          : visit.say('passkey.used', { at: stamp(visit, deps, usedAt) }),
    })),
  };
}

export async function enterByKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const opened = await enterByPasskey(accountsOf(deps), {
    site: siteOf(deps),
    sealed: form.get('sealed') ?? '',
    answer: form.get('answer') ?? '',
    client: visit.header('user-agent') ?? '',
    directory: deps.directory,
    ...tokensOf(visit.header('cookie'), deps.publicUrl),
  });
  if (opened) return redirect(innerPath(form.get('next')), enteredCookies(deps.publicUrl, opened));
  return signInPage(visit, deps, { fault: { key: 'passkey.wrong' } });
}

export function proposeKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  return proven(ACCOUNT_PATH, () => newKeyPage(visit, deps));
}

async function newKeyPage(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { options, sealed } = await proposePasskey(app, visitor, siteOf(deps));
  return formPage(visit, {
    title: visit.say('passkey.add.title'),
    text: visit.say('passkey.add.text'),
    to: ACCOUNT_PATH,
    fields: [],
    submit: '',
    fault,
    passkey: {
      kind: 'create',
      to: `${PASSKEYS_PATH}/add`,
      options: JSON.stringify(options),
      sealed,
      submit: visit.say('passkey.add.submit'),
      named: true,
      first: true,
    },
    link: { href: ACCOUNT_PATH, words: visit.say('passkey.add.back') },
  });
}

export function addKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { form } = visit;
  return proven(ACCOUNT_PATH, async () => {
    const added = await addPasskey(app, visitor, {
      site: siteOf(deps),
      sealed: form.get('sealed') ?? '',
      answer: form.get('answer') ?? '',
      name: form.get('name') ?? '',
    });
    if (!added) return newKeyPage(visit, deps, { key: 'passkey.not-added' });
    return added.codes.length > 0 ? codesPage(visit, added.codes) : redirect(`${ACCOUNT_PATH}?done=passkey`);
  });
}

export async function nameKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const named = { id: visit.param('passkey'), name: visit.form.get('name') ?? '' };
  await nameOwnPasskey(app, visitor, named);
  return redirect(`${ACCOUNT_PATH}?done=passkey-named`);
}

export function removeKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => {
    await removeOwnPasskey(app, visitor, visit.param('passkey'));
    return redirect(`${ACCOUNT_PATH}?done=no-passkey`);
  });
}
