/** Writes down when feed links and API tokens were used, all that was noted since the last time at once. */

import { recordUsesIn } from '../../store/token-store.ts';
import type { App } from '../app.ts';
import type { NotedUses } from './token-uses.ts';

/** All of it or nothing; what fails is kept for the next time. */
export async function recordUses({ db, feeds, apiUses }: App): Promise<void> {
  const ofFeeds: NotedUses = new Map(feeds.uses);
  const ofApi: NotedUses = new Map(apiUses);
  if (ofFeeds.size + ofApi.size === 0) return;
  await db.transaction().execute(async (trx) => {
    await recordUsesIn(trx, 'feed_token', ofFeeds);
    await recordUsesIn(trx, 'api_token', ofApi);
  });
  forget(feeds.uses, ofFeeds);
  forget(apiUses, ofApi);
}

/** A use noted while these were written stays. */
function forget(noted: NotedUses, written: NotedUses): void {
  for (const [id, use] of written) if (noted.get(id) === use) noted.delete(id);
}
