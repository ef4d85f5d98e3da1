/** Makes the private link to someone's own page, in place of any before. Its token is told this once. */

import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertPersonalLink, type PersonalLink } from '../../store/personal-link-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';
import { endPersonalLinks } from './end-personal-links.ts';

export type { PersonalLink };

export interface LinkPerson {
  readonly unitId: string;
  readonly staffId: string;
  readonly actor: string;
}

export type LinkIssuing = LinkPerson & { readonly endsAt?: Instant };

export interface IssuedPersonalLink {
  /** 43 characters of base64url, for the page's address. */
  readonly token: string;
  readonly link: PersonalLink;
}

/** Throws `not-found` when the person is not known. */
export async function issuePersonalLink(
  app: App,
  { unitId, staffId, actor, ...end }: LinkIssuing,
): Promise<IssuedPersonalLink> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const at = app.clock();
    await endPersonalLinks(trx, app, { unitId, staffId, actor });
    const token = newToken(app);
    const link: PersonalLink = { id: newId(app), unitId, staffId, createdAt: at, ...end };
    await insertPersonalLink(trx, link, hashOfToken(token));
    // By the link's id: the trail outlives people's codes.
    await record(trx, app, { at, actor, action: 'personal-link.issue', unitId, subject: link.id });
    return { token, link };
  });
}

/** From then on the address answers as if it had never been. Throws `not-found` when there is no live link. */
export async function revokePersonalLink(app: App, { unitId, staffId, actor }: LinkPerson): Promise<void> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const ended = await endPersonalLinks(trx, app, { unitId, staffId, actor });
    if (ended === 0) throw new AppError('not-found', 'own.failure.no-link');
  });
}
