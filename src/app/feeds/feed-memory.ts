/**
 * What is remembered between polls, so that one that changes nothing asks the database only whether anyone has written:
 * links by token, a unit's periods, rendered feeds, and uses not yet written down. Nothing here is needed for a right
 * answer: an empty memory only makes it slower.
 */

import type { Interval } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';
import { OnceEach, Recent } from '../../kernel/recent.ts';
import type { FeedLink } from '../../store/feed-token-store.ts';
import type { Store } from '../../store/store.ts';
import { octetsOf } from '../versions/version-octets.ts';
import { createFeedCache, type FeedCache } from './feed-cache.ts';
import type { GatheredPeriods } from './gather-feed-periods.ts';
import type { NotedUses } from './token-uses.ts';

/** A live link as last looked up. */
export interface KnownFeed {
  readonly link: FeedLink;
  readonly unit: Unit;
  /** The person, post or unit as the calendar's own title names it. */
  readonly subject: string;
  /** State of what the unit had published, and of its people's names and numbers. */
  readonly published: number;
  /** Same for all links that show the same: unit, scope and options. */
  readonly feed: string;
  /** Same for as long as the feed's octets are the same. */
  readonly state: string;
  /** The database's stamp before the look-up, or when last found to hold still. */
  stamp: number;
  /** The day, in the unit's zone, that the state holds for. */
  readonly day: Interval;
}

export interface FeedMemory {
  /** The database's stamp now, and what was written since another: see `Store`. */
  readonly stamp: Store['stamp'];
  readonly isUnchanged?: Store['isUnchanged'];
  /** Every table that looking up a link has read. */
  readonly tables: Set<string>;
  /** By the hash of the token. */
  readonly links: Recent<KnownFeed>;
  /** Gathered, or being gathered, by unit and moment: thousands of feeds are rendered from one. */
  readonly periods: OnceEach<GatheredPeriods>;
  readonly cache: FeedCache;
  /** By link. */
  readonly uses: NotedUses;
}

/** Some 300 bytes each. */
const MOST_LINKS = 100_000;
/** Of gathered periods: a large unit's plan and seats take a few megabytes, a small one's some tens of kilobytes. */
const MOST_GATHERED = 64 * 1024 * 1024;
/** Feeds of 10,000 people at some 12 kB each. */
const MOST_OCTETS = 128 * 1024 * 1024;

export function createFeedMemory(
  { stamp, isUnchanged }: Pick<Store, 'stamp' | 'isUnchanged'>,
  mostOctets = MOST_OCTETS,
): FeedMemory {
  return {
    stamp,
    isUnchanged,
    tables: new Set(),
    links: new Recent(MOST_LINKS),
    periods: new OnceEach(MOST_GATHERED, ({ periods }) =>
      periods.reduce((sum, { latest }) => sum + octetsOf(latest), 1024),
    ),
    cache: createFeedCache(mostOctets),
    uses: new Map(),
  };
}
