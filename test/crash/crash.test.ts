/** The short form of `npm run test:crash`. */

import { expect, it } from 'vitest';
import { crash } from './crash.ts';

it('keeps all that was acknowledged, and nothing by half, through ten kills', async () => {
  const counts = await crash(10, 1);
  expect(counts.faults).toEqual([]);
  expect(counts).toMatchObject({ rounds: 10, restored: 1 });
  expect(counts.acknowledged).toBeGreaterThan(20);
});
