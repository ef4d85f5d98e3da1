/** Rendered feeds, kept in memory while nothing they were made from has changed: a poll then costs a look-up. */

import type { Instant } from '../calendar/interval.ts';

/** A calendar as it is sent. */
export interface FeedDocument {
  /** The whole calendar, CRLF lines. */
  readonly text: string;
  /** When anything in it last changed, an event that went away included. */
  readonly lastModified: Instant;
}

export interface FeedShelf {
  /** Undefined unless the link's document is kept and was made from this state. */
  find(linkId: string, state: string): FeedDocument | undefined;
  /** One document a link; the one unread for longest makes room. */
  keep(linkId: string, state: string, document: FeedDocument): void;
}

/** @param most how many documents are kept; a unit's feed of 300 shifts is about 200 kB. */
export function createFeedShelf(most: number): FeedShelf {
  // A Map remembers the order of insertion, so the first key is the one unread for longest.
  const kept = new Map<string, { readonly state: string; readonly document: FeedDocument }>();
  const find = (linkId: string, state: string): FeedDocument | undefined => {
    const found = kept.get(linkId);
    if (found?.state !== state) return undefined;
    kept.delete(linkId);
    kept.set(linkId, found);
    return found.document;
  };
  const keep = (linkId: string, state: string, document: FeedDocument): void => {
    kept.delete(linkId);
    kept.set(linkId, { state, document });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return { find, keep };
}
