/** The feed links of a unit: for whom, when made, when last used. Never their tokens. */

import { type FeedLink, listFeedLinks as listStored } from '../../store/feed-token-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { withNotedUse } from './token-uses.ts';

export type { FeedLink };

const readLinks = keptReading((db, unitId: string) => listStored(db, unitId), {
  most: 20_000,
  weigh: (links) => links.length + 1,
});

/** Revoked ones too, by creation. */
export async function listFeedLinks(app: App, unitId: string): Promise<FeedLink[]> {
  return (await readLinks(app, unitId)).map((link) => withNotedUse(app.feeds.uses, link));
}
