/** Private links for many people at once, all or none: handed out on paper, or sent to each. Their tokens are told this once. */

import { insertPersonalLink, listPersonalLinks, type PersonalLink } from '../../store/personal-link-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';
import { endPersonalLinks } from './end-personal-links.ts';
import type { IssuedPersonalLink } from './issue-personal-link.ts';

export interface LinksIssuing {
  readonly unitId: string;
  /** Everyone, whose links of before end; or only who has none. */
  readonly of: 'all' | 'without';
  readonly actor: string;
}

/** By staff id. Throws `forbidden`. */
export function issuePersonalLinks(
  app: App,
  { unitId, of, actor }: LinksIssuing,
): Promise<IssuedPersonalLink[]> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const has = new Set((await listPersonalLinks(trx, unitId)).map(({ staffId }) => staffId));
    const issued: IssuedPersonalLink[] = [];
    for (const { id: staffId } of await listStaff(trx, unitId)) {
      if (of === 'without' && has.has(staffId)) continue;
      await endPersonalLinks(trx, app, { unitId, staffId, actor });
      const token = newToken(app);
      const link: PersonalLink = { id: newId(app), unitId, staffId, createdAt: app.clock() };
      await insertPersonalLink(trx, link, hashOfToken(token));
      await record(trx, app, { actor, action: 'personal-link.issue', unitId, subject: link.id });
      issued.push({ token, link });
    }
    return issued;
  });
}
