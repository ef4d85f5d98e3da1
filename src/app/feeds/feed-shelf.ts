/** Rendered feeds, kept in memory while nothing they were made from has changed: a poll then costs a look-up. */

import type { Instant } from '../../calendar/interval.ts';

/** A calendar as it is sent. */
export interface FeedDocument {
  /** The whole calendar in UTF-8, CRLF lines. */
  readonly octets: Buffer;
  /** When anything in it last changed, an event that went away included. */
  readonly lastModified: Instant;
}

export interface FeedShelf {
  /** Undefined unless the feed's document is kept and was made from this state. */
  find(feed: string, state: string): FeedDocument | undefined;
  /** One document a feed; those unread for longest make room. */
  keep(feed: string, state: string, document: FeedDocument): void;
}

/** @param mostOctets of all documents together; one larger than that is not kept. */
export function createFeedShelf(mostOctets: number): FeedShelf {
  // A Map remembers the order of insertion, so the first key is the one unread for longest.
  const kept = new Map<string, { readonly state: string; readonly document: FeedDocument }>();
  let octets = 0;
  const drop = (feed: string): void => {
    octets -= kept.get(feed)?.document.octets.length ?? 0;
    kept.delete(feed);
  };
  const find = (feed: string, state: string): FeedDocument | undefined => {
    const found = kept.get(feed);
    if (found?.state !== state) return undefined;
    kept.delete(feed);
    kept.set(feed, found);
    return found.document;
  };
  const keep = (feed: string, state: string, document: FeedDocument): void => {
    drop(feed);
    kept.set(feed, { state, document });
    octets += document.octets.length;
    for (const oldest of kept.keys()) {
      if (octets <= mostOctets) break;
      drop(oldest);
    }
  };
  return { find, keep };
}
