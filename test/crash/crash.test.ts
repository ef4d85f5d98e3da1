/** The short form of `npm run test:crash`. */

import { expect, it } from 'vitest';
import { crash } from './crash.ts';

it('keeps all that was acknowledged, and nothing by half, through five kills', async () => {
  const counts = await crash(5, 1);
  expect(counts.faults).toEqual([]);
  expect(counts).toMatchObject({ rounds: 5 });
  expect(counts.acknowledged).toBeGreaterThan(10);
});
