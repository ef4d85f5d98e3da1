/** Writes down when feed links, API tokens and sessions were used, all that was noted since the last time at once. */

import { recordSessionUses } from '../store/session-store.ts';
import { recordUsesIn } from '../store/token-store.ts';
import { requireMachine } from './access/authorise.ts';
import type { App } from './app.ts';

/** All of it or nothing; what fails is kept for the next time. */
export async function recordUses(app: App): Promise<void> {
  requireMachine(app);
  const { db, feeds, apiUses, sessionUses } = app;
  const ofFeeds = new Map(feeds.uses);
  const ofApi = new Map(apiUses);
  const ofSessions = new Map(sessionUses);
  if (ofFeeds.size + ofApi.size + ofSessions.size === 0) return;
  await db.transaction().execute(async (trx) => {
    await recordUsesIn(trx, 'feed_token', ofFeeds);
    await recordUsesIn(trx, 'api_token', ofApi);
    await recordSessionUses(trx, ofSessions);
  });
  forget(feeds.uses, ofFeeds);
  forget(apiUses, ofApi);
  forget(sessionUses, ofSessions);
}

/** A use noted while these were written stays. */
function forget<T>(noted: Map<string, T>, written: ReadonlyMap<string, T>): void {
  for (const [id, use] of written) if (noted.get(id) === use) noted.delete(id);
}
