/** The cache of rendered feeds: true or not there, and never more than its size. */

import { describe, expect, it } from 'vitest';
import { createFeedCache, type FeedCache } from '../../../src/app/feeds/feed-cache.ts';
import type { Instant } from '../../../src/calendar/interval.ts';

const DAY = 5 as Instant;

function keep(cache: FeedCache, feed: string, state: string, text: string, until?: Instant): void {
  cache.keep(feed, { state, document: { octets: Buffer.from(text), lastModified: 0 as Instant }, until });
}

describe('the cache', () => {
  it('gives back only what was made from the same state', () => {
    const cache = createFeedCache(6);
    keep(cache, 'a', '1', 'one');
    expect(cache.find('a', '1', DAY)?.octets.toString()).toBe('one');
    expect(cache.find('a', '2', DAY)).toBeUndefined();
    expect(cache.find('b', '1', DAY)).toBeUndefined();
    keep(cache, 'a', '2', 'two');
    expect(cache.find('a', '1', DAY)).toBeUndefined();
    expect(cache.find('a', '2', DAY)?.octets.toString()).toBe('two');
  });

  it('makes room by what was unread for longest', () => {
    const cache = createFeedCache(2);
    keep(cache, 'a', '1', 'a');
    keep(cache, 'b', '1', 'b');
    cache.find('a', '1', DAY);
    keep(cache, 'c', '1', 'c');
    expect(['a', 'b', 'c'].map((id) => cache.find(id, '1', DAY)?.octets.toString())).toEqual([
      'a',
      undefined,
      'c',
    ]);
  });

  it('keeps nothing that is larger than itself, and counts what was replaced once', () => {
    const cache = createFeedCache(4);
    keep(cache, 'a', '1', 'aaaaa');
    expect(cache.find('a', '1', DAY)).toBeUndefined();
    for (const state of ['1', '2', '3']) keep(cache, 'b', state, 'bb');
    keep(cache, 'c', '1', 'cc');
    expect([cache.find('b', '3', DAY), cache.find('c', '1', DAY)].every(Boolean)).toBe(true);
  });

  it('gives it through midnights until the first of it grows too old', () => {
    const cache = createFeedCache(6);
    keep(cache, 'a', '1', 'one', 7 as Instant);
    expect([5, 6, 7].map((day) => cache.find('a', '1', day as Instant) !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
