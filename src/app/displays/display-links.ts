/** Links for screens on walls: made, listed, ended. Whoever looks at such a screen needs no account, and can do nothing by it. */

import { AppError } from '../../kernel/app-error.ts';
import { type DisplayLink, insertDisplayLink, listDisplayLinks } from '../../store/display-link-store.ts';
import { revokeIn } from '../../store/token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';

const LONGEST_NAME = 60;

export interface DisplayIssuing {
  readonly unitId: string;
  readonly name: string;
  readonly phones: boolean;
  readonly dims: boolean;
  /** Of the units below instead of the unit's own roster. */
  readonly below?: boolean;
  readonly actor: string;
}

/** The token, told this once. Throws `not-found` for an unknown unit, `forbidden`. */
export function issueDisplayLink(
  app: App,
  { unitId, name, phones, dims, below = false, actor }: DisplayIssuing,
): Promise<string> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const token = newToken(app);
    const link: DisplayLink = {
      ...{ id: newId(app), unitId, phones, dims, below, createdAt: app.clock() },
      name: name.normalize('NFC').trim().slice(0, LONGEST_NAME),
    };
    await insertDisplayLink(trx, link, hashOfToken(token));
    const details = { phones: phones ? 1 : 0 };
    await record(trx, app, { actor, action: 'display-link.issue', unitId, subject: link.id }, details);
    return token;
  });
}

/** Live ones, by creation. Throws `forbidden`. */
export function readDisplayLinks(app: App, unitId: string): Promise<readonly DisplayLink[]> {
  allow(app, 'feed.edit', { unitId });
  return listDisplayLinks(app.db, unitId);
}

/** The screen goes dark within two minutes. Throws `not-found` when there is no such live link. */
export function revokeDisplayLink(
  app: App,
  { unitId, id, actor }: { readonly unitId: string; readonly id: string; readonly actor: string },
): Promise<void> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await revokeIn(trx, 'display_link', { unitId, id, at: app.clock() })))
      throw new AppError('not-found', 'display.missing');
    await record(trx, app, { actor, action: 'display-link.revoke', unitId, subject: id });
  });
}
