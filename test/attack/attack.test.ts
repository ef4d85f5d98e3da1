/** The short form of `npm run test:attack`; all of it in `npm run test:deep`. */

import { describe, expect, it } from 'vitest';
import { depth } from '../depth.ts';
import { type Attack, fight } from './attack.ts';
import { MODULES } from './modules.ts';

describe('attacks', () => {
  it.each(MODULES)('of $name do not come through', { timeout: 300_000 }, async (module) => {
    const fought = await fight(
      module,
      depth<(attack: Attack) => boolean>({ short: ({ short }) => short === true, deep: () => true }),
    );
    expect(fought.length).toBeGreaterThan(0);
    expect(fought.filter(({ through }) => through !== undefined)).toEqual([]);
  });
});
