/** The feed links of a unit that the caller may change: for whom, when made, when last used. Never their tokens. */

import { type FeedLink, listFeedLinks as listStored } from '../../store/feed-token-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { ownerOfFeed } from './feed-subject.ts';
import { withNotedUse } from './token-uses.ts';

export { isPast } from '../../store/token-store.ts';

export type { FeedLink };

const readLinks = keptReading((db, unitId: string) => listStored(db, unitId), {
  most: 20_000,
  weigh: (links) => links.length + 1,
});

/** Revoked ones too, by creation. */
export async function listFeedLinks(app: App, unitId: string): Promise<FeedLink[]> {
  const links = await readLinks(app, unitId);
  return links
    .filter((link) => isAllowed(app, 'feed.edit', ownerOfFeed(link)))
    .map((link) => withNotedUse(app.feeds.uses, link));
}
