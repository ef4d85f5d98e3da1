/** From a feed's token to the calendar behind it. A poll that finds nothing new costs a few look-ups. */

import type { Instant } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import type { Unit } from '../domain/unit.ts';
import { renderFeed } from '../output/calendar-feed.ts';
import type { Database } from '../store/database.ts';
import { type FeedLink, findFeedLink, recordFeedUse } from '../store/feed-token-store.ts';
import { findPostName } from '../store/post-store.ts';
import { findStaffMember } from '../store/staff-store.ts';
import { findUnit } from '../store/unit-store.ts';
import { countVersions } from '../store/version-store.ts';
import type { App } from './app.ts';
import type { FeedDocument } from './feed-shelf.ts';
import { gatherFeedPeriods } from './gather-feed-periods.ts';
import { hashOfToken, isToken } from './secret-token.ts';

export interface FeedReading {
  readonly token: string;
  /** What the client calls itself; kept with the link, cut to 200 characters. */
  readonly client: string;
}

/** Readers poll day and night: the last use is kept to the hour, so that a poll is not a write to the disk. */
const USE_KEPT_MS = 3_600_000;
const CLIENT_LENGTH = 200;

/** Undefined for any token that opens nothing: malformed, unknown and revoked look the same. */
export async function readFeed(app: App, { token, client }: FeedReading): Promise<FeedDocument | undefined> {
  if (!isToken(token)) return undefined;
  const link = await findFeedLink(app.db, hashOfToken(token));
  if (!link) return undefined;
  await recordUse(app, link, client);
  const unit = await findUnit(app.db, link.unitId);
  if (!unit) return undefined;
  const subject = await subjectOf(app.db, link, unit);
  // Only which cancellations are old enough to go depends on the time, and that by whole days: bytes stay still.
  const readAt = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
  const state = JSON.stringify([await countVersions(app.db, unit.id), readAt, subject]);
  const kept = app.feedShelf.find(link.id, state);
  if (kept) return kept;
  const document = await writeDocument(app.db, { link, unit, subject, readAt });
  app.feedShelf.keep(link.id, state, document);
  return document;
}

async function recordUse({ db, clock }: App, link: FeedLink, client: string): Promise<void> {
  const at = clock();
  if (link.lastUsedAt !== undefined && Math.abs(at - link.lastUsedAt) < USE_KEPT_MS) return;
  await recordFeedUse(db, link.id, { at, client: client.slice(0, CLIENT_LENGTH) });
}

interface Writing {
  readonly link: FeedLink;
  readonly unit: Unit;
  readonly subject: string;
  readonly readAt: Instant;
}

async function writeDocument(db: Database, { link, unit, subject, readAt }: Writing): Promise<FeedDocument> {
  const { periods, lastModified } = await gatherFeedPeriods(db, unit, readAt);
  const { scope, options } = link;
  const text = renderFeed({ scope, subject, options, guarded: true, periods, readAt });
  return { text, lastModified: lastModified ?? link.createdAt };
}

/** What the calendar's own title names: the person, the post by its newest name, or the unit. */
async function subjectOf(db: Database, { scope }: FeedLink, unit: Unit): Promise<string> {
  if (scope.kind === 'personal') return (await findStaffMember(db, unit.id, scope.staffId))?.name ?? '';
  if (scope.kind === 'post') return (await findPostName(db, unit.id, scope.postId)) ?? scope.postId;
  return unit.name;
}
