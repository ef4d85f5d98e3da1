/** One's own account: units, password, two-step sign-in, and where one is signed in. */

import { changePassword } from '../../app/access/change-password.ts';
import { heldBack } from '../../app/access/held-back.ts';
import { isLinked } from '../../app/access/link-identity.ts';
import { listOwnUnits } from '../../app/access/list-own-units.ts';
import { listSessions } from '../../app/access/list-sessions.ts';
import { isOfDirectory, proveHere } from '../../app/access/prove-by-directory.ts';
import { proveByPasskey } from '../../app/access/prove-by-passkey.ts';
import { countOwnRecoveryCodes } from '../../app/access/recovery-codes.ts';
import { signOut } from '../../app/access/sign-out.ts';
import { hasSecondStep } from '../../domain/account.ts';
import { mayDo } from '../../domain/permission.ts';
import { inside, redirect, stamp } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import {
  ACCOUNT_PATH,
  AUDIT_PATH,
  auditPath,
  DIRECTORY_PATH,
  membersPath,
  PROVE_PATH,
  providerPath,
  SAFETY_PATH,
} from '../paths/access.ts';
import { feedsPath } from '../paths/feeds.ts';
import { innerPath } from '../paths/inner.ts';
import { readDeviceToken } from './device-cookie.ts';
import { enteredCookies } from './entered-cookies.ts';
import { type Fault, fieldsOf, formPage } from './form-page.ts';
import { proofPasskeyPart } from './passkey-parts.ts';
import { passkeysOf, siteOf } from './passkeys.ts';
import { secondStepDue } from './safety.ts';
import { sessionCookie } from './session-cookie.ts';

const DONE: Readonly<Record<string, string>> = {
  password: 'access.account.password-done',
  'two-step': 'access.account.two-step-done',
  'one-step': 'access.account.two-step-ended',
  passkey: 'passkey.done.added',
  'passkey-named': 'passkey.done.named',
  'no-passkey': 'passkey.done.removed',
  provider: 'identity.linked',
  'no-provider': 'identity.unlinked',
  directory: 'directory.moved',
};

export async function showAccount(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { account, session } = visitor;
  const units = await listOwnUnits(app, visitor);
  const sessions = await listSessions(app, visitor);
  const done = DONE[visit.query.get('done') ?? ''];
  return {
    kind: 'page',
    view: 'access/account',
    title: visit.say('access.account.title'),
    ...refusedIf(Boolean(fault)),
    model: {
      name: account.name,
      signInName: account.signInName,
      operator: account.operator,
      wholeAuditPath: AUDIT_PATH,
      done: done === undefined ? '' : visit.say(done),
      units: units.map(({ unitId, name, role }) => ({
        name,
        role: visit.say(`role.${role}`),
        members: mayDo(visitor, 'account.edit', { unitId }) ? membersPath(unitId) : '',
        feeds: mayDo(visitor, 'feed.edit', { unitId }) ? feedsPath(unitId) : '',
        audit: mayDo(visitor, 'audit.view', { unitId }) ? auditPath(unitId) : '',
      })),
      directory: await directoryOf(visit, deps),
      directoryWay: deps.directory && !account.operator ? directoryWay(visit, deps.directory.name) : false,
      passwordFields: fieldsOf(visit, ['currentPassword', 'newPassword'], fault),
      twoStep: account.totp,
      secondStep: hasSecondStep(account),
      wanted: await wantedOf(visit, deps),
      safetyPath: SAFETY_PATH,
      passkeys: await passkeysOf(visit, deps),
      recoveryLeft: visit.say('access.account.recovery-left', {
        count: await countOwnRecoveryCodes(app, visitor),
      }),
      provider: await providerOf(visit, deps),
      sessions: sessions.map((each) => ({
        id: each.id,
        here: each.id === session.id,
        opened: stamp(visit, deps, each.openedAt),
        used: stamp(visit, deps, each.usedAt),
        address: each.address,
        client: each.client,
      })),
    },
  };
}

/** What is asked of this account before other pages open, or by when; empty for whom nothing is. */
async function wantedOf(visit: Visit, deps: WebDeps): Promise<string> {
  const { app, visitor } = inside(visit, deps);
  const held = await heldBack(app, visitor);
  return held ? visit.say(`safety.held.${held}`) : secondStepDue(visit, deps);
}

function directoryWay(visit: Visit, directory: string): object {
  return { href: DIRECTORY_PATH, words: visit.say('directory.move.link', { directory }) };
}

/** Where the password is kept, when it is not here. */
async function directoryOf(visit: Visit, deps: WebDeps): Promise<string> {
  const { app, visitor } = inside(visit, deps);
  const { directory } = deps;
  if (!directory || !(await isOfDirectory(app, visitor))) return '';
  return visit.say('directory.account', { directory: directory.name });
}

/** What the page says of the identity provider; false where there is none. */
async function providerOf(visit: Visit, deps: WebDeps): Promise<object | false> {
  const { app, visitor } = inside(visit, deps);
  if (!deps.provider) return false;
  const provider = deps.provider.name;
  const linked = await isLinked(app, visitor);
  return {
    linked,
    title: visit.say('identity.by', { provider }),
    state: visit.say(linked ? 'identity.account.on' : 'identity.account.off', { provider }),
    href: providerPath({ for: 'link' }),
    words: visit.say('identity.link.title', { provider }),
  };
}

export async function changeOwnPassword(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const changed = await changePassword(app, visitor, {
    currentPassword: visit.form.get('currentPassword') ?? '',
    password: visit.form.get('password') ?? '',
    deviceToken: readDeviceToken(visit.header('cookie'), deps.publicUrl),
  });
  if (!changed.done) return showAccount(visit, deps, changed);
  return redirect(`${ACCOUNT_PATH}?done=password`, enteredCookies(deps.publicUrl, changed));
}

export async function endSession(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  await signOut(app, visitor, visit.param('session'));
  return redirect(ACCOUNT_PATH);
}

export async function showProve(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const next = innerPath(visit.form.get('next') ?? visit.query.get('next'));
  const provider = deps.provider && (await isLinked(app, visitor)) ? deps.provider.name : undefined;
  const words = visit.say('identity.prove-by', { provider: provider ?? '' });
  return formPage(visit, {
    title: visit.say('access.prove.title'),
    text: visit.say('access.prove.text'),
    to: PROVE_PATH,
    fields: ['currentPassword'],
    submit: visit.say('access.prove.submit'),
    next,
    fault,
    passkey: await proofPasskeyPart(visit, deps),
    ...(provider === undefined ? {} : { provider: { href: providerPath({ for: 'prove', next }), words } }),
  });
}

export async function prove(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { directory } = deps;
  const password = visit.form.get('currentPassword') ?? '';
  const proved = await proveHere(app, visitor, { password, directory });
  if (proved) {
    return redirect(innerPath(visit.form.get('next')), sessionCookie(deps.publicUrl, proved.token));
  }
  return showProve(visit, deps, { field: 'currentPassword', key: 'error.access.wrong-password' });
}

export async function proveByKey(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { form } = visit;
  const proof = { sealed: form.get('sealed') ?? '', answer: form.get('answer') ?? '' };
  const proved = await proveByPasskey(app, visitor, { site: siteOf(deps), ...proof });
  if (!proved) return showProve(visit, deps, { key: 'passkey.wrong' });
  return redirect(innerPath(form.get('next')), sessionCookie(deps.publicUrl, proved.token));
}
