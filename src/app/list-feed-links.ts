/** The feed links of a unit: for whom, when made, when last used. Never their tokens. */

import { type FeedLink, listFeedLinks as listStored } from '../store/feed-token-store.ts';
import type { App } from './app.ts';

/** Revoked ones too, by creation. */
export function listFeedLinks(app: App, unitId: string): Promise<FeedLink[]> {
  return listStored(app.db, unitId);
}
