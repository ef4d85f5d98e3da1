/**
 * Personal feed links for the slips of a roster, one a person, told once: whoever prints the slips hands each person
 * theirs. Links from before go on working unless they are ended with `endOlderLinks`, once the slips are there.
 */

import { DEFAULT_FEED_OPTIONS, type FeedLanguage } from '../domain/feed.ts';
import { listFeedLinks } from '../store/feed-token-store.ts';
import type { App } from './app.ts';
import { issueWithin } from './issue-feed-token.ts';
import { revokeWithin } from './revoke-feed-token.ts';

export interface SlipIssuing {
  readonly unitId: string;
  readonly staffIds: readonly string[];
  readonly language: FeedLanguage;
  readonly actor: string;
}

export interface SlipLink {
  readonly staffId: string;
  readonly linkId: string;
  /** For the address; never to be told again. */
  readonly token: string;
}

/** All or none; each is in the audit trail. Throws `not-found` when someone is not of the unit. */
export function issueSlipLinks(app: App, issuing: SlipIssuing): Promise<SlipLink[]> {
  const { unitId, staffIds, language, actor } = issuing;
  return app.db.transaction().execute(async (trx) => {
    const links: SlipLink[] = [];
    for (const staffId of staffIds) {
      const { token, link } = await issueWithin(trx, app, {
        unitId,
        scope: { kind: 'personal', staffId },
        options: { ...DEFAULT_FEED_OPTIONS, language },
        actor,
      });
      links.push({ staffId, linkId: link.id, token });
    }
    return links;
  });
}

export interface LinksEnding {
  readonly unitId: string;
  readonly links: readonly Pick<SlipLink, 'staffId' | 'linkId'>[];
  readonly actor: string;
}

/** Ends these very links: their slips could not be made. */
export function endSlipLinks(app: App, { unitId, links, actor }: LinksEnding): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    for (const { linkId } of links) await revokeWithin(trx, app, { unitId, linkId, actor });
  });
}

/** Ends every other live personal link of the same people. @returns how many. */
export function endOlderLinks(app: App, { unitId, links, actor }: LinksEnding): Promise<number> {
  const kept = new Set(links.map(({ linkId }) => linkId));
  const people = new Set(links.map(({ staffId }) => staffId));
  return app.db.transaction().execute(async (trx) => {
    const older = (await listFeedLinks(trx, unitId)).filter(
      ({ id, scope, revokedAt }) =>
        revokedAt === undefined && scope.kind === 'personal' && people.has(scope.staffId) && !kept.has(id),
    );
    for (const { id } of older) await revokeWithin(trx, app, { unitId, linkId: id, actor });
    return older.length;
  });
}
