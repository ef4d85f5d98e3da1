/** Pages for those not signed in: the first account, signing in, signing out. */

import { type DirectoryResult, signInHere } from '../../app/access/enter-by-directory.ts';
import type { NewAccount } from '../../app/access/new-account.ts';
import { isSetUp } from '../../app/access/open-setup.ts';
import { setUpFirstAccount } from '../../app/access/set-up-first-account.ts';
import type { SigningIn } from '../../app/access/sign-in.ts';
import { signOut, signOutEverywhere } from '../../app/access/sign-out.ts';
import type { App } from '../../app/app.ts';
import { hasUnits } from '../../app/units/choose-unit.ts';
import { accountsOf, inside, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { typedIn } from '../kit/fields.ts';
import type { PageReply, RedirectReply, Reply, Visit } from '../kit/visit.ts';
import { providerPath, SETUP_PATH, SIGN_IN_PATH } from '../paths/access.ts';
import { innerPath } from '../paths/inner.ts';
import { NEW_UNIT_PATH } from '../paths/units.ts';
import { enteredCookies, tokensOf } from './entered-cookies.ts';
import { type Fault, formPage, type PasskeyPart } from './form-page.ts';
import { anyPasskeyPart, secondPasskeyPart } from './passkey-parts.ts';
import { endedCookie } from './session-cookie.ts';

export async function showSetup(visit: Visit, deps: WebDeps): Promise<Reply> {
  return (await isSetUp(accountsOf(deps))) ? redirect(SIGN_IN_PATH) : setupPage(visit);
}

function setupPage(visit: Visit, fault?: Fault): Reply {
  return formPage(visit, {
    title: visit.say('access.setup.title'),
    text: visit.say('access.setup.text'),
    to: SETUP_PATH,
    fields: ['setupCode', 'name', 'newSignInName', 'newPassword'],
    submit: visit.say('access.setup.submit'),
    fault,
  });
}

export async function setUp(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app = accountsOf(deps);
  const form = newAccountOf(visit);
  const made = await setUpFirstAccount(app, { ...form, code: visit.form.get('code') ?? '' });
  if (!made.done) return setupPage(visit, made);
  const reply = await signInAs(visit, deps, form);
  // There is nothing to see before there is a unit; `rota load` may have made one.
  return (await hasUnits(app)) || reply.to !== '/' ? reply : { ...reply, to: NEW_UNIT_PATH };
}

export function newAccountOf({ form, language }: Visit): NewAccount {
  return { ...typedIn(form, ['signInName', 'name', 'password']), language };
}

/** After an account was made by its own password: straight in. */
export async function signInAs(
  visit: Visit,
  deps: WebDeps,
  account: Pick<SigningIn, 'signInName' | 'password' | 'deviceToken'>,
): Promise<RedirectReply> {
  const result = await trySignIn(visit, deps, account);
  if (!result.signedIn) return redirect(SIGN_IN_PATH);
  return redirect('/', enteredCookies(deps.publicUrl, result));
}

const DONE: Readonly<Record<string, string>> = {
  password: 'access.sign-in.password-set',
  out: 'access.sign-in.ended',
};

export async function showSignIn(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app: App = accountsOf(deps);
  if (visit.visitor) return redirect(innerPath(visit.query.get('next')));
  return (await isSetUp(app)) ? signInPage(visit, deps) : redirect(SETUP_PATH);
}

interface SignInState {
  readonly fault?: Fault;
  /** The second step is due: by one of the account's own. In place of it, any passkey will do. */
  readonly passkey?: PasskeyPart | undefined;
}

export async function signInPage(
  visit: Visit,
  deps: WebDeps,
  { fault, passkey }: SignInState = {},
): Promise<PageReply> {
  const { provider, directory } = deps;
  const next = innerPath(visit.form.get('next') ?? visit.query.get('next'));
  const done = fault ? undefined : DONE[visit.query.get('done') ?? ''];
  return formPage(visit, {
    title: visit.say('access.sign-in.title'),
    text: directory ? visit.say('directory.sign-in', { directory: directory.name }) : '',
    to: SIGN_IN_PATH,
    fields: ['signInName', 'password', 'totp'],
    submit: visit.say('access.sign-in.title'),
    next,
    note: directory
      ? visit.say('directory.forgotten', { directory: directory.name })
      : visit.say('access.sign-in.forgotten'),
    fault,
    passkey: passkey ?? (await anyPasskeyPart(visit, deps)),
    ...(provider
      ? {
          provider: {
            href: providerPath({ next }),
            words: visit.say('identity.by', { provider: provider.name }),
          },
        }
      : {}),
    ...(done === undefined ? {} : { done: visit.say(done) }),
  });
}

export async function enterBySignIn(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const result = await trySignIn(visit, deps, {
    signInName: form.get('signInName') ?? '',
    password: form.get('password') ?? '',
    code: form.get('code') ?? '',
  });
  if (result.signedIn) {
    return redirect(innerPath(form.get('next')), enteredCookies(deps.publicUrl, result));
  }
  switch (result.refusal) {
    case 'throttled': {
      const seconds = Math.ceil((result.retryAt - visit.now) / 1000);
      const fault = { key: 'error.access.throttled', params: { seconds } };
      const page = await signInPage(visit, deps, { fault });
      return { ...page, status: 429, retryAfterSeconds: seconds };
    }
    case 'code-wanted': {
      const { accountId } = result;
      const passkey = await secondPasskeyPart(visit, deps, { accountId, by: 'password' });
      const key = passkey ? 'passkey.or-code' : 'signIn.code-wanted';
      return signInPage(visit, deps, { fault: { field: 'code', key }, passkey });
    }
    case 'code-wrong':
      return signInPage(visit, deps, { fault: { field: 'code', key: 'error.access.code-wrong' } });
    case 'wrong':
      return signInPage(visit, deps, { fault: { key: 'signIn.wrong' } });
    default: {
      const params = { directory: deps.directory?.name ?? '' };
      return signInPage(visit, deps, { fault: { key: `directory.${result.refusal}`, params } });
    }
  }
}

function trySignIn(
  visit: Visit,
  deps: WebDeps,
  given: Pick<SigningIn, 'signInName' | 'password' | 'code' | 'deviceToken'>,
): Promise<DirectoryResult> {
  const tokens = tokensOf(visit.header('cookie'), deps.publicUrl);
  const { language } = visit;
  const signing = { ...tokens, ...given, language, client: visit.header('user-agent') ?? '' };
  return signInHere(accountsOf(deps), signing, deps.directory);
}

export async function leave(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  await signOut(app, visitor);
  return { ...redirect(`${SIGN_IN_PATH}?done=out`, endedCookie(deps.publicUrl)), forget: true };
}

export async function leaveEverywhere(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  await signOutEverywhere(app, visitor);
  return { ...redirect(`${SIGN_IN_PATH}?done=out`, endedCookie(deps.publicUrl)), forget: true };
}
