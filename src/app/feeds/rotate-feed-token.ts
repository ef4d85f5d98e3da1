/** Gives a feed a new address and ends the old one, both or neither. */

import { AppError } from '../../kernel/app-error.ts';
import { listFeedLinks } from '../../store/feed-token-store.ts';
import type { App } from '../app.ts';
import { type IssuedFeed, issueWithin } from './issue-feed-token.ts';
import { type FeedRevoking, revokeWithin } from './revoke-feed-token.ts';

/** The new link has the old one's scope and options. Throws `not-found` when the unit has no live link with this id. */
export function rotateFeedToken(app: App, rotating: FeedRevoking): Promise<IssuedFeed> {
  const { unitId, linkId, actor } = rotating;
  return app.db.transaction().execute(async (trx) => {
    const old = (await listFeedLinks(trx, unitId)).find(({ id }) => id === linkId);
    if (!old) throw new AppError('not-found', 'error.feed.missing', { feed: linkId });
    await revokeWithin(trx, app, rotating);
    const { scope, options, linkId: from, endsAt } = old;
    const origin = {
      ...(from === undefined ? {} : { linkId: from }),
      ...(endsAt === undefined ? {} : { endsAt }),
    };
    return issueWithin(trx, app, { unitId, scope, options, actor, ...origin });
  });
}
