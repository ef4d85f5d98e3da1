/** The short form of `npm run test:crash`. */

import { expect, it } from 'vitest';
import { depth } from '../depth.ts';
import { crash } from './crash.ts';

const KILLS = depth({ short: 3, deep: 20 });

it(`keeps all that was acknowledged, and nothing by half, through ${KILLS} kills`, async () => {
  const counts = await crash(KILLS, 1);
  expect(counts.faults).toEqual([]);
  expect(counts).toMatchObject({ rounds: KILLS });
  expect(counts.acknowledged).toBeGreaterThan(2 * KILLS);
});
