/** All pages share one style sheet, so a class has one home: a second page that takes the same name would bend the first. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const STYLES = join(import.meta.dirname, '../../../views/styles');
/** Sheets of documents that stand alone. */
const APART = ['sheet.css', 'feed-cards.css'];

describe('style sheets', () => {
  it('define each class in one file', () => {
    const homes = new Map<string, Set<string>>();
    for (const file of readdirSync(STYLES).filter((name) => !APART.includes(name))) {
      const css = readFileSync(join(STYLES, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
      for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{/g)) {
        for (const [, name = ''] of selectors.matchAll(/(?:^|,)\s*\.([a-z0-9-]+)\s*(?=,|$)/g)) {
          homes.set(name, (homes.get(name) ?? new Set()).add(file));
        }
      }
    }
    expect(homes.size).toBeGreaterThan(200);
    const shared = [...homes].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
    expect(shared).toEqual([]);
  });
});
