/** From a feed's token to what it opens, for the page that helps to subscribe. It is no use of the feed and not noted. */

import type { Unit } from '../../domain/unit.ts';
import { type FeedLink, findFeedLink as findStored } from '../../store/feed-token-store.ts';
import { isPast } from '../../store/token-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { subjectOfFeed } from './feed-subject.ts';

export interface OpenedFeedLink {
  readonly link: FeedLink;
  readonly unit: Unit;
  /** The person, post or unit as the calendar's own title names it. */
  readonly subject: string;
}

/** Undefined for any token that opens nothing: malformed, unknown and revoked look the same. */
export async function findFeedLink({ db, clock }: App, token: string): Promise<OpenedFeedLink | undefined> {
  const found = isToken(token) ? await findStored(db, hashOfToken(token)) : undefined;
  const link = found && isPast(found, clock()) ? undefined : found;
  const unit = link && (await findUnit(db, link.unitId));
  return link && unit && { link, unit, subject: (await subjectOfFeed(db, link.scope, unit)) ?? unit.name };
}
