/** The short form of `npm run test:fuzz`. */

import { expect, it } from 'vitest';
import { depth } from '../depth.ts';
import { describeWith } from '../programs.ts';
import { ALL, fuzz } from './fuzz.ts';
import { PDF_NAMES } from './names.ts';

const RUNS = depth({ short: 30, deep: 1000 });

it('takes or refuses whatever comes, with sentences, and never throws', async () => {
  const counts = await fuzz(ALL, RUNS, 1);
  expect(counts.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { name, taken, refused } of counts) {
    expect(taken + refused, name).toBeGreaterThan(0);
  }
  expect(counts.filter(({ taken }) => taken > 0).length).toBeGreaterThan(3);
});

describeWith(['pdftotext'], 'names that are code', () => {
  it('come out in a PDF as they are written', async () => {
    const [counts] = await fuzz([PDF_NAMES], RUNS, 1);
    expect(counts?.faults).toEqual([]);
    expect(counts?.taken).toBeGreaterThan(0);
  });
});
