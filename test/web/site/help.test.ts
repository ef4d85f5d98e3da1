/** Every page says what it is for, and where the guide tells more. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/translate.ts';
import { slugOf } from '../../../src/kernel/slug.ts';
import { guideOf, HELPED } from '../../../src/web/site/help.ts';
import { ROOT } from '../../../src/wiring/root.ts';

/** A failure says what to do itself, and the guide is the guide. */
const WITHOUT = ['site/failure', 'site/guide'];

const viewsDir = join(ROOT, 'views');
const pages = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.hbs') && readFileSync(join(viewsDir, file), 'utf8').includes('#> kit/layout'),
  )
  .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));

function headings(page: string): string[] {
  const text = readFileSync(join(ROOT, 'docs/huong-dan', `${page}.md`), 'utf8');
  return [...text.matchAll(/^## (.+)$/gmu)].map(([, words = '']) =>
    slugOf(words, { most: 100, fallback: '' }),
  );
}

describe('the word of help under a page', () => {
  it('is there for every page, and for nothing else', () => {
    expect([...HELPED].sort()).toEqual(pages.filter((page) => !WITHOUT.includes(page)).sort());
  });

  it.each(['vi', 'en'] as const)('is one sentence of its own in %s', (language) => {
    const sentences = HELPED.map((view) => translate(language, `help.${view}`));
    expect(sentences.filter((each) => !/^\p{Lu}.{20,130}[.?]$/u.test(each))).toEqual([]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('leads to a heading that the guide has', () => {
    const missing = HELPED.map(guideOf).filter((guide) => {
      const [page = '', heading = ''] = guide.split('#');
      return !headings(page).includes(heading);
    });
    expect(missing).toEqual([]);
  });
});
