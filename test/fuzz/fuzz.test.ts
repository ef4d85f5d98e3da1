/** The short form of `npm run test:fuzz`. */

import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

const RUNS = 100;

it('takes or refuses whatever comes, with sentences, and never throws', async () => {
  const counts = await fuzz(RUNS, 1);
  expect(counts.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { name, taken, refused } of counts) {
    expect(taken + refused, name).toBeGreaterThan(0);
  }
  expect(counts.filter(({ taken }) => taken > 0).length).toBeGreaterThan(3);
}, 90_000);
