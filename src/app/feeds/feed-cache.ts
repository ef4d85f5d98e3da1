/** Rendered feeds, kept in memory while nothing they were made from has changed: a poll then costs a look-up. */

import type { Instant } from '../../calendar/interval.ts';
import { Recent } from '../../kernel/recent.ts';

/** A calendar as it is sent. */
export interface FeedDocument {
  /** The whole calendar in UTF-8, CRLF lines. */
  readonly octets: Buffer;
  /** When anything in it last changed, an event that went away included. */
  readonly lastModified: Instant;
}

/** Same octets for as long as nothing is written and nothing in it grows too old: most live through many midnights. */
interface Shelved {
  readonly state: string;
  readonly document: FeedDocument;
  /** When the first of it grows too old to be told; absent when nothing does. */
  readonly until: Instant | undefined;
}

export interface FeedCache {
  /** Undefined unless the feed's document is kept, was made from this state, and still holds on this day. */
  find(feed: string, state: string, day: Instant): FeedDocument | undefined;
  /** One document a feed; those unread for longest make room. */
  keep(feed: string, shelved: Shelved): void;
}

/** @param mostOctets of all documents together; one larger than that is not kept. */
export function createFeedCache(mostOctets: number): FeedCache {
  const kept = new Recent<Shelved>(mostOctets);
  return {
    find(feed, state, day) {
      const found = kept.get(feed);
      if (found?.state !== state || (found.until !== undefined && found.until <= day)) return undefined;
      kept.touch(feed);
      return found.document;
    },
    keep: (feed, shelved) => kept.set(feed, shelved, shelved.document.octets.length),
  };
}
