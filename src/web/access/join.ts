/** The page an invitation's link opens: a new account, one more unit for an account there is, or a new password. */

import {
  joinWithAccount,
  joinWithNewAccount,
  readInvitation,
  setPasswordByLink,
} from '../../app/access/accept-invitation.ts';
import { accountsOf, inside, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { joinByDirectoryPath, joinPath, providerPath, SIGN_IN_PATH, signInPath } from '../paths/access.ts';
import { deviceCookie, readDeviceToken } from './device-cookie.ts';
import { type Fault, formPage } from './form-page.ts';
import { newAccountOf, signInAs } from './signing.ts';

export async function showJoin(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const token = visit.param('token');
  const { invitation, unitName, signInName = '' } = await readInvitation(accountsOf(deps), token);
  const to = joinPath(token);
  if (invitation.accountId !== undefined) {
    return formPage(visit, {
      title: visit.say('access.join.password-title'),
      text: visit.say('access.join.password-text', { name: signInName }),
      to,
      fields: ['newPassword'],
      submit: visit.say('access.join.password-submit'),
      fault,
    });
  }
  const also = visit.visitor && {
    to: `${to}/here`,
    submit: visit.say('access.join.here', { name: visit.visitor.account.signInName }),
  };
  return formPage(visit, {
    title: visit.say('access.join.title', { unit: unitName }),
    text: visit.say('access.join.text', { role: visit.say(`role.${invitation.role}`) }),
    to,
    fields: ['name', 'newSignInName', 'newPassword'],
    submit: visit.say('access.join.submit'),
    note: visit.say('data.notice'),
    fault,
    ...(deps.provider
      ? {
          provider: {
            href: providerPath({ for: 'join', invitation: token }),
            words: visit.say('identity.join-by', { provider: deps.provider.name }),
          },
        }
      : {}),
    ...(deps.directory
      ? {
          directory: {
            href: joinByDirectoryPath(token),
            words: visit.say('directory.join.link', { directory: deps.directory.name }),
          },
        }
      : {}),
    ...(also ? { also } : { link: { href: signInPath(to), words: visit.say('access.join.have-account') } }),
  });
}

export async function join(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app = accountsOf(deps);
  const token = visit.param('token');
  const { invitation } = await readInvitation(app, token);
  const deviceToken = readDeviceToken(visit.header('cookie'), deps.publicUrl);
  if (invitation.accountId !== undefined) {
    const set = await setPasswordByLink(app, token, {
      password: visit.form.get('password') ?? '',
      deviceToken,
    });
    if (!set.done) return showJoin(visit, deps, set);
    return redirect(`${SIGN_IN_PATH}?done=password`, deviceCookie(deps.publicUrl, set.deviceToken));
  }
  const form = newAccountOf(visit);
  const joined = await joinWithNewAccount(app, token, { ...form, deviceToken });
  if (!joined.done) return showJoin(visit, deps, joined);
  return signInAs(visit, deps, { ...form, deviceToken: joined.deviceToken });
}

export async function joinHere(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  await joinWithAccount(app, visit.param('token'), visitor);
  return redirect('/');
}
