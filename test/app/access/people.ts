/** Accounts made the way people make them: the console's code, invitations, sign-in. */

import { joinWithNewAccount } from '../../../src/app/access/accept-invitation.ts';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { invite } from '../../../src/app/access/invite.ts';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { setUpFirstAccount } from '../../../src/app/access/set-up-first-account.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import type { Role, Visitor } from '../../../src/domain/account.ts';

export const PASSWORD = 'bốn con vịt xòe 7 cái ô';
export const CLIENT = 'test browser';
export const OPERATOR = { signInName: 'ha@lamgiang.example', name: 'Vũ Thanh Hà' };

export function from(app: App, address: string): App {
  return { ...app, origin: { address, requestId: `r-${address}` } };
}

export async function signedIn(app: App, signInName: string, password = PASSWORD): Promise<Visitor> {
  const result = await signIn(app, { signInName, password, client: CLIENT });
  if (!result.signedIn) throw new Error(JSON.stringify(result));
  const visitor = await findVisitor(app, result.token);
  if (!visitor) throw new Error('the session is there');
  return visitor;
}

/** The first account, signed in. */
export async function operator(app: App): Promise<Visitor> {
  const code = await openSetup(app);
  const form = { ...OPERATOR, password: PASSWORD, language: 'vi' as const, code: code ?? '' };
  const made = await setUpFirstAccount(app, form);
  if (!made.done) throw new Error(JSON.stringify(made));
  return signedIn(app, OPERATOR.signInName);
}

export interface Joining {
  readonly unitId: string;
  readonly role: Role;
  readonly staffId?: string;
}

/** Someone who followed an invitation, signed in; the sign-in name is the given one at the example's domain. */
export async function member(app: App, host: Visitor, name: string, joining: Joining): Promise<Visitor> {
  const { token } = await invite(app, host, joining);
  const signInName = `${name}@lamgiang.example`;
  const form = { signInName, name: `Đỗ Văn ${name}`, password: PASSWORD, language: 'vi' as const };
  const joined = await joinWithNewAccount(app, token, form);
  if (!joined.done) throw new Error(JSON.stringify(joined));
  return signedIn(app, signInName);
}
