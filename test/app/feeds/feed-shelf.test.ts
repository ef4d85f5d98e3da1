/** The shelf of rendered feeds: true or not there, and never more than its size. */

import { describe, expect, it } from 'vitest';
import { createFeedShelf } from '../../../src/app/feeds/feed-shelf.ts';
import type { Instant } from '../../../src/calendar/interval.ts';

const document = (text: string) => ({ octets: Buffer.from(text), lastModified: 0 as Instant });

describe('the shelf', () => {
  it('gives back only what was made from the same state', () => {
    const shelf = createFeedShelf(6);
    shelf.keep('a', '1', document('one'));
    expect(shelf.find('a', '1')?.octets.toString()).toBe('one');
    expect(shelf.find('a', '2')).toBeUndefined();
    expect(shelf.find('b', '1')).toBeUndefined();
    shelf.keep('a', '2', document('two'));
    expect(shelf.find('a', '1')).toBeUndefined();
    expect(shelf.find('a', '2')?.octets.toString()).toBe('two');
  });

  it('makes room by what was unread for longest', () => {
    const shelf = createFeedShelf(2);
    shelf.keep('a', '1', document('a'));
    shelf.keep('b', '1', document('b'));
    shelf.find('a', '1');
    shelf.keep('c', '1', document('c'));
    expect(['a', 'b', 'c'].map((id) => shelf.find(id, '1')?.octets.toString())).toEqual([
      'a',
      undefined,
      'c',
    ]);
  });

  it('keeps nothing that is larger than itself, and counts what was replaced once', () => {
    const shelf = createFeedShelf(4);
    shelf.keep('a', '1', document('aaaaa'));
    expect(shelf.find('a', '1')).toBeUndefined();
    for (const state of ['1', '2', '3']) shelf.keep('b', state, document('bb'));
    shelf.keep('c', '1', document('cc'));
    expect([shelf.find('b', '3'), shelf.find('c', '1')].every(Boolean)).toBe(true);
  });
});
