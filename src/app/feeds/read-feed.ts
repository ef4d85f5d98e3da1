/** From a feed's token to the calendar behind it. A poll that finds nothing new costs one look-up in memory. */

import { addDays } from '../../calendar/day.ts';
import { contains, type Instant, type Interval } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { FeedScope } from '../../domain/feed.ts';
import { renderFeed } from '../../output/calendar-feed.ts';
import { findFeedLink } from '../../store/feed-token-store.ts';
import { noting } from '../../store/noting.ts';
import { isPast } from '../../store/token-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import type { FeedDocument } from './feed-cache.ts';
import type { KnownFeed } from './feed-memory.ts';
import { feedPeriods, feedState } from './feed-periods.ts';
import { subjectOfFeed } from './feed-subject.ts';
import { noteUse } from './token-uses.ts';
import { writeBelowFeed } from './write-below-feed.ts';

export interface FeedReading {
  readonly token: string;
  /** What the client calls itself; kept with the link, cut to 200 characters. */
  readonly client: string;
}

/**
 * Undefined for any token that opens nothing: malformed, unknown and revoked look the same. The same document again, as
 * an object, for as long as its octets are the same and there is room to keep it.
 */
export async function readFeed(app: App, { token, client }: FeedReading): Promise<FeedDocument | undefined> {
  if (!isToken(token)) return undefined;
  const tokenHash = hashOfToken(token);
  const found = remembered(app, tokenHash) ?? (await lookUp(app, tokenHash));
  if (!found || isPast(found.link, app.clock())) return undefined;
  noteUse(app.feeds.uses, found.link, { at: app.clock(), client });
  return app.feeds.cache.find(found.feed, found.state, found.day.start) ?? (await writeDocument(app, found));
}

/** What was looked up before, unless anyone has written to what is looked at since or the day has turned. */
function remembered({ feeds, clock }: App, tokenHash: string): KnownFeed | undefined {
  const known = feeds.links.get(tokenHash);
  if (!known || !contains(known.day, clock())) return undefined;
  const now = feeds.stamp();
  // Of many units below anything may show.
  const holds = known.link.scope.kind !== 'leaders-below' && feeds.isUnchanged?.(feeds.tables, known.stamp);
  if (known.stamp !== now && !holds) return undefined;
  known.stamp = now;
  return known;
}

async function lookUp(app: App, tokenHash: string): Promise<KnownFeed | undefined> {
  const { feeds, clock } = app;
  const db = noting(app.db, feeds.tables);
  // Read first: should someone write while the rest is read, the next poll looks again.
  const stamp = feeds.stamp();
  const link = await findFeedLink(db, tokenHash);
  const reader = { ...app, note: feeds.tables };
  const own = link && (await readState(reader, link.unitId));
  if (!link || !own) {
    feeds.links.delete(tokenHash);
    return undefined;
  }
  const { unit } = own;
  const called = isNamed(link.scope) && (await readSubject(reader, unit.id, JSON.stringify(link.scope)));
  const subject = called || unit.name;
  // Of many units and of erased names anything may have changed: the stamp itself.
  const published = link.scope.kind === 'leaders-below' ? stamp : own.state;
  const day = dayAround(clock(), unit.zone);
  const known: KnownFeed = {
    stamp,
    link,
    unit,
    subject,
    published,
    day,
    state: JSON.stringify([published, subject]),
    feed: JSON.stringify([unit.id, link.scope, link.options]),
  };
  feeds.links.set(tokenHash, known);
  return known;
}

/** Thousands of links of a unit look again after each write: what they share is read once for all of them. */
const readState = keptReading(
  async (db, unitId: string) => {
    const unit = await findUnit(db, unitId);
    return unit && { unit, state: await feedState(db, unitId) };
  },
  { most: 2_000 },
);

const readSubject = keptReading(
  (db, unitId: string, scope: string) =>
    subjectOfFeed(db, JSON.parse(scope) as FeedScope, { id: unitId, name: '' }),
  { most: 20_000 },
);

/** By another name than the unit's. */
function isNamed({ kind }: FeedScope): boolean {
  return kind === 'personal' || kind === 'post';
}

function dayAround(now: Instant, zone: string): Interval {
  const day = dayOf(now, zone);
  return { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
}

async function writeDocument({ db, feeds }: App, known: KnownFeed): Promise<FeedDocument> {
  const { link, unit, subject, published, feed, state } = known;
  const readAt = known.day.start;
  if (link.scope.kind === 'leaders-below') {
    const document = await writeBelowFeed(db, known);
    feeds.cache.keep(feed, { state, document, until: known.day.end });
    return document;
  }
  const { periods, lastModified, until } = await feedPeriods(
    { db, feeds },
    { unit, state: published, readAt },
  );
  const written = feeds.cache.find(feed, state, readAt);
  if (written) return written;
  const { scope, options } = link;
  const text = renderFeed({ scope, subject, options, guarded: true, periods, readAt });
  const document = { octets: Buffer.from(text), lastModified: lastModified ?? link.createdAt };
  // Of the time only the day counts, on which cancellations are old enough to go: octets stay still till then.
  feeds.cache.keep(feed, { state, document, until });
  return document;
}
