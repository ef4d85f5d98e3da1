/** What a form sent and could not be taken yet is held for its sender: without a session, and before a step-up. */

import { type HeldForm, holdForm } from '../../app/access/held-forms.ts';
import { isDeviceOfSomeone } from '../../app/access/known-device.ts';
import { readDeviceToken } from '../access/device-cookie.ts';
import { FORM_TOKEN, ownerOfForm } from '../access/form-token.ts';
import { readSessionToken } from '../access/session-cookie.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Route } from '../kit/route.ts';
import type { RedirectReply, Visit } from '../kit/visit.ts';
import { heldPath, provePath, signInPath } from '../paths/access.ts';

/**
 * Nothing of an unknown sender is read: the browser must be one that somebody signed in by before, and the form one made
 * for the session it still names. Undefined where nothing can be held.
 */
export async function heldUntilSignedIn(
  route: Route,
  visit: Visit,
  deps: WebDeps,
  read: () => Promise<Pick<Visit, 'form' | 'files'>>,
): Promise<RedirectReply | undefined> {
  const cookies = visit.header('cookie');
  const token = readSessionToken(cookies, deps.publicUrl);
  if (token === undefined || route.scope === 'operator' || !isNavigation(visit)) return undefined;
  const device = readDeviceToken(cookies, deps.publicUrl);
  if (!(await isDeviceOfSomeone(deps.app, device))) return undefined;
  const sent = await read();
  const owner = ownerOfForm(deps.app, sent.form.get(FORM_TOKEN), token);
  const id = owner === undefined ? undefined : await hold(deps, owner, { ...visit, ...sent });
  return id === undefined ? undefined : { kind: 'redirect', to: signInPath(heldPath(id)) };
}

/** The way to give the password once more, and from there to what was typed. */
export async function heldUntilProven(
  visit: Visit,
  deps: WebDeps,
  reply: RedirectReply,
): Promise<RedirectReply> {
  const id = visit.visitor && (await hold(deps, visit.visitor.account.id, visit));
  return id === undefined ? reply : { ...reply, to: provePath(heldPath(id)) };
}

function hold({ app }: WebDeps, accountId: string, visit: Visit): Promise<string | undefined> {
  const search = visit.query.toString();
  const form: HeldForm = {
    path: search === '' ? visit.path : `${visit.path}?${search}`,
    fields: [...visit.form].filter(([name]) => name !== FORM_TOKEN),
    hadFiles: visit.files.size > 0,
  };
  return holdForm(app, accountId, form);
}

/** A script that sends behind a page is told at once, and keeps its own. */
function isNavigation({ header }: Visit): boolean {
  return (header('accept') ?? '').includes('text/html');
}
