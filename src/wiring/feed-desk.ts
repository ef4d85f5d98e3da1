/** The use cases of feed links, bound to the app of one visit. */

import type { App } from '../app/app.ts';
import { findFeedLink } from '../app/feeds/find-feed-link.ts';
import { issueFeedToken } from '../app/feeds/issue-feed-token.ts';
import { issuePersonalFeeds } from '../app/feeds/issue-personal-feeds.ts';
import { listFeedLinks } from '../app/feeds/list-feed-links.ts';
import { listFeedSubjects } from '../app/feeds/list-feed-subjects.ts';
import { revokeFeedToken } from '../app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../app/feeds/rotate-feed-token.ts';
import { AppError } from '../kernel/app-error.ts';
import { FEED_MISSES } from '../web/feeds/feed-door.ts';
import type { FeedDesk } from '../web/kit/feed-desk.ts';
import type { MissLimit } from '../web/kit/miss-limit.ts';

/** @param misses shared by all visits: it is about the network address, not the page. */
export function createFeedDesk(app: App, misses: MissLimit): FeedDesk {
  return {
    listSubjects: (unitId) => listFeedSubjects(app, unitId),
    listLinks: (unitId) => listFeedLinks(app, unitId),
    issue: (issuing) => issueFeedToken(app, issuing),
    issuePersonal: (issuing) => issuePersonalFeeds(app, issuing),
    rotate: (rotating) => rotateFeedToken(app, rotating),
    revoke: (revoking) => revokeFeedToken(app, revoking),
    async open(token) {
      const found = await findFeedLink(app, token);
      if (found || misses.allows(app.origin?.address ?? '')) return found;
      throw new AppError('too-many', 'feed-page.failure.too-many', { seconds: FEED_MISSES.windowMs / 1000 });
    },
  };
}
