/** Whose turn it is: nobody's many keep out another's one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairLine } from '../../src/thread-host/fair-line.ts';

function served<T>(line: FairLine<T>): T[] {
  const items: T[] = [];
  for (let item = line.next(); item !== undefined; item = line.next()) items.push(item);
  return items;
}

describe('a fair line', () => {
  it('serves those who wait in turn, each in their own order', () => {
    const line = new FairLine<string>({ mostWaiting: 10, mostOfOne: 5 });
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) line.add(item.slice(0, 1), item);
    expect(served(line)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('lets nobody have more than their share', () => {
    const line = new FairLine<string>({ mostWaiting: 10, mostOfOne: 2 });
    expect(['a1', 'a2', 'a3'].map((item) => line.add('a', item))).toEqual([undefined, undefined, 'a3']);
    expect(line.add('b', 'b1')).toBeUndefined();
  });

  it('turns the last of the longest away for a newcomer when all places are taken', () => {
    const line = new FairLine<string>({ mostWaiting: 4, mostOfOne: 4 });
    for (const item of ['a1', 'a2', 'a3', 'a4']) line.add('a', item);
    expect(line.add('b', 'b1')).toBe('a4');
    expect(line.add('b', 'b2')).toBe('a3');
    expect(line.add('b', 'b3')).toBe('b3');
    expect(line.add('a', 'a5')).toBe('a5');
    expect(served(line)).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('loses nothing and never has more than its limits, whatever is added and taken', () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.constant('next'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const line = new FairLine<string>({ mostWaiting: 6, mostOfOne: 3 });
        const out: string[] = [];
        let count = 0;
        for (const each of steps) {
          const item = each === 'next' ? line.next() : line.add(each, `${each}${count++}`);
          if (item !== undefined) out.push(item);
          expect(line.length).toBeLessThanOrEqual(6);
        }
        expect(new Set([...out, ...served(line)]).size).toBe(count);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
