/** What the pages of accounts share: who they are shown to, the way to give the password once more, and stamps. */

import { authorise } from '../../app/access/authorise.ts';
import type { App } from '../../app/app.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { Visitor } from '../../domain/account.ts';
import { type Action, mayDo, type Subject } from '../../domain/permission.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { provePath } from '../paths/access.ts';
import type { WebDeps } from './deps.ts';
import type { RedirectReply, Reply, Visit } from './visit.ts';

/** Throws `not-found` where everyone is let in: there are no accounts then. */
export function accountsOf({ access, app }: WebDeps): App {
  if (access === 'open') throw new AppError('not-found', 'web.failure.no-page');
  return app;
}

export function inside(visit: Visit, deps: WebDeps): { readonly app: App; readonly visitor: Visitor } {
  const app = accountsOf(deps);
  if (!visit.visitor) throw new AppError('forbidden', 'access.failure.signed-out');
  return { app, visitor: visit.visitor };
}

/** The visitor's own member of the unit's staff; undefined for who is none of them, and where nobody signs in. */
export function ownStaffId({ visitor }: Visit, unitId: string): string | undefined {
  return visitor?.memberships.find((each) => each.unitId === unitId)?.staffId;
}

/** For a route with `own`. Throws `forbidden`, or `not-found` for someone from outside; nobody is refused where nobody signs in. */
export function requirePerson({ visitor }: Visit, action: Action, subject: Required<Subject>): void {
  if (visitor) authorise(visitor, action, subject);
}

/** Whether a page offers it: everything is, where nobody signs in. */
export function mayIn({ visitor }: Visit, action: Action, unitId: string): boolean {
  return !visitor || mayDo(visitor, action, { unitId });
}

/** Where the use case wants the password once more, asks for it and comes back to what was sent, or to `back` (ASVS 5.0 7.5.1). */
export async function proven(back: string, act: () => Promise<Reply>): Promise<Reply> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError) || error.key !== 'error.access.prove-again') throw error;
    return { ...redirect(provePath(back)), holds: true };
  }
}

export function redirect(to: string, cookie?: string | readonly string[]): RedirectReply {
  return { kind: 'redirect', to, ...(cookie === undefined ? {} : { cookie }) };
}

export function stamp(visit: Visit, { zone }: WebDeps, instant: Instant): string {
  return formatStamp(visit.language, instant, zone);
}
