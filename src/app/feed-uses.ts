/**
 * When each feed link was last used, and by which client. Readers poll day and night, so uses are noted in memory, to
 * the hour, and written down together: a poll never waits for the disk and never fails for want of room on it.
 */

import { type FeedLink, recordFeedUses as storeUses } from '../store/feed-token-store.ts';
import type { App } from './app.ts';
import type { FeedUse } from './feed-memory.ts';

const USE_KEPT_MS = 3_600_000;
const CLIENT_LENGTH = 200;

export function noteFeedUse({ feeds, clock }: App, link: FeedLink, client: string): void {
  const at = clock();
  const last = feeds.uses.get(link.id)?.at ?? link.lastUsedAt;
  if (last !== undefined && Math.abs(at - last) < USE_KEPT_MS) return;
  feeds.uses.set(link.id, { at, client: client.slice(0, CLIENT_LENGTH) });
}

/** The link as it is after the uses noted since. */
export function withNotedUse({ feeds }: App, link: FeedLink): FeedLink {
  const use = feeds.uses.get(link.id);
  return use ? { ...link, lastUsedAt: use.at, lastClient: use.client } : link;
}

/** Writes down what was noted, all of it or nothing; what fails is kept for the next time. */
export async function recordFeedUses({ db, feeds }: App): Promise<void> {
  const noted = new Map<string, FeedUse>(feeds.uses);
  if (noted.size === 0) return;
  await db.transaction().execute((trx) => storeUses(trx, noted));
  for (const [id, use] of noted) if (feeds.uses.get(id) === use) feeds.uses.delete(id);
}
