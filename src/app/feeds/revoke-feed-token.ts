/** Ends a feed link. From then on its address answers as if it had never been. */

import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { type FeedLink, listFeedLinks } from '../../store/feed-token-store.ts';
import { revokeIn } from '../../store/token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { ownerOfFeed } from './feed-subject.ts';

export interface FeedRevoking {
  readonly unitId: string;
  readonly linkId: string;
  readonly actor: string;
}

/** Throws `not-found` when the unit has no live link with this id. */
export async function revokeFeedToken(app: App, revoking: FeedRevoking): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const link = await requireLink(trx, revoking);
    allow(app, 'feed.edit', ownerOfFeed(link));
    await revokeWithin(trx, app, revoking);
  });
}

/** Throws `not-found`. */
export async function requireLink(trx: Database, { unitId, linkId }: FeedRevoking): Promise<FeedLink> {
  const link = (await listFeedLinks(trx, unitId)).find(({ id }) => id === linkId);
  if (!link) throw new AppError('not-found', 'error.feed.missing', { feed: linkId });
  return link;
}

/** The same inside a transaction. */
export async function revokeWithin(
  trx: Database,
  app: App,
  { unitId, linkId, actor }: FeedRevoking,
): Promise<void> {
  const at = app.clock();
  if (!(await revokeIn(trx, 'feed_token', { unitId, id: linkId, at }))) {
    throw new AppError('not-found', 'error.feed.missing', { feed: linkId });
  }
  await record(trx, app, { at, actor, action: 'feed.revoke', unitId, subject: linkId });
}
