/** The short form of `npm run test:attack`. */

import { describe, expect, it } from 'vitest';
import { fight } from './attack.ts';
import { MODULES } from './modules.ts';

describe('attacks', () => {
  it.each(MODULES)('of $name do not come through', { timeout: 300_000 }, async (module) => {
    const fought = await fight(module, ({ short }) => short === true);
    expect(fought.length).toBeGreaterThan(0);
    expect(fought.filter(({ through }) => through !== undefined)).toEqual([]);
  });
});
