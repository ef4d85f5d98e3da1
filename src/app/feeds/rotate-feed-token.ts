/** Gives a feed a new address and ends the old one, both or neither. */

import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ownerOfFeed } from './feed-subject.ts';
import { type IssuedFeed, issueWithin } from './issue-feed-token.ts';
import { type FeedRevoking, requireLink, revokeWithin } from './revoke-feed-token.ts';

/** The new link has the old one's scope and options. Throws `not-found` when the unit has no live link with this id. */
export async function rotateFeedToken(app: App, rotating: FeedRevoking): Promise<IssuedFeed> {
  const { unitId, actor } = rotating;
  return app.db.transaction().execute(async (trx) => {
    const old = await requireLink(trx, rotating);
    allow(app, 'feed.edit', ownerOfFeed(old));
    await revokeWithin(trx, app, rotating);
    const { scope, options, linkId: from, endsAt } = old;
    const origin = {
      ...(from === undefined ? {} : { linkId: from }),
      ...(endsAt === undefined ? {} : { endsAt }),
    };
    return issueWithin(trx, app, { unitId, scope, options, actor, ...origin });
  });
}
