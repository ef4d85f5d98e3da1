/** Decisions are pages of one form, so that whoever asks why finds the context, the choice and its cost. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../docs/decisions');
const PAGES = readdirSync(FOLDER).sort();

describe('decisions', () => {
  it('have a number each', () => {
    const numbers = PAGES.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
    expect(new Set(numbers).size).toBe(PAGES.length);
    expect(PAGES.length).toBeGreaterThan(80);
  });

  it.each(PAGES)('%s says context, choice and cost on a page', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const headings = [...text.matchAll(/^## (Context|Choice|Cost)\b.*$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Choice', 'Cost']);
    expect(text.startsWith(`# ${Number(name.slice(0, 4))}. `)).toBe(true);
    expect(text.split('\n').length).toBeLessThanOrEqual(70);
  });
});
