/** Calendars that someone made from their private page: listed for them, so that they can end them. */

import { type FeedLink, listFeedLinks } from '../../store/feed-token-store.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** Live ones, by creation. Throws `forbidden`. */
export async function listOwnCalendars(
  app: App,
  { linkId, ...person }: Person & { readonly linkId: string },
): Promise<FeedLink[]> {
  allow(app, 'feed.edit', person);
  const links = await listFeedLinks(app.db, person.unitId);
  return links.filter((each) => each.linkId === linkId && each.revokedAt === undefined);
}
