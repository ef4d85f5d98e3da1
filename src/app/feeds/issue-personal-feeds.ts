/** Makes a personal feed link for each of many people at once, all or none: the manager hands them out on paper. */

import type { FeedOptions } from '../../domain/feed.ts';
import { listFeedLinks } from '../../store/feed-token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type IssuedFeed, issueWithin } from './issue-feed-token.ts';
import { revokeWithin } from './revoke-feed-token.ts';

export interface PersonalFeedsIssuing {
  readonly unitId: string;
  readonly staffIds: readonly string[];
  readonly options: FeedOptions;
  /** Ends the links these people had; otherwise those go on beside the new ones. */
  readonly replace: boolean;
  readonly actor: string;
}

/** In the order of `staffIds`. Throws `not-found` for a person the unit does not know. */
export async function issuePersonalFeeds(app: App, issuing: PersonalFeedsIssuing): Promise<IssuedFeed[]> {
  allow(app, 'feed.edit', { unitId: issuing.unitId });
  const { unitId, staffIds, options, replace, actor } = issuing;
  return app.db.transaction().execute(async (trx) => {
    if (replace) {
      const wanted = new Set(staffIds);
      for (const { id, scope, revokedAt } of await listFeedLinks(trx, unitId)) {
        const ends = revokedAt === undefined && scope.kind === 'personal' && wanted.has(scope.staffId);
        if (ends) await revokeWithin(trx, app, { unitId, linkId: id, actor });
      }
    }
    const issued: IssuedFeed[] = [];
    for (const staffId of new Set(staffIds)) {
      issued.push(
        await issueWithin(trx, app, { unitId, scope: { kind: 'personal', staffId }, options, actor }),
      );
    }
    return issued;
  });
}
