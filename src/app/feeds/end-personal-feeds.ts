/** Ends personal feed links of many people at once: those that never reached their paper, or those from before it. */

import { listFeedLinks } from '../../store/feed-token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { IssuedFeed } from './issue-feed-token.ts';
import { revokeWithin } from './revoke-feed-token.ts';

export interface PersonalFeedsEnding {
  readonly unitId: string;
  readonly issued: readonly IssuedFeed[];
  readonly actor: string;
}

/** Ends these very links. */
export async function endIssuedFeeds(
  app: App,
  { unitId, issued, actor }: PersonalFeedsEnding,
): Promise<void> {
  allow(app, 'feed.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    for (const { link } of issued) await revokeWithin(trx, app, { unitId, linkId: link.id, actor });
  });
}

/** Ends every other live personal link of the same people. @returns how many. */
export async function endOlderFeeds(
  app: App,
  { unitId, issued, actor }: PersonalFeedsEnding,
): Promise<number> {
  allow(app, 'feed.edit', { unitId });
  const kept = new Set(issued.map(({ link }) => link.id));
  const people = new Set(
    issued.flatMap(({ link: { scope } }) => (scope.kind === 'personal' ? [scope.staffId] : [])),
  );
  return app.db.transaction().execute(async (trx) => {
    const older = (await listFeedLinks(trx, unitId)).filter(
      ({ id, scope, revokedAt }) =>
        revokedAt === undefined && scope.kind === 'personal' && people.has(scope.staffId) && !kept.has(id),
    );
    for (const { id } of older) await revokeWithin(trx, app, { unitId, linkId: id, actor });
    return older.length;
  });
}
