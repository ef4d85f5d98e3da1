/** The shelf of rendered feeds: true or not there, and never more than its size. */

import { describe, expect, it } from 'vitest';
import { createFeedShelf } from '../../src/app/feed-shelf.ts';
import type { Instant } from '../../src/calendar/interval.ts';

const document = (text: string) => ({ text, lastModified: 0 as Instant });

describe('the shelf', () => {
  it('gives back only what was made from the same state', () => {
    const shelf = createFeedShelf(2);
    shelf.keep('a', '1', document('one'));
    expect(shelf.find('a', '1')?.text).toBe('one');
    expect(shelf.find('a', '2')).toBeUndefined();
    expect(shelf.find('b', '1')).toBeUndefined();
    shelf.keep('a', '2', document('two'));
    expect(shelf.find('a', '1')).toBeUndefined();
    expect(shelf.find('a', '2')?.text).toBe('two');
  });

  it('makes room by what was unread for longest', () => {
    const shelf = createFeedShelf(2);
    shelf.keep('a', '1', document('a'));
    shelf.keep('b', '1', document('b'));
    shelf.find('a', '1');
    shelf.keep('c', '1', document('c'));
    expect(['a', 'b', 'c'].map((id) => shelf.find(id, '1')?.text)).toEqual(['a', undefined, 'c']);
  });
});
