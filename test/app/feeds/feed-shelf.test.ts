/** The shelf of rendered feeds: true or not there, and never more than its size. */

import { describe, expect, it } from 'vitest';
import { createFeedShelf, type FeedShelf } from '../../../src/app/feeds/feed-shelf.ts';
import type { Instant } from '../../../src/calendar/interval.ts';

const DAY = 5 as Instant;

function keep(shelf: FeedShelf, feed: string, state: string, text: string, until?: Instant): void {
  shelf.keep(feed, { state, document: { octets: Buffer.from(text), lastModified: 0 as Instant }, until });
}

describe('the shelf', () => {
  it('gives back only what was made from the same state', () => {
    const shelf = createFeedShelf(6);
    keep(shelf, 'a', '1', 'one');
    expect(shelf.find('a', '1', DAY)?.octets.toString()).toBe('one');
    expect(shelf.find('a', '2', DAY)).toBeUndefined();
    expect(shelf.find('b', '1', DAY)).toBeUndefined();
    keep(shelf, 'a', '2', 'two');
    expect(shelf.find('a', '1', DAY)).toBeUndefined();
    expect(shelf.find('a', '2', DAY)?.octets.toString()).toBe('two');
  });

  it('makes room by what was unread for longest', () => {
    const shelf = createFeedShelf(2);
    keep(shelf, 'a', '1', 'a');
    keep(shelf, 'b', '1', 'b');
    shelf.find('a', '1', DAY);
    keep(shelf, 'c', '1', 'c');
    expect(['a', 'b', 'c'].map((id) => shelf.find(id, '1', DAY)?.octets.toString())).toEqual([
      'a',
      undefined,
      'c',
    ]);
  });

  it('keeps nothing that is larger than itself, and counts what was replaced once', () => {
    const shelf = createFeedShelf(4);
    keep(shelf, 'a', '1', 'aaaaa');
    expect(shelf.find('a', '1', DAY)).toBeUndefined();
    for (const state of ['1', '2', '3']) keep(shelf, 'b', state, 'bb');
    keep(shelf, 'c', '1', 'cc');
    expect([shelf.find('b', '3', DAY), shelf.find('c', '1', DAY)].every(Boolean)).toBe(true);
  });

  it('gives it through midnights until the first of it grows too old', () => {
    const shelf = createFeedShelf(6);
    keep(shelf, 'a', '1', 'one', 7 as Instant);
    expect([5, 6, 7].map((day) => shelf.find('a', '1', day as Instant) !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
